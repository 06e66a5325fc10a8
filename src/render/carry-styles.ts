const style = /\u001B\[([\d;]*)m/gu;

/** Closes at the end of each line the styles that are open there, and opens them again on the next. */
export function carryStyles(lines: readonly string[]): string[] {
  let open: string[] = [];
  return lines.map((line) => {
    const before = open.map(sequence).join('');
    for (const match of line.matchAll(style)) open = openAfter(open, match[1] ?? '');
    const after = open.map((code) => sequence(closing(code))).reverse();
    return `${before}${line}${after.join('')}`;
  });
}

function openAfter(open: readonly string[], code: string): string[] {
  if (code === '' || code === '0') return [];
  const left = open.filter((one) => closing(one) !== code);
  return left.length < open.length || closing(code) === '' ? left : [...left, code];
}

function sequence(code: string): string {
  return code === '' ? '' : `\u001B[${code}m`;
}

/** The code that ends a style; empty for one that ends styles itself. */
function closing(code: string): string {
  const number = Number.parseInt(code, 10);
  if (number === 1 || number === 2) return '22';
  if (number >= 3 && number <= 9) return String(20 + number);
  if ((number >= 30 && number <= 38) || (number >= 90 && number <= 97)) return '39';
  return (number >= 40 && number <= 48) || (number >= 100 && number <= 107) ? '49' : '';
}
