import type { AnswerText } from '../text/answer-text.ts';
import { clauseOpeners, subjects } from './clause.ts';

const negations: ReadonlySet<string> = new Set(
  `not no never without nor neither avoid avoiding skip skipping drop dropping ignore ignoring reject rejecting unlike nix
  forget`.split(/\s+/u),
);
const pairs: readonly (readonly [string, string])[] = [
  ['instead', 'of'],
  ['rather', 'than'],
  ['opposed', 'to'],
  ['get', 'rid'],
  ['leave', 'out'],
  ['stay', 'away'],
];
/** "Not only", "not everything", "no doubt" reject nothing. */
const softened: ReadonlySet<string> = new Set(
  'only just merely necessarily simply even all every everything always doubt enough matter later wait fully forget'.split(
    ' ',
  ),
);
const omissions = new Set(['without', 'skip', 'drop', 'omit', 'avoid', 'ignore', 'forget', 'reject']);
const articles = new Set(['a', 'an', 'the', 'any', 'this', 'that', 'each', 'every', 'no', 'if']);
const afterNouns = new Set(['in', 'of', 'there', 'below', 'since', 'when', 'by', 'triggers', 'means']);
const widest = 5;

/** Marks what a negation governs: up to five content words behind it, within its clause. */
export function markNegated(text: AnswerText, from: number, to: number, ahead: Uint8Array): void {
  for (let cue = from; cue < to; cue += 1) {
    if (!isNegation(text, cue)) continue;
    let content = 0;
    for (let i = cue + 1; i < to && content < widest; i += 1) {
      const token = text.tokens[i];
      if (!token || /[,:;()/\u2013\u2192=>]/u.test(token.gap)) break;
      ahead[i] = 1;
      if (clauseOpeners.has(token.text) || token.text === 'and' || subjects.has(token.text)) break;
      if (token.content) content += 1;
    }
  }
}

function isNegation(text: AnswerText, index: number): boolean {
  const word = text.tokens[index]?.text ?? '';
  const next = text.tokens[index + 1]?.text ?? '';
  if (negations.has(word)) return !softened.has(next) && !isDoubled(text, index) && !isNoun(text, index);
  return pairs.some(([a, b]) => word === a && next === b);
}

/** "A drop in recall triggers X": a noun rejects nothing. */
function isNoun(text: AnswerText, index: number): boolean {
  const word = text.tokens[index]?.text ?? '';
  if (word !== 'drop' && word !== 'skip') return false;
  const before = text.tokens[index - 1];
  const after = text.tokens[index + 1]?.text ?? '';
  return articles.has(before?.text ?? '') || before?.content === true || afterNouns.has(after);
}

/** "Not without X" and "we must not skip X" keep X. */
function isDoubled(text: AnswerText, index: number): boolean {
  const [before, word, next] = [index - 1, index, index + 1].map((at) => text.tokens[at]?.text ?? '');
  return (isNot(before) && omissions.has(word ?? '')) || (isNot(word) && omissions.has(next ?? ''));
}

function isNot(word: string | undefined): boolean {
  return word === 'not' || word === 'never';
}
