/** A smallest-first queue of numbers by cost; equal costs come out in the order of the numbers, so that a drawing never changes. */
export function makeHeap(): { push: (cost: number, value: number) => void; pop: () => number | undefined } {
  const costs: number[] = [];
  const values: number[] = [];
  const before = (i: number, j: number): boolean => {
    const [a, b] = [costs[i] ?? 0, costs[j] ?? 0];
    return a < b || (a === b && (values[i] ?? 0) < (values[j] ?? 0));
  };
  const swap = (i: number, j: number): void => {
    [costs[i], costs[j]] = [costs[j] ?? 0, costs[i] ?? 0];
    [values[i], values[j]] = [values[j] ?? 0, values[i] ?? 0];
  };
  const push = (cost: number, value: number): void => {
    costs.push(cost);
    values.push(value);
    for (let i = costs.length - 1; i > 0 && before(i, (i - 1) >> 1); i = (i - 1) >> 1) swap(i, (i - 1) >> 1);
  };
  const pop = (): number | undefined => {
    const first = values[0];
    const last = costs.length - 1;
    if (last < 0) return undefined;
    swap(0, last);
    costs.pop();
    values.pop();
    for (let i = 0; ;) {
      const [left, right] = [2 * i + 1, 2 * i + 2];
      const smaller = right < last && before(right, left) ? right : left;
      if (smaller >= last || !before(smaller, i)) break;
      swap(i, smaller);
      i = smaller;
    }
    return first;
  };
  return { push, pop };
}
