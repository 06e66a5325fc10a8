/** Names near a mistyped one, nearest first, three at most: by a slip of the fingers, by their beginning, or by one of their words. */
export function nearNames(word: string, names: Iterable<string>): string[] {
  const typed = word.toLowerCase();
  if (typed === '') return [];
  return [...new Set(names)]
    .map((name, index) => ({ name, index, distance: nearness(typed, name.toLowerCase()) }))
    .filter(({ distance }) => Number.isFinite(distance))
    .sort((a, b) => a.distance - b.distance || a.index - b.index)
    .slice(0, mostNames)
    .map(({ name }) => name);
}

/** "Did you mean …?" for a mistyped name; empty when nothing is near. */
export function didYouMean(word: string, names: Iterable<string>): string {
  const near = nearNames(word, names).map((name) => `"${name}"`);
  return near.length === 0 ? '' : `Did you mean ${near.join(' or ')}?`;
}

/** Counts the insertions, deletions, substitutions and swaps of neighbours that turn one word into the other. */
export function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let best = Math.min(cell(last, j) + 1, cell(row, j - 1) + 1, cell(last, j - 1) + same);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) best = Math.min(best, cell(beforeLast, j - 2) + 1);
      row.push(best);
    }
    beforeLast = last;
    last = row;
  }
  return cell(last, b.length);
}

const mostNames = 3;
const shortestBeginning = 3;
const longestCompared = 60;

/** The distance of a slip; a beginning or a whole word of the name counts as one; Infinity when it is not near. */
function nearness(typed: string, name: string): number {
  if (typed.length > longestCompared || name.length > longestCompared) return Infinity;
  const distance = editDistance(typed, name);
  if (distance <= allowedDistance(Math.min(typed.length, name.length))) return distance;
  const begins = typed.length >= shortestBeginning && name.startsWith(typed);
  return begins || name.split(/[-_ ]/u).includes(typed) ? 1 : Infinity;
}

function allowedDistance(length: number): number {
  return length <= 1 ? 0 : length <= 3 ? 1 : length <= 7 ? 2 : 3;
}

function cell(row: readonly number[], index: number): number {
  return row[index] ?? Infinity;
}
