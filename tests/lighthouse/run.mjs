// Lighthouse over the published program, and what visits transfer, against our aims.
// Usage: node run.mjs [--runs N] [--url http://host:port], after npm ci in this folder; --url measures a program that runs already.
// DIVIDEMETRICS_BUNDLE is passed on to the program, for more figures than the delivered ones. Ends with 1 when an aim is missed.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, loadavg } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import lighthouse from 'lighthouse';
import desktop from 'lighthouse/core/config/desktop-config.js';
import { publish, start, temporaryFolder, withBrowser } from './program.mjs';
import { visits } from './transfer.mjs';

const map = '/explore/internet-users';
const profile = '/countries/KEN';
const pages = ['/', map, '/indicators/internet-users', profile];
const devices = { desktop: { config: desktop, performance: 95 }, mobile: { config: undefined, performance: 80 } };
const categories = ['performance', 'accessibility', 'best-practices', 'seo'];
const greatest = { first: 600, second: 100 };
const reports = path.resolve(import.meta.dirname, '..', '..', '.artifacts', 'lighthouse');

const { values: options } = parseArgs({ options: { runs: { type: 'string', default: '1' }, url: { type: 'string' } } });

const median = numbers => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];
const kilobytes = bytes => Math.round(bytes / 100) / 10;

/** A run in which the browser fails says nothing about the page, so it is repeated twice at most. */
async function auditOnce(url, config) {
  for (let attempt = 1; ; attempt++) {
    const { lhr } = await withBrowser(async browser => lighthouse(url, { logLevel: 'error' }, config, await browser.newPage()));
    const unknown = categories.filter(category => lhr.categories[category].score === null);
    if (unknown.length === 0) {
      return lhr;
    }

    if (attempt === 3) {
      throw new Error(`Lighthouse could not score ${unknown.join(', ')} of ${url}: ${lhr.runtimeError?.message ?? 'an audit failed'}`);
    }
  }
}

/** One page on one device; where it is run several times, the run whose performance is in the middle. */
async function audit(address, where, device) {
  const runs = [];
  for (let run = 0; run < Number(options.runs); run++) {
    runs.push(await auditOnce(address + where, devices[device].config));
  }

  const middle = median(runs.map(run => run.categories.performance.score));
  return runs.find(run => run.categories.performance.score === middle);
}

function row(where, device, result) {
  const score = category => Math.round(result.categories[category].score * 100);
  const audit = id => result.audits[id].displayValue ?? '';
  return {
    page: where,
    device,
    ...Object.fromEntries(categories.map(category => [category, score(category)])),
    FCP: audit('first-contentful-paint'),
    LCP: audit('largest-contentful-paint'),
    TBT: audit('total-blocking-time'),
    CLS: audit('cumulative-layout-shift'),
    machine: Math.round(result.environment.benchmarkIndex),
  };
}

/** What keeps a category below 100, in Lighthouse's words. */
function complaints(result) {
  return categories.slice(1).flatMap(category => result.categories[category].auditRefs
    .filter(({ id, weight }) => weight > 0 && result.audits[id].score !== null && result.audits[id].score < 1)
    .map(({ id }) => `${category}: ${result.audits[id].title}`));
}

async function scores(address) {
  const missed = [];
  const rows = [];
  mkdirSync(reports, { recursive: true });
  for (const where of pages) {
    for (const device of Object.keys(devices)) {
      const result = await audit(address, where, device);
      writeFileSync(path.join(reports, `${where.replace(/\W+/g, '-')}${device}.json`), JSON.stringify(result));
      const found = row(where, device, result);
      rows.push(found);
      missed.push(...categories
        .filter(category => found[category] < (category === 'performance' ? devices[device].performance : 100))
        .map(category => `${where} on ${device}: ${category} ${found[category]}`), ...complaints(result).map(text => `  ${where} on ${device}: ${text}`));
    }
  }

  console.table(rows);
  return missed;
}

async function transfers(address) {
  const [first, second] = await withBrowser(browser => visits(browser, address, map, profile));
  console.table([...first.files.map(file => ({ visit: 'first', ...file })), ...second.files.map(file => ({ visit: 'second', ...file }))]);
  console.table([['first', first], ['second', second]].map(([visit, { where, bytes, wire }]) =>
    ({ visit, page: where, 'files kB': kilobytes(bytes), 'wire kB': kilobytes(wire), 'at most kB': greatest[visit] })));
  return [['first', first], ['second', second]]
    .filter(([visit, { bytes }]) => bytes > greatest[visit] * 1000)
    .map(([visit, { where, bytes }]) => `${where}: the ${visit} visit transfers ${kilobytes(bytes)} kB`);
}

async function measure(address) {
  const busy = loadavg()[0] > availableParallelism();
  const missed = [...await transfers(address), ...await scores(address)];
  if (busy) {
    console.log(`The machine was busy (load ${loadavg()[0].toFixed(1)} on ${availableParallelism()} processors): performance and TBT are worse than on a quiet one.`);
  }

  console.log(missed.length === 0 ? 'Every aim is met.' : `Missed:\n${missed.join('\n')}`);
  console.log(`Lighthouse's reports: ${reports}`);
  process.exitCode = missed.length === 0 ? 0 : 1;
}

async function measurePublished() {
  const folder = temporaryFolder();
  try {
    publish(path.join(folder, 'program'));
    const program = await start(path.join(folder, 'program'), path.join(folder, 'home'));
    try {
      await measure(program.address);
    } finally {
      await program.stop();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

await (options.url === undefined ? measurePublished() : measure(options.url.replace(/\/$/, '')));
