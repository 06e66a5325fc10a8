/** Runs a generator to its end and hands back what it returns. */
export function toTheEnd<T>(steps: Generator<unknown, T>): T {
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}
