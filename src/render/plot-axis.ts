import type { PlotAxis } from '../page.ts';

/** Where values of an axis fall, from 0 to 1, and the few round values that are written beside it. */
export type Axis = { place: (value: number) => number; ticks: readonly { at: number; text: string }[] };

/** Spans an axis over values; a log axis passes over what is not positive. */
export function spanAxis(axis: PlotAxis, values: readonly number[], wanted: number): Axis {
  const known = values.filter((value) => Number.isFinite(value) && (axis.scale === 'linear' || value > 0));
  const low = known.length > 0 ? Math.min(...known) : axis.scale === 'log' ? 1 : 0;
  const high = known.length > 0 ? Math.max(...known) : axis.scale === 'log' ? 10 : 1;
  return axis.scale === 'log' ? logAxis(low, high, wanted) : linearAxis(low, high, wanted);
}

function linearAxis(low: number, high: number, wanted: number): Axis {
  if (low === high) return linearAxis(low - (Math.abs(low) || 1) / 2, high + (Math.abs(high) || 1) / 2, wanted);
  const spread = high - low;
  const step = roundStep(spread / Math.max(1, wanted - 1));
  const from = Math.floor(low / step + 1e-9) * step;
  const to = Math.max(from + step, Math.ceil(high / step - 1e-9) * step);
  const place = (value: number): number => (value - from) / (to - from);
  const count = Math.round((to - from) / step);
  const digits = Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
  return {
    place,
    ticks: Array.from({ length: count + 1 }, (_, i) => ({ at: i / count, text: tickText(from + i * step, digits) })),
  };
}

function roundStep(rough: number): number {
  const unit = tenTo(Math.floor(Math.log10(rough)));
  return unit * ([1, 2, 5, 10].find((factor) => factor * unit >= rough * 0.999) ?? 10);
}

function logAxis(low: number, high: number, wanted: number): Axis {
  const [bottom, top] = [Math.log10(low), Math.log10(high === low ? low * 10 : high)];
  const place = (value: number): number => (Math.log10(value) - bottom) / (top - bottom);
  const decades = Array.from({ length: Math.floor(top) - Math.floor(bottom) + 1 }, (_, i) => Math.floor(bottom) + i);
  const between = (factors: readonly number[]): number[] =>
    decades
      .flatMap((decade) => factors.map((factor) => factor * tenTo(decade)))
      .filter((value) => place(value) >= -0.001 && place(value) <= 1.001);
  const values = [[1, 2, 5], [1, 3], [1]].map(between).find((some) => some.length <= wanted) ?? between([1]);
  const every = Math.max(1, Math.ceil(values.length / Math.max(2, wanted)));
  return {
    place,
    ticks: values
      .filter((_, i) => i % every === 0)
      .map((value) => ({
        at: place(value),
        text: tickText(value, value < 1 ? Math.ceil(-Math.log10(value) - 1e-9) : 0),
      })),
  };
}

function tickText(value: number, digits: number): string {
  const size = Math.abs(value);
  for (const [unit, name] of [
    [1e12, 'T'],
    [1e9, 'B'],
    [1e6, 'M'],
    [1e4, 'k'],
  ] as const) {
    const base = name === 'k' ? 1e3 : unit;
    if (size >= unit) return `${Number((value / base).toPrecision(3))}${name}`;
  }
  return size !== 0 && size < 1e-4 ? value.toExponential(0) : value.toFixed(Math.min(6, digits));
}

/** Read as text, a power of ten is exact, and the same on every machine. */
function tenTo(exponent: number): number {
  return Number(`1e${exponent}`);
}
