import { binsPerColumn, type BinnedRows } from './bins.ts';

/** A tree as flat arrays, node 0 the root: rows whose bin is above `bin` go to `left + 1`, others to `left`. */
export type Tree = {
  column: Int32Array;
  bin: Int32Array;
  /** 0 at a leaf. */
  left: Int32Array;
  /** What a leaf adds to the score; 0 at other nodes. */
  value: Float64Array;
};

export type TreeOptions = {
  /** Questions from the root to a leaf, at most. */
  levels: number;
  learningRate: number;
  /** Added to the second derivatives of a leaf: pulls small leaves towards 0. */
  l2: number;
  /** No leaf gets a smaller sum of second derivatives p (1 - p): at a click rate of 3 %, 1 is 34 rows. */
  leastCurvature: number;
};

type Node = { column: number; bin: number; left: number; value: number };
type Split = { column: number; bin: number };

/** Grows one tree; adds to each score the value of the leaf its row falls into, and counts the work. */
export type TreeGrower = (derivatives: Float64Array, scores: Float64Array) => { tree: Tree; work: number };

/**
 * Grows regression trees on binned columns, level by level down to a depth; buffers are kept from tree to tree.
 *
 * Formula: a split is worth G²/(H + l2) of the left side plus that of the right minus that of both; of equal ones
 * the first column and the lowest bin wins. A child's histogram is its parent's minus its sibling's, so only the
 * smaller child is counted. Cost: rows times columns at the root, at most half of it for each level below.
 *
 * @returns takes `derivatives[2 * row]` (first) and `[2 * row + 1]` (second); work is histogram updates and bins seen
 */
export function treeGrower(data: BinnedRows, options: TreeOptions): TreeGrower {
  const { rows, columns, bins } = data;
  const { levels, learningRate, l2 } = options;
  const order = new Int32Array(rows);
  const spare = new Int32Array(rows);
  const histograms = Array.from({ length: levels }, () => new Float64Array(columns * binsPerColumn * 2));
  const places = placesOf(data);
  let nodes: Node[] = [];
  let work = 0;
  let derivatives = new Float64Array(0);
  let scores = new Float64Array(0);

  const count = (from: number, to: number, level: number): Float64Array => {
    const histogram = histograms[level] as Float64Array;
    histogram.fill(0);
    for (let i = from; i < to; i += 1) {
      const row = order[i] as number;
      const g = derivatives[2 * row] as number;
      const h = derivatives[2 * row + 1] as number;
      for (let at = row * columns, end = at + columns; at < end; at += 1) {
        const place = places[at] as number;
        histogram[place] = (histogram[place] as number) + g;
        histogram[place + 1] = (histogram[place + 1] as number) + h;
      }
    }
    work += (to - from) * columns;
    return histogram;
  };

  const close = (node: number, from: number, to: number): void => {
    let g = 0;
    let h = 0;
    for (let i = from; i < to; i += 1) {
      const row = order[i] as number;
      g += derivatives[2 * row] as number;
      h += derivatives[2 * row + 1] as number;
    }
    const value = (-learningRate * g) / (h + l2);
    nodes[node] = { ...leaf, value };
    for (let i = from; i < to; i += 1) {
      const row = order[i] as number;
      scores[row] = (scores[row] as number) + value;
    }
  };

  /** Rows above the bin go behind the others, each side in the order it had. */
  const part = (from: number, to: number, { column, bin }: Split): number => {
    let middle = from;
    let kept = 0;
    for (let i = from; i < to; i += 1) {
      const row = order[i] as number;
      if ((bins[row * columns + column] as number) > bin) spare[kept++] = row;
      else order[middle++] = row;
    }
    order.set(spare.subarray(0, kept), middle);
    return middle;
  };

  const grow = (node: number, from: number, to: number, level: number, histogram: Float64Array): void => {
    const split = bestSplit(histogram, columns, options);
    work += columns * binsPerColumn;
    if (!split) return close(node, from, to);
    const middle = part(from, to, split);
    const left = nodes.length;
    nodes[node] = { ...split, left, value: 0 };
    nodes.push(leaf, leaf);
    if (level + 1 === levels) {
      close(left, from, middle);
      return close(left + 1, middle, to);
    }
    // Count the smaller child; the other is what remains of the parent.
    const leftIsSmaller = middle - from <= to - middle;
    const counted = leftIsSmaller ? count(from, middle, level + 1) : count(middle, to, level + 1);
    for (let i = 0; i < histogram.length; i += 1) histogram[i] = (histogram[i] as number) - (counted[i] as number);
    grow(left, from, middle, level + 1, leftIsSmaller ? counted : histogram);
    grow(left + 1, middle, to, level + 1, leftIsSmaller ? histogram : counted);
  };

  return (ofThisTree, scoresToRaise) => {
    derivatives = ofThisTree as Float64Array<ArrayBuffer>;
    scores = scoresToRaise as Float64Array<ArrayBuffer>;
    nodes = [leaf];
    work = 0;
    for (let row = 0; row < rows; row += 1) order[row] = row;
    grow(0, 0, rows, 0, count(0, rows, 0));
    return { tree: flat(nodes), work };
  };
}

const leaf: Node = { column: 0, bin: 0, left: 0, value: 0 };

/** Where each cell is counted in a histogram: worked out once, not once a tree and level. */
function placesOf({ rows, columns, bins }: BinnedRows): Uint16Array {
  const places = new Uint16Array(rows * columns);
  for (let row = 0, at = 0; row < rows; row += 1)
    for (let column = 0; column < columns; column += 1, at += 1)
      places[at] = 2 * (column * binsPerColumn + (bins[at] as number));
  return places;
}

function flat(nodes: readonly Node[]): Tree {
  return {
    column: Int32Array.from(nodes, (one) => one.column),
    bin: Int32Array.from(nodes, (one) => one.bin),
    left: Int32Array.from(nodes, (one) => one.left),
    value: Float64Array.from(nodes, (one) => one.value),
  };
}

function bestSplit(histogram: Float64Array, columns: number, { l2, leastCurvature }: TreeOptions): Split | undefined {
  let best: Split | undefined;
  let least = 1e-9;
  for (let column = 0; column < columns; column += 1) {
    const first = 2 * column * binsPerColumn;
    const end = first + 2 * binsPerColumn;
    let G = 0;
    let H = 0;
    for (let at = first; at < end; at += 2) {
      G += histogram[at] as number;
      H += histogram[at + 1] as number;
    }
    const whole = (G * G) / (H + l2);
    let g = 0;
    let h = 0;
    for (let bin = 0, at = first; at < end; bin += 1, at += 2) {
      g += histogram[at] as number;
      h += histogram[at + 1] as number;
      if (h < leastCurvature) continue;
      if (H - h < leastCurvature) break;
      const gain = (g * g) / (h + l2) + ((G - g) * (G - g)) / (H - h + l2) - whole;
      // What subtraction leaves in an empty bin is rounding: it must not move the cut past it.
      if (gain > least + 1e-9 * whole) {
        least = gain;
        best = { column, bin };
      }
    }
  }
  return best;
}
