// Takes the world's shapes (UN base map) out of plotly.js, as the files that Plotly asks for: topojson/world_110m.json and world_50m.json.
// Usage: node topojson.mjs <repository> <target folder>
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import vm from 'node:vm';

const [root, target] = process.argv.slice(2).map(folder => path.resolve(folder));
const bundle = path.join(root, 'node_modules', 'plotly.js', 'dist', 'plotly-geo-assets.js');
const page = {};
page.self = page.window = page;
vm.runInNewContext(readFileSync(bundle, 'utf8'), page);

mkdirSync(target, { recursive: true });
for (const name of ['world_110m', 'world_50m']) {
  const shapes = page.Plotly.topojson[name];
  if (!shapes?.objects?.countries?.geometries?.length) {
    throw new Error(`${bundle} should hold the map ${name} with countries, but does not.`);
  }

  const file = path.join(target, `${name}.json`);
  writeFileSync(`${file}.new`, JSON.stringify(shapes));
  renameSync(`${file}.new`, file);
}
