// Makes the chart script: of plotly.js only the core and the traces that the site draws.
// Usage: node plotly.mjs <repository> <target file>
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

// A figure that draws another trace needs its name here; scatter is in the core.
const traces = ['bar', 'choropleth', 'scattergeo', 'heatmap'];

const [root, target] = process.argv.slice(2).map(name => path.resolve(name));
const require = createRequire(path.join(root, 'package.json'));
const { build, transform } = require('esbuild');
const { version } = require('plotly.js/package.json');
if (path.basename(target) !== `plotly-${version}.min.js`) {
  throw new Error(`package.json brings plotly.js ${version}, but the site loads ${path.basename(target)}: both must be of the version in Plotly.Blazor.`);
}

const dialect = 'es2020';

const entry = [
  "const Plotly = require('plotly.js/lib/core');",
  ...traces.map(trace => `Plotly.register(require('plotly.js/lib/${trace}'));`),
  'module.exports = Plotly;',
].join('\n');

/**
 * What the core asks for and the site does not use: buttons, menus and sliders inside of charts, the style sheet of maps of street tiles, and the
 * projections that are not in d3-geo. In it are equal earth, equirectangular, Mercator, orthographic and others, and natural earth by another name.
 */
const standIns = [
  [/^maplibre-gl\/.*\.css$/, () => ''],
  [/^d3-geo-projection$/, () => "exports.geoNaturalEarth = require('d3-geo').geoNaturalEarth1;"],
  [/\/components\/(?:rangeselector|rangeslider|sliders|updatemenus)$/, name => `module.exports = { moduleType: 'component', name: '${name}' };`],
];
const leftOut = {
  name: 'left-out',
  setup: bundle => standIns.forEach(([filter, script], index) => {
    const namespace = `left-out-${index}`;
    bundle.onResolve({ filter }, found => ({ path: path.posix.basename(found.path), namespace }));
    bundle.onLoad({ filter: /./, namespace }, found => ({ contents: script(found.path), resolveDir: path.dirname(require.resolve('plotly.js/package.json')) }));
  }),
};

/** Where the expression that begins here ends: at a comma or a closing bracket that is not inside of it. */
function endOfExpression(script, start) {
  for (let at = start, depth = 0; at < script.length; at++) {
    const sign = script[at];
    if (sign === "'" || sign === '"' || sign === '`') {
      for (at++; script[at] !== sign; at++) {
        at += script[at] === '\\' ? 1 : 0;
      }
    } else if ('([{'.includes(sign)) {
      depth++;
    } else if (')]}'.includes(sign) && depth-- === 0 || sign === ',' && depth === 0) {
      return at;
    }
  }

  throw new Error('A description in plotly.js has no end.');
}

/** The script, in which no comments are, without the words that document each attribute; plotly.js's own small scripts leave them out too. */
function withoutDescriptions(script) {
  const parts = [];
  let from = 0;
  for (const { index, 0: name } of script.matchAll(/(?<=[{,])description:/g)) {
    if (index >= from) {
      parts.push(script.slice(from, index));
      const end = endOfExpression(script, index + name.length);
      from = script[end] === ',' ? end + 1 : end;
    }
  }

  return parts.join('') + script.slice(from);
}

/** The packages that went into the script, with version and licence. */
function packages(inputs) {
  const folders = Object.keys(inputs).map(file => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0]);
  return [...new Set(folders.filter(folder => folder !== undefined))]
    .map(folder => JSON.parse(readFileSync(path.join(root, folder, 'package.json'), 'utf8')))
    .map(({ name, version, license }) => `${name} ${version} (${license})`)
    .sort();
}

/** The licence header of plotly.js, and what else is inside. */
function banner(inputs) {
  const header = /^\/\*\*[^]*?\*\//.exec(readFileSync(require.resolve('plotly.js/dist/plotly.min.js'), 'utf8'))?.[0];
  if (!header?.includes('MIT license')) {
    throw new Error('plotly.js/dist/plotly.min.js should begin with its licence, but does not.');
  }

  return header.replace(/\*\/$/, `* Traces: scatter, ${traces.join(', ')}\n* Made of: ${packages(inputs).join(', ')}\n*/`);
}

const bundle = await build({
  absWorkingDir: root,
  stdin: { contents: entry, resolveDir: root },
  plugins: [leftOut],
  define: { global: 'window', 'define.amd': 'false' },
  format: 'iife',
  globalName: 'Plotly',
  target: dialect,
  bundle: true,
  minify: true,
  write: false,
  metafile: true,
});
const { code } = await transform(withoutDescriptions(bundle.outputFiles[0].text), { minify: true, target: dialect, legalComments: 'eof' });

mkdirSync(path.dirname(target), { recursive: true });
writeFileSync(`${target}.new`, `${banner(bundle.metafile.inputs)}\n${code}`);
renameSync(`${target}.new`, target);
