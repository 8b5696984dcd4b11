// The program as it is published, with a home and a port of its own, and Debian's Chromium.
import { spawn, spawnSync } from 'node:child_process';
import { accessSync, constants, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import puppeteer from 'puppeteer-core';

const patience = 300_000;
const root = path.resolve(import.meta.dirname, '..', '..');

/** A folder of its own below the machine's temporary one. */
export const temporaryFolder = () => mkdtempSync(path.join(tmpdir(), 'divide-metrics-lighthouse-'));

/** Publishes the program into a folder. */
export function publish(folder) {
  const { status } = spawnSync('dotnet', ['publish', '-c', 'Release', '--nologo', '-v', 'quiet', '-o', folder, path.join(root, 'src', 'DivideMetrics.Web')], { stdio: 'inherit' });
  if (status !== 0) {
    throw new Error(`dotnet publish ended with ${status}; its messages are above.`);
  }
}

/** Starts the published program and waits until it serves figures. */
export async function start(folder, home) {
  const address = `http://127.0.0.1:${await freePort()}`;
  const said = [];
  const program = spawn('dotnet', [path.join(folder, 'DivideMetrics.Web.dll'), '--urls', address], {
    env: { ...process.env, DIVIDEMETRICS_HOME: home, ConnectionStrings__DivideMetrics: '' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  program.stdout.on('data', text => said.push(text));
  program.stderr.on('data', text => said.push(text));
  const ended = new Promise(resolve => program.once('close', resolve));
  const stop = async () => {
    program.kill('SIGTERM');
    await ended;
  };
  for (const end = Date.now() + patience; !await isReady(address);) {
    if (program.exitCode !== null || Date.now() > end) {
      await stop();
      throw new Error(`${address}/health/ready should answer 200 within ${patience / 1000} s. The program said:\n${said.join('')}`);
    }

    await new Promise(resolve => setTimeout(resolve, 500));
  }

  return { address, stop, pid: program.pid };
}

/** A browser that knows nothing yet, for one task; its profile goes with it. */
export async function withBrowser(task) {
  const profile = temporaryFolder();
  const browser = await puppeteer.launch({ executablePath: chromium(), userDataDir: profile, args: flags() });
  try {
    return await task(browser);
  } finally {
    await browser.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

const isReady = address => fetch(`${address}/health/ready`).then(answer => answer.ok, () => false);

function freePort() {
  return new Promise(resolve => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

function chromium() {
  const names = ['chromium', 'chromium-browser', 'google-chrome'];
  const found = (process.env.PATH ?? '').split(path.delimiter)
    .flatMap(folder => names.map(name => path.join(folder, name)))
    .find(file => {
      try {
        accessSync(file, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    });
  if (found === undefined) {
    throw new Error(`None of ${names.join(', ')} is on PATH. Install Debian's package chromium.`);
  }

  return found;
}

/** For a machine without a screen; the sandbox refuses to run as root. */
function flags() {
  const usual = ['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
  return process.getuid?.() === 0 ? [...usual, '--no-sandbox'] : usual;
}
