// What a reader who keeps a page open costs the server, and how fast pages are served meanwhile, against our aims.
// Usage: node circuits.mjs [--circuits N], after npm ci in this folder. It publishes the program and starts it with a home of its own.
// A circuit is opened as the page's script opens it: the page is fetched, the hub is asked for its components, every render batch is acknowledged, and what
// the server asks the script for is answered as by a wide window in a light room, so that charts are drawn.
import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { HttpTransportType, HubConnectionBuilder, LogLevel } from '@microsoft/signalr';
import { MessagePackHubProtocol } from '@microsoft/signalr-protocol-msgpack';
import { publish, start, temporaryFolder } from './program.mjs';

const page = '/indicators/internet-users';
const served = ['/', page, '/countries/KEN', '/explore/internet-users?tab=line'];
const requests = 300;
const readers = 2;
const wantsObject = 1;
const chartIsDrawn = 'newPlot';
const aims = { kilobytes: 300, milliseconds: 300 };
const { values: options } = parseArgs({ options: { circuits: { type: 'string', default: '200' } } });

const pause = seconds => new Promise(resolve => setTimeout(resolve, seconds * 1000));
const residentKilobytes = pid => Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]);

/** The components that a page's HTML asks a circuit for, and the state that they were drawn from. */
function componentsOf(html) {
  const markers = [...html.matchAll(/<!--Blazor:(\{.*?\})-->/gs)].map(match => JSON.parse(match[1])).filter(marker => marker.type === 'server');
  return { markers, state: /<!--Blazor-Server-Component-State:(.*?)-->/s.exec(html)?.[1] ?? '' };
}

/** What a call of the server is answered with: an object of the script where it wants one, no for every question, else nothing. */
function answerTo(call, name, kind) {
  return kind === wantsObject ? { __jsObjectId: call } : /^(is[A-Z]|sleeps)/.test(name) ? false : null;
}

/** A reader who has opened a page and does nothing; resolves when its chart is drawn over the connection. */
async function openCircuit(address) {
  const { markers, state } = componentsOf(await (await fetch(address + page)).text());
  if (markers.length === 0) {
    throw new Error(`${address}${page} should hold the markers of its interactive components, and holds none.`);
  }

  const protocol = new MessagePackHubProtocol();
  protocol.name = 'blazorpack';
  const connection = new HubConnectionBuilder()
    .withUrl(`${address}/_blazor?spoken=en`, { transport: HttpTransportType.WebSockets, skipNegotiation: true })
    .withHubProtocol(protocol).configureLogging(LogLevel.None).build();
  const drawn = new Promise((resolve, reject) => {
    connection.on('JS.RenderBatch', batch => connection.send('OnRenderCompleted', batch, null).catch(reject));
    connection.on('JS.BeginInvokeJS', (call, name, _arguments, kind) => {
      if (name === chartIsDrawn) {
        resolve();
      }

      connection.send('EndInvokeJSFromDotNet', call, true, JSON.stringify([call, true, answerTo(call, name, kind)])).catch(reject);
    });
    connection.on('JS.Error', message => reject(new Error(message)));
    connection.onclose(error => reject(error ?? new Error('The server closed the connection.')));
  });
  for (const silent of ['JS.AttachComponent', 'JS.EndInvokeDotNet', 'JS.EndUpdateRootComponents', 'JS.EndLocationChanging', 'JS.SavePersistedState']) {
    connection.on(silent, () => {});
  }

  await connection.start();
  const circuit = await connection.invoke('StartCircuit', `${address}/`, address + page, '[]', '');
  if (!circuit) {
    throw new Error('The hub should have started a circuit and gave none.');
  }

  await connection.send('UpdateRootComponents', JSON.stringify({
    batchId: 1,
    operations: markers.map((marker, index) => ({ type: 'add', ssrComponentId: index + 1, marker })),
  }), state);
  await drawn;
  drawn.catch(() => {});
  return connection;
}

async function open(address, count) {
  const opened = [];
  for (let one = 0; one < count; one++) {
    opened.push(await openCircuit(address));
  }

  return opened;
}

/** Milliseconds of every request, a few readers at a time. */
async function serve(address) {
  const times = [];
  let next = 0;
  await Promise.all(Array.from({ length: readers }, async () => {
    for (let mine = next++; mine < requests; mine = next++) {
      const began = performance.now();
      const answer = await fetch(address + served[mine % served.length]);
      await answer.arrayBuffer();
      times.push(performance.now() - began);
      if (!answer.ok) {
        throw new Error(`${served[mine % served.length]} should answer 200 and answered ${answer.status}.`);
      }
    }
  }));
  return times.sort((a, b) => a - b);
}

const at = (sorted, share) => Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]);
const folder = temporaryFolder();
try {
  publish(path.join(folder, 'program'));
  const program = await start(path.join(folder, 'program'), path.join(folder, 'home'));
  try {
    // The first circuits and pages fill caches that are there once, however many readers come.
    await Promise.all((await open(program.address, 20)).map(connection => connection.stop()));
    const alone = await serve(program.address);
    await pause(20);
    const before = residentKilobytes(program.pid);
    const count = Number(options.circuits);
    const held = await open(program.address, count);
    await pause(20);
    const each = Math.round((residentKilobytes(program.pid) - before) / count);
    const beside = await serve(program.address);
    const open_ = held.filter(connection => connection.state === 'Connected').length;
    console.table([
      { what: `resident memory a circuit, ${count} of them (kB)`, seen: each, aim: aims.kilobytes },
      { what: `p95 of ${requests} pages, ${readers} at a time, ${open_} circuits open (ms)`, seen: at(beside, 0.95), aim: aims.milliseconds },
      { what: 'the same, no circuit open (ms)', seen: at(alone, 0.95) },
      { what: 'median with circuits, without (ms)', seen: `${at(beside, 0.5)}, ${at(alone, 0.5)}` },
    ]);
    process.exitCode = each <= aims.kilobytes && at(beside, 0.95) <= aims.milliseconds && open_ === count ? 0 : 1;
    await Promise.all(held.map(connection => connection.stop()));
  } finally {
    await program.stop();
  }
} finally {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}
