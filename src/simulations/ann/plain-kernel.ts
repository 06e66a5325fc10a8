import { countedAt, type DistanceKernel } from './distance-kernel.ts';

/**
 * The distance kernel in plain TypeScript: the fallback where WebAssembly has no SIMD, and the oracle of `kernel.wat`.
 *
 * Four rows at once, unrolled by two: each query value is loaded once for four rows, which takes two fifths off the time
 * of one row after the other. Sums are of doubles and rounded to 32 bits at the end, in one order whatever the batch.
 * Cost: O(d) a row. A class, because functions made anew for each memory would each have to warm up again.
 */
export class PlainKernel implements DistanceKernel {
  readonly #floats: Float32Array;
  readonly #words: Int32Array;
  readonly #pairs: Float64Array;
  readonly #found = new Float32Array(4);

  constructor(buffer: ArrayBuffer) {
    this.#floats = new Float32Array(buffer);
    this.#words = new Int32Array(buffer);
    this.#pairs = new Float64Array(buffer);
  }

  /** Leaves the distances of four rows in `found`; positions in floats. */
  #four(query: number, a: number, b: number, c: number, d: number, length: number): void {
    const floats = this.#floats;
    const found = this.#found;
    let sa = 0;
    let sb = 0;
    let sc = 0;
    let sd = 0;
    for (let i = 0; i < length; i += 2) {
      const q = floats[query + i] as number;
      const p = floats[query + i + 1] as number;
      let x = q - (floats[a + i] as number);
      let y = p - (floats[a + i + 1] as number);
      sa = sa + x * x + y * y;
      x = q - (floats[b + i] as number);
      y = p - (floats[b + i + 1] as number);
      sb = sb + x * x + y * y;
      x = q - (floats[c + i] as number);
      y = p - (floats[c + i + 1] as number);
      sc = sc + x * x + y * y;
      x = q - (floats[d + i] as number);
      y = p - (floats[d + i + 1] as number);
      sd = sd + x * x + y * y;
    }
    found[0] = sa;
    found[1] = sb;
    found[2] = sc;
    found[3] = sd;
  }

  /** Leaves the distance of one row in `found`. */
  #one(query: number, a: number, length: number): void {
    const floats = this.#floats;
    const found = this.#found;
    let sa = 0;
    for (let i = 0; i < length; i += 2) {
      const x = (floats[query + i] as number) - (floats[a + i] as number);
      const y = (floats[query + i + 1] as number) - (floats[a + i + 1] as number);
      sa = sa + x * x + y * y;
    }
    found[0] = sa;
  }

  listed(query: number, rows: number, stride: number, ids: number, count: number, keys: number): void {
    const floats = this.#floats;
    const words = this.#words;
    const found = this.#found;
    const q = query >>> 2;
    const base = rows >>> 2;
    const length = stride >>> 2;
    const list = ids >>> 2;
    let out = keys >>> 2;
    let i = 0;
    for (; i + 4 <= count; i += 4, out += 8) {
      const a = words[list + i] as number;
      const b = words[list + i + 1] as number;
      const c = words[list + i + 2] as number;
      const d = words[list + i + 3] as number;
      this.#four(q, base + a * length, base + b * length, base + c * length, base + d * length, length);
      words[out] = a;
      floats[out + 1] = found[0] as number;
      words[out + 2] = b;
      floats[out + 3] = found[1] as number;
      words[out + 4] = c;
      floats[out + 5] = found[2] as number;
      words[out + 6] = d;
      floats[out + 7] = found[3] as number;
    }
    for (; i < count; i += 1, out += 2) {
      const a = words[list + i] as number;
      this.#one(q, base + a * length, length);
      words[out] = a;
      floats[out + 1] = found[0] as number;
    }
  }

  expand(
    query: number,
    rows: number,
    stride: number,
    links: number,
    visited: number,
    epoch: number,
    keys: number,
  ): number {
    const words = this.#words;
    const from = (links >>> 2) + 1;
    const marks = visited >>> 2;
    const to = from + (words[links >>> 2] as number);
    let fresh = 0;
    for (let at = from; at < to; at += 1) {
      const id = words[at] as number;
      if (words[marks + id] === epoch) continue;
      words[marks + id] = epoch;
      words[fresh] = id;
      fresh += 1;
    }
    this.listed(query, rows, stride, 0, fresh, keys);
    return fresh;
  }

  scan(query: number, rows: number, stride: number, count: number, limit: number, first: number, keys: number): number {
    const floats = this.#floats;
    const words = this.#words;
    const found = this.#found;
    const q = query >>> 2;
    const base = rows >>> 2;
    const length = stride >>> 2;
    const start = keys >>> 2;
    let out = start;
    for (let i = 0; i < count; i += 4) {
      const lanes = Math.min(4, count - i);
      const at = base + i * length;
      if (lanes === 4) this.#four(q, at, at + length, at + 2 * length, at + 3 * length, length);
      for (let lane = 0; lane < lanes; lane += 1) {
        if (lanes < 4) this.#one(q, at + lane * length, length);
        const distance = found[lanes < 4 ? 0 : lane] as number;
        if (distance > limit) continue;
        words[out] = first + i + lane;
        floats[out + 1] = distance;
        out += 2;
      }
    }
    return (out - start) >>> 1;
  }

  assign(points: number, count: number, stride: number, centres: number, k: number, keys: number): void {
    const floats = this.#floats;
    const words = this.#words;
    const found = this.#found;
    const base = centres >>> 2;
    const length = stride >>> 2;
    for (let point = 0; point < count; point += 1) {
      const q = (points >>> 2) + point * length;
      let best = 0;
      let least = Infinity;
      for (let i = 0; i < k; i += 4) {
        const lanes = Math.min(4, k - i);
        const at = base + i * length;
        if (lanes === 4) this.#four(q, at, at + length, at + 2 * length, at + 3 * length, length);
        for (let lane = 0; lane < lanes; lane += 1) {
          if (lanes < 4) this.#one(q, at + lane * length, length);
          const distance = found[lanes < 4 ? 0 : lane] as number;
          if (distance >= least) continue;
          least = distance;
          best = i + lane;
        }
      }
      words[(keys >>> 2) + 2 * point] = best;
      floats[(keys >>> 2) + 2 * point + 1] = least;
    }
  }

  diverse(rows: number, stride: number, keys: number, count: number, most: number): number {
    const floats = this.#floats;
    const words = this.#words;
    const pairs = this.#pairs;
    const found = this.#found;
    const base = rows >>> 2;
    const length = stride >>> 2;
    const list = keys >>> 2;
    const firstKey = keys >>> 3;
    let kept = 0;
    let computed = 0;
    for (let at = 0; at < count && kept < most; at += 1) {
      const row = base + (words[list + 2 * at] as number) * length;
      const distance = floats[list + 2 * at + 1] as number;
      let accepted = true;
      for (let other = 0; accepted && other < kept; other += 4) {
        const lanes = Math.min(4, kept - other);
        computed += lanes;
        // Where fewer than four are left, the first stands in for the rest: its distance was asked for anyway.
        const place = list + 2 * other;
        const a = base + (words[place] as number) * length;
        const b = lanes > 1 ? base + (words[place + 2] as number) * length : a;
        const c = lanes > 2 ? base + (words[place + 4] as number) * length : a;
        const d = lanes > 3 ? base + (words[place + 6] as number) * length : a;
        if (lanes === 1) {
          this.#one(row, a, length);
          accepted = (found[0] as number) >= distance;
        } else {
          this.#four(row, a, b, c, d, length);
          for (let lane = 0; lane < 4; lane += 1) if ((found[lane] as number) < distance) accepted = false;
        }
      }
      if (!accepted) continue;
      pairs[firstKey + kept] = pairs[firstKey + at] as number;
      kept += 1;
    }
    words[countedAt >>> 2] = computed;
    return kept;
  }
}
