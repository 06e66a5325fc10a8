// One face for the lab's index and for those of others: build from prepared vectors, then answer all queries at an `ef`.
// What only turns vectors into the form that a library asks for is done before, outside of what is timed.
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const links = 16;
const efConstruction = 200;
export const k = 10;
/** The greatest `ef` that is tried to reach a recall. */
export const mostEf = 2048;

/** What each library makes of `{ lab, modules, base, queries }`: an index with `build(rows)` and `search(ef, ids)`. */
export const libraries = {
  simd: (setting) => labIndex(setting, 'simd'),
  js: (setting) => labIndex(setting, 'js'),
  'hnswlib-node': hnswlibIndex,
  usearch: usearchIndex,
  hnsw: hnswIndex,
};

function labIndex({ lab, base, queries }, kernel) {
  const nearest = lab.nearestKeys(k);
  let index;
  return {
    build(rows) {
      const part = { ...base, values: base.values.subarray(0, rows * base.dimension), rows };
      const random = lab.createBench(1, () => 0).stream('init');
      index = lab.createHnsw(part, queries, { links, efConstruction, mostEf }, random, kernel);
      index.insert(0, rows);
    },
    search(ef, ids) {
      for (let query = 0; query < queries.rows; query += 1) {
        nearest.clear();
        index.search(query, ef, nearest);
        for (let i = 0; i < k; i += 1) ids[query * k + i] = nearest.idAt(i);
      }
    },
  };
}

function hnswlibIndex({ modules, base, queries }) {
  const { HierarchicalNSW } = required(modules, 'hnswlib-node');
  const points = rowsOf(base).map((row) => Array.from(row));
  const asked = rowsOf(queries).map((row) => Array.from(row));
  let index;
  return {
    build(rows) {
      index = new HierarchicalNSW('l2', base.dimension);
      index.initIndex(rows, links, efConstruction);
      for (let row = 0; row < rows; row += 1) index.addPoint(points[row], row);
    },
    search(ef, ids) {
      index.setEf(ef);
      for (let query = 0; query < asked.length; query += 1)
        ids.set(index.searchKnn(asked[query], k).neighbors, query * k);
    },
  };
}

/** All queries in one call, on one thread. Its `ef` is fixed when an index is made: another is loaded from a file. */
function usearchIndex({ modules, base, queries }) {
  const { Index } = required(modules, 'usearch');
  const made = new Map();
  const create = (ef) =>
    new Index({
      metric: 'l2sq',
      quantization: 'f32',
      dimensions: base.dimension,
      connectivity: links,
      expansion_add: efConstruction,
      expansion_search: ef,
    });
  const keys = BigUint64Array.from({ length: base.rows }, (_, row) => BigInt(row));
  let index;
  const prepare = (ef) => {
    if (made.has(ef)) return;
    const folder = mkdtempSync(join(modules, 'saved-'));
    const file = join(folder, 'index');
    index.save(file);
    const other = create(ef);
    other.load(file);
    made.set(ef, other);
    rmSync(folder, { recursive: true });
  };
  return {
    build(rows) {
      made.clear();
      index = create(k);
      index.add(keys.subarray(0, rows), base.values.subarray(0, rows * base.dimension), 1);
    },
    prepare,
    search(ef, ids) {
      const found = made.get(ef).search(queries.values, k, 1).keys;
      for (let i = 0; i < ids.length; i += 1) ids[i] = Number(found[i]);
    },
  };
}

function hnswIndex({ modules, base, queries }) {
  const { HNSW } = required(modules, 'hnsw');
  const points = rowsOf(base).map((vector, id) => ({ id, vector }));
  const asked = rowsOf(queries);
  let index;
  return {
    async build(rows) {
      index = new HNSW(links, efConstruction, base.dimension, 'euclidean');
      await index.buildIndex(points.slice(0, rows));
    },
    search(ef, ids) {
      for (let query = 0; query < asked.length; query += 1) {
        const found = index.searchKNN(asked[query], k, { efSearch: ef });
        for (let i = 0; i < k; i += 1) ids[query * k + i] = found[i]?.id ?? -1;
      }
    },
  };
}

function required(modules, name) {
  return createRequire(join(modules, name, 'package.json'))(name);
}

/** Views, not copies: memory that is freed before a build would be used anew by it, and hide what the index holds. */
function rowsOf({ values, rows, dimension }) {
  return Array.from({ length: rows }, (_, row) => values.subarray(row * dimension, (row + 1) * dimension));
}
