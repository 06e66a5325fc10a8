/** Looks words up in a list with one lower-case word a line, sorted by code point; the list stays the bytes it was read as. */
export function wordLookup(list: Buffer): (word: string) => boolean {
  return (word) => {
    const wanted = Buffer.from(word.toLowerCase());
    let low = 0;
    let high = list.length;
    while (low < high) {
      const start = lineStart(list, (low + high) >>> 1);
      const end = lineEnd(list, start);
      const order = wanted.compare(list, start, end);
      if (order === 0) return wanted.length > 0;
      if (order > 0) low = end + 1;
      else high = start;
    }
    return false;
  };
}

const newline = 10;

/** By hand, because lines are short and a search by the system would read on to the end of the list. */
function lineStart(list: Buffer, at: number): number {
  let start = at;
  while (start > 0 && list[start - 1] !== newline) start -= 1;
  return start;
}

function lineEnd(list: Buffer, at: number): number {
  let end = at;
  while (end < list.length && list[end] !== newline) end += 1;
  return end;
}
