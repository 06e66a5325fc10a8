import type { Token } from './token.ts';

/** A sentence, list item, table cell, or a clause of dictated text. Token indices are half open. */
export type Sentence = {
  from: number;
  to: number;
  /** Paragraph or list, divided by blank lines. */
  block: number;
  /** Clauses of one unpunctuated run share a stretch: patterns may reach across them. */
  stretch: number;
  shape: 'statement' | 'question' | 'heading';
};

const longestClause = 32;
const shortestClause = 10;
const connectives = new Set([
  'so',
  'then',
  'and',
  'but',
  'also',
  'next',
  'because',
  'which',
  'now',
  'finally',
  'otherwise',
]);
const dotted = new Set(['vs', 'versus', 'approx', 'resp', 'incl', 'ca', 'fig', 'al', 'no', 'etc']);

/** Divides the tokens of an answer into sentences. `tail` is what stands behind the last token. */
export function splitSentences(tokens: readonly Token[], tail: string): Sentence[] {
  const sentences: Sentence[] = [];
  let from = 0;
  let block = 0;
  let stretch = 0;
  for (let i = 1; i <= tokens.length; i += 1) {
    const gap = i === tokens.length ? `${tail}\n\n` : (tokens[i]?.gap ?? '');
    if (i < tokens.length && !endsSentence(tokens, from, i, gap)) continue;
    const shape = shapeOf(tokens, from, i, gap);
    for (const clause of clauses(tokens, from, i)) sentences.push({ ...clause, block, stretch, shape });
    if (!isCellBorder(gap)) stretch += 1;
    from = i;
    if (/\n\s*\n/u.test(gap)) block += 1;
  }
  return sentences;
}

function endsSentence(tokens: readonly Token[], from: number, at: number, gap: string): boolean {
  const before = tokens[at - 1]?.text ?? '';
  if (/[?!;|\u2022]/u.test(gap)) return true;
  if (/\.["')\]*_]*(\s|$)/u.test(gap)) return !dotted.has(before) || gap.includes('\n');
  if (!gap.includes('\n')) return false;
  return !isWrappedLine(tokens, from, at, gap);
}

/** The cells of a table row are sentences of one stretch. */
function isCellBorder(gap: string): boolean {
  return gap.includes('|') && !gap.includes('\n');
}

/** A line broken by an editor at its margin: long, and the next one goes on without a bullet in the middle of a sentence. */
function isWrappedLine(tokens: readonly Token[], from: number, at: number, gap: string): boolean {
  if (
    /\n\s*\n|\n\s*[-*+#>|\u2013]|\n\s*\d+[.)]/u.test(gap) ||
    (/[:,]\s*\n/u.test(gap) === false && /[^\s\n]/u.test(gap))
  )
    return false;
  let lineStart = at - 1;
  while (lineStart > from && !(tokens[lineStart]?.gap ?? '').includes('\n')) lineStart -= 1;
  return (tokens[at - 1]?.end ?? 0) - (tokens[lineStart]?.start ?? 0) >= 56;
}

function shapeOf(tokens: readonly Token[], from: number, to: number, gap: string): Sentence['shape'] {
  const words = to - from;
  const opening = tokens[from]?.gap ?? '';
  if (/^[^\n.!;]*\?/u.test(gap)) return 'question';
  if (/(^|\n)\s*#{1,6}\s/u.test(opening)) return 'heading';
  const alone = gap.includes('\n');
  if (alone && words <= 7 && (/^\s*[:*_]+/u.test(gap) || /(\*\*|__)[^\S\n]*$/u.test(opening))) return 'heading';
  return 'statement';
}

/** Cuts a run without punctuation at its connectives, so that quotes and negations stay near their place. */
function clauses(tokens: readonly Token[], from: number, to: number): { from: number; to: number }[] {
  if (to - from <= longestClause) return [{ from, to }];
  const cut: { from: number; to: number }[] = [];
  let start = from;
  for (let i = from + 1; i < to; i += 1) {
    const token = tokens[i];
    const long = i - start >= shortestClause && to - i >= shortestClause / 2;
    if (long && token && (connectives.has(token.text) || /[,:]/u.test(token.gap))) {
      cut.push({ from: start, to: i });
      start = i;
    }
  }
  cut.push({ from: start, to });
  return cut;
}
