/** Words that are not ours, made ready to stand inside prose or a note: no mark in them emphasises, links or starts a list. */
export function proseText(text: string): string {
  return text
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/[\\`*_[\]<>~]/gu, '\\$&')
    .replace(/^(?:[#+-]|\d+(?=[.)]))/u, (mark) => (/\d/u.test(mark) ? mark : `\\${mark}`))
    .replace(/^(\d+)([.)])/u, '$1\\$2');
}
