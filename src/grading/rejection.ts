import type { AnswerText } from './text/answer-text.ts';
import type { Hit } from './matching/lexicon.ts';

const forward = new Set([
  'not',
  'no',
  'never',
  'without',
  'nor',
  'neither',
  'avoid',
  'avoiding',
  'skip',
  'skipping',
  'drop',
  'dropping',
  'ignore',
  'ignoring',
  'reject',
  'rejecting',
  'unlike',
  'nix',
  'forget',
]);
const forwardPairs: readonly (readonly [string, string])[] = [
  ['instead', 'of'],
  ['rather', 'than'],
  ['opposed', 'to'],
  ['get', 'rid'],
  ['leave', 'out'],
  ['stay', 'away'],
];
const backward = new Set([
  'unnecessary',
  'overkill',
  'unneeded',
  'useless',
  'pointless',
  'irrelevant',
  'superfluous',
  'redundant',
]);
const clauseEnds = new Set([
  'but',
  'because',
  'so',
  'since',
  'however',
  'then',
  'otherwise',
  'therefore',
  'and',
  'whereas',
  'while',
  'although',
  'though',
  'unless',
  'until',
  'if',
  'when',
]);
const softened = new Set([
  'only',
  'just',
  'merely',
  'necessarily',
  'simply',
  'even',
  'all',
  'every',
  'everything',
  'always',
  'doubt',
  'enough',
  'matter',
  'later',
  'wait',
  'fully',
  'forget',
]);
const subjects = new Set(['we', 'they', 'i', 'you', 'it', 'he', 'she', 'somebody', 'people']);
const articles = new Set(['a', 'an', 'the', 'any', 'this', 'that', 'each', 'every', 'no', 'if']);
const afterNouns = new Set(['in', 'of', 'there', 'below', 'since', 'when', 'by', 'triggers', 'means']);
const forwardReach = 5;
const backwardReach = 6;
const doubters =
  /\b(some|others|many|people|one|you|they|somebody|someone) (would|might|may|could|will) (say|argue|suggest|think|propose|claim|use|want)\b/u;

/**
 * Whether a hit stands in a rejected or negated clause: "we do not need X", "without X", "X is overkill", "Y instead of X". "Not only X" and "not everything" reject nothing.
 */
export function isRejected(text: AnswerText, hit: Hit): boolean {
  const sentence = text.sentences[text.sentenceOf[hit.from] ?? 0];
  if (!sentence) return false;
  return rejectedBefore(text, hit, sentence.from) || rejectedAfter(text, hit, sentence.to);
}

/** Whether what follows a hit sends it away: "X is overkill", "X: not needed", "X I would leave out". */
export function isSentAway(text: AnswerText, hit: Hit): boolean {
  const sentence = text.sentences[text.sentenceOf[hit.from] ?? 0];
  return sentence !== undefined && rejectedAfter(text, hit, sentence.to);
}

/** Marks the tokens of somebody else's view, which the sentence goes on to contradict: "some would say X, but". */
export function markSomebodyElses(text: AnswerText): Uint8Array {
  const marks = new Uint8Array(text.tokens.length);
  for (const sentence of text.sentences) {
    const words = text.tokens.slice(sentence.from, sentence.to).map((token) => token.text);
    const but = words.findIndex((word) => word === 'but' || word === 'however');
    if (but > 0 && doubters.test(words.join(' '))) marks.fill(1, sentence.from, sentence.from + but);
  }
  return marks;
}

function rejectedBefore(text: AnswerText, hit: Hit, start: number): boolean {
  let reach = forwardReach;
  for (let i = hit.from - 1; i >= start && reach > 0; i -= 1) {
    const token = text.tokens[i];
    const next = text.tokens[i + 1];
    if (!token) return false;
    if (i + 1 < hit.from + 1 && /[,:;()\u2013→=>]/u.test(next?.gap ?? '')) return false;
    if (clauseEnds.has(token.text)) return false;
    if (subjects.has(token.text)) return false;
    if (forward.has(token.text))
      return !softened.has(next?.text ?? '') && !isDoubleNegation(text, i) && !isNoun(text, i);
    if (forwardPairs.some(([a, b]) => token.text === a && next?.text === b)) return true;
    if (token.content) reach -= 1;
  }
  return false;
}

/** "Useless metadata" says something of the metadata, not of what stands before it. */
function isAdjective(text: AnswerText, index: number): boolean {
  const next = text.tokens[index + 1];
  return next !== undefined && next.content && /^\s$/u.test(next.gap);
}

/** "A drop in recall triggers X": a noun rejects nothing. */
function isNoun(text: AnswerText, index: number): boolean {
  const word = text.tokens[index]?.text ?? '';
  if (word !== 'drop' && word !== 'skip') return false;
  const before = text.tokens[index - 1];
  const after = text.tokens[index + 1]?.text ?? '';
  return articles.has(before?.text ?? '') || before?.content === true || afterNouns.has(after);
}

/** "Not without X" keeps X. */
function isDoubleNegation(text: AnswerText, index: number): boolean {
  const before = text.tokens[index - 1]?.text ?? '';
  return text.tokens[index]?.text === 'without' && (before === 'not' || before === 'never');
}

function rejectedAfter(text: AnswerText, hit: Hit, end: number): boolean {
  let reach = backwardReach;
  for (let i = hit.to; i < end && reach > 0; i += 1, reach -= 1) {
    const token = text.tokens[i];
    if (!token) return false;
    if (/[,;()→=>\u2013]/u.test(token.gap) || clauseEnds.has(token.text)) return false;
    if (backward.has(token.text) && !isAdjective(text, i)) return true;
    if (token.text === 'leave' && text.tokens[i + 1]?.text === 'out') return true;
    if (token.text === 'not' && /^(need|necessari|requir|worth|import|use)/u.test(contentAfter(text, i, end)))
      return true;
  }
  return false;
}

function contentAfter(text: AnswerText, index: number, end: number): string {
  for (let i = index + 1; i < Math.min(index + 3, end); i += 1) {
    const token = text.tokens[i];
    if (token && /^(need|necessari|requir|worth|import|use)/u.test(token.stem)) return token.stem;
  }
  return '';
}
