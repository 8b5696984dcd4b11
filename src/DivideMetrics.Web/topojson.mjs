// Takes the world's shapes (UN base map) out of plotly.js, as the files that Plotly asks for: topojson/world_110m.json and world_50m.json.
// Usage: node topojson.mjs <repository> <target folder>
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import vm from 'node:vm';

// Of the objects in plotly.js's maps these are drawn; lakes, rivers, the ocean and the parts of countries are not.
const layers = ['countries', 'land', 'coastlines'];

// Steps of the grid around the world: 2 km on the coarse map, which every reader loads and whose lines leave out more than that.
const grids = { world_110m: 20_000, world_50m: undefined };

const [root, target] = process.argv.slice(2).map(folder => path.resolve(folder));
const bundle = path.join(root, 'node_modules', 'plotly.js', 'dist', 'plotly-geo-assets.js');
const page = {};
page.self = page.window = page;
vm.runInNewContext(readFileSync(bundle, 'utf8'), page);

/** The same numbers of arcs, in the same nesting, each changed; ~n is arc n backwards. */
function renumbered(arcs, change) {
  return Array.isArray(arcs) ? arcs.map(part => renumbered(part, change)) : arcs < 0 ? ~change(~arcs) : change(arcs);
}

/** Whole steps from point to point, on another grid; a step of nothing is left out unless the arc would have no end. */
function onGrid(arc, from, to) {
  const here = [0, 0];
  const last = [0, 0];
  const kept = [];
  arc.forEach((step, index) => {
    const moved = [0, 1].map(axis => {
      here[axis] += step[axis];
      return Math.round(here[axis] * from[axis] / to[axis]) - last[axis];
    });
    if (index === 0 || moved.some(size => size !== 0) || index === arc.length - 1 && kept.length === 1) {
      kept.push(moved);
      last[0] += moved[0];
      last[1] += moved[1];
    }
  });
  return kept;
}

/** The layers that are drawn, their arcs only, on a grid of so many steps or on its own. */
function lighter(shapes, grid) {
  const scale = grid === undefined ? shapes.transform.scale : [360 / grid, 180 / grid];
  const arcs = [];
  const numbers = new Map();
  const number = old => {
    if (!numbers.has(old)) {
      numbers.set(old, arcs.push(onGrid(shapes.arcs[old], shapes.transform.scale, scale)) - 1);
    }

    return numbers.get(old);
  };
  const objects = layers.map(layer => [layer, {
    ...shapes.objects[layer],
    geometries: shapes.objects[layer].geometries.map(shape => shape.arcs ? { ...shape, arcs: renumbered(shape.arcs, number) } : shape),
  }]);
  return { ...shapes, objects: Object.fromEntries(objects), arcs, transform: { ...shapes.transform, scale } };
}

mkdirSync(target, { recursive: true });
for (const [name, grid] of Object.entries(grids)) {
  const shapes = page.Plotly.topojson[name];
  if (!layers.every(layer => shapes?.objects?.[layer]?.geometries?.length)) {
    throw new Error(`${bundle} should hold the map ${name} with ${layers.join(', ')}, but does not.`);
  }

  const file = path.join(target, `${name}.json`);
  writeFileSync(`${file}.new`, JSON.stringify(lighter(shapes, grid)));
  renameSync(`${file}.new`, file);
}
