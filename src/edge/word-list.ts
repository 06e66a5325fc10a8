/** Looks words up in a list with one lower-case word a line, sorted by code point; the list stays one string. */
export function wordLookup(list: string): (word: string) => boolean {
  return (word) => {
    const wanted = word.toLowerCase();
    let low = 0;
    let high = list.length;
    while (low < high) {
      const start = list.lastIndexOf('\n', ((low + high) >>> 1) - 1) + 1;
      const end = lineEnd(list, start);
      const found = list.slice(start, end);
      if (found === wanted) return wanted !== '';
      if (found < wanted) low = end + 1;
      else high = start;
    }
    return false;
  };
}

function lineEnd(list: string, start: number): number {
  const end = list.indexOf('\n', start);
  return end === -1 ? list.length : end;
}
