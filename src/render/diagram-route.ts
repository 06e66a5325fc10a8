import { makeHeap } from './heap.ts';
import type { Box, Placement } from './diagram-place.ts';

export type Cell = readonly [x: number, y: number];
export type Direction = 0 | 1 | 2 | 3;
/** The way of one edge: the cells from outside its source to the arrow's head, and the sides where it leaves and arrives. */
export type Route = {
  edge: number;
  from: string;
  to: string;
  cells: readonly Cell[];
  leaves: Direction;
  arrives: Direction;
};

/** North, east, south, west. */
export const steps: readonly Cell[] = [
  [0, -1],
  [1, 0],
  [0, 1],
  [-1, 0],
];
const [north, east, south, west] = [0, 1, 2, 3] as const;
const directions = [north, east, south, west] as const;

type Wanted = { from: string; to: string; label?: string };

/** What a character cell already holds: which edges, and on which of its four sides lines leave it. */
type Use = { edges: Wanted[]; mask: number; head: boolean };

const costs = {
  across: 1,
  down: 1.5,
  bend: 5,
  crossing: 9,
  shared: 0.35,
  sharedWords: 3,
  besideBox: 1.5,
  besideLine: 1.2,
  offCentre: 0.5,
};
const leaveCost: Record<Direction, number> = { [north]: 16, [east]: 4, [south]: 0, [west]: 4 };
const arriveCost: Record<Direction, number> = { [north]: 12, [east]: 3, [south]: 0, [west]: 3 };

/** Finds a way for every edge around the boxes: few bends, few crossings, shared only with edges of the same source or target. */
export function routeEdges(placement: Placement, edges: readonly Wanted[]): Route[] {
  const field = new Field(placement);
  const order = edges
    .map((edge, index) => ({ ...edge, index, length: field.distance(edge.from, edge.to) }))
    .filter((edge) => edge.from !== edge.to && Number.isFinite(edge.length))
    .sort((a, b) => a.length - b.length || a.index - b.index);
  return order.flatMap((edge) => {
    const route = field.findWay(edge, edge.index);
    if (route) field.take(route, edge);
    return route ? [route] : [];
  });
}

class Field {
  readonly #width: number;
  readonly #height: number;
  readonly #boxes: ReadonlyMap<string, Box>;
  readonly #blocked: Uint8Array;
  readonly #beside: Uint8Array;
  readonly #uses: (Use | undefined)[];

  constructor(placement: Placement) {
    this.#width = placement.width;
    this.#height = placement.height;
    this.#boxes = new Map(placement.boxes.map((box) => [box.id, box]));
    this.#blocked = new Uint8Array(this.#width * this.#height);
    this.#beside = new Uint8Array(this.#width * this.#height);
    this.#uses = new Array<Use | undefined>(this.#width * this.#height);
    for (const box of placement.boxes) this.#paint(this.#beside, box.x - 2, box.y - 1, box.w + 4, box.h + 2);
    for (const box of placement.boxes) this.#paint(this.#blocked, box.x, box.y, box.w, box.h);
    for (const lane of placement.lanes) this.#paint(this.#blocked, lane.x, lane.y, lane.w, 1);
  }

  #paint(field: Uint8Array, x: number, y: number, w: number, h: number): void {
    for (let j = Math.max(0, y); j < Math.min(this.#height, y + h); j++)
      field.fill(1, j * this.#width + Math.max(0, x), j * this.#width + Math.min(this.#width, x + w));
  }

  distance(from: string, to: string): number {
    const [a, b] = [this.#boxes.get(from), this.#boxes.get(to)];
    return a && b ? Math.abs(a.x + a.w / 2 - b.x - b.w / 2) + 2 * Math.abs(a.y - b.y) : Infinity;
  }

  /** Dijkstra over (cell, direction of travel). */
  findWay(wanted: Wanted, edge: number): Route | undefined {
    const { from, to } = wanted;
    const [source, target] = [this.#boxes.get(from), this.#boxes.get(to)];
    if (!source || !target) return undefined;
    const ends = new Map(this.#doors(target, true).map((door) => [door.at * 4 + door.direction, door.cost]));
    const best = new Float64Array(this.#width * this.#height * 4).fill(Infinity);
    const before = new Int32Array(best.length).fill(-1);
    const heap = makeHeap();
    for (const door of this.#doors(source, false)) {
      const state = door.at * 4 + door.direction;
      if (this.#blocked[door.at]) continue;
      best[state] = door.cost;
      heap.push(door.cost, state);
    }
    const goal = best.length;
    let goalCost = Infinity;
    let last = -1;
    for (let state = heap.pop(); state !== undefined && state !== goal; state = heap.pop()) {
      const cost = best[state] ?? Infinity;
      if (cost >= goalCost) break;
      const end = ends.get(state);
      const endCost =
        end === undefined ? Infinity : cost + end + this.#stepCost(state, (state % 4) as Direction, wanted, true);
      if (endCost < goalCost) [goalCost, last] = [endCost, state];
      for (const direction of directions) {
        const next = this.#neighbour(state >> 2, direction);
        if (next < 0 || this.#blocked[next] || direction === ((state % 4) + 2) % 4) continue;
        const total = cost + this.#stepCost(state, direction, wanted, false);
        const nextState = next * 4 + direction;
        if (total >= (best[nextState] ?? Infinity)) continue;
        best[nextState] = total;
        before[nextState] = state;
        heap.push(total, nextState);
      }
    }
    return last < 0 ? undefined : this.#trace(last, before, { edge, from, to });
  }

  #trace(last: number, before: Int32Array, ends: { edge: number; from: string; to: string }): Route {
    const states: number[] = [];
    for (let state = last; state >= 0; state = before[state] ?? -1) states.unshift(state);
    const cells = states.map((state): Cell => [(state >> 2) % this.#width, Math.floor((state >> 2) / this.#width)]);
    return { ...ends, cells, leaves: ((states[0] ?? 0) % 4) as Direction, arrives: (last % 4) as Direction };
  }

  /** What it costs to go through a cell and leave it in a direction; infinite where two lines could be mistaken for one. */
  #stepCost(state: number, exit: Direction, { from, to, label }: Wanted, head: boolean): number {
    const at = state >> 2;
    const into = state % 4;
    const mask = (1 << ((into + 2) % 4)) | (1 << exit);
    const use = this.#uses[at];
    let cost = exit === north || exit === south ? costs.down : costs.across;
    if (into !== exit) cost += costs.bend;
    if (use) {
      const sameSource = use.edges.every((edge) => edge.from === from);
      const same = sameSource || use.edges.every((edge) => edge.to === to);
      const crosses = !use.head && !head && ((use.mask === 5 && mask === 10) || (use.mask === 10 && mask === 5));
      if (!same && !crosses) return Infinity;
      if (same && (use.mask | mask) === 15) return Infinity;
      if (same && use.head && use.edges.some((edge) => edge.to !== to)) return Infinity;
      if (!same) return cost + costs.crossing;
      const words = label !== undefined || use.edges.some((edge) => edge.label);
      return cost * (words && !sameSource ? costs.sharedWords : costs.shared);
    }
    if (this.#beside[at]) cost += head ? 0 : costs.besideBox;
    return cost + this.#crowding(at, into);
  }

  #crowding(at: number, into: number): number {
    const sides = into === north || into === south ? ([east, west] as const) : ([north, south] as const);
    return sides.filter((side) => this.#uses[this.#neighbour(at, side)] !== undefined).length * costs.besideLine;
  }

  #neighbour(at: number, direction: Direction): number {
    const [dx, dy] = steps[direction] ?? [0, 0];
    const x = (at % this.#width) + dx;
    const y = Math.floor(at / this.#width) + dy;
    return x < 0 || y < 0 || x >= this.#width || y >= this.#height ? -1 : y * this.#width + x;
  }

  /** The cells just outside a box where a line may leave it, or arrive. */
  #doors(box: Box, arriving: boolean): { at: number; direction: Direction; cost: number }[] {
    const doors: { at: number; direction: Direction; cost: number }[] = [];
    const add = (x: number, y: number, side: Direction, off: number): void => {
      const direction = arriving ? (((side + 2) % 4) as Direction) : side;
      const cost = (arriving ? arriveCost : leaveCost)[direction] + off * costs.offCentre;
      if (x >= 0 && y >= 0 && x < this.#width && y < this.#height)
        doors.push({ at: y * this.#width + x, direction, cost });
    };
    for (let x = box.x + 1; x < box.x + box.w - 1; x++) {
      const off = Math.abs(x + 0.5 - box.x - box.w / 2);
      add(x, box.y - 1, north, off);
      add(x, box.y + box.h, south, off);
    }
    for (let y = box.y + 1; y < box.y + box.h - 1; y++) {
      add(box.x - 1, y, west, 0);
      add(box.x + box.w, y, east, 0);
    }
    return doors;
  }

  take(route: Route, edge: Wanted): void {
    for (const [i, [x, y]] of route.cells.entries()) {
      const at = y * this.#width + x;
      const use = (this.#uses[at] ??= { edges: [], mask: 0, head: false });
      use.edges.push(edge);
      use.mask |= cellMask(route, i);
      use.head ||= i === route.cells.length - 1;
    }
  }
}

/** The sides of a cell (bits: north 1, east 2, south 4, west 8) on which a route's line leaves it. */
export function cellMask(route: Route, index: number): number {
  const [x, y] = route.cells[index] ?? [0, 0];
  const before = route.cells[index - 1];
  const after = route.cells[index + 1];
  const into = before ? sideTowards(x, y, before) : (route.leaves + 2) % 4;
  const exit = after ? sideTowards(x, y, after) : route.arrives;
  return (1 << into) | (1 << exit);
}

function sideTowards(x: number, y: number, [toX, toY]: Cell): Direction {
  if (toX !== x) return toX > x ? east : west;
  return toY > y ? south : north;
}
