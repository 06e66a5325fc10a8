import type { Verdict } from '../domain/score.ts';
import type { AnswerText } from './text/answer-text.ts';
import type { Hit } from './matching/lexicon.ts';
import type { CompiledPattern } from './matching/compile-pattern.ts';
import type { Judgement, Material } from './material.ts';
import { isSentAway } from './rejection/rejection.ts';

const interrogatives = new Set([
  'what',
  'how',
  'who',
  'which',
  'when',
  'where',
  'why',
  'is',
  'are',
  'do',
  'does',
  'can',
  'should',
  'will',
  'any',
  'whether',
]);
const askingWords =
  /\b(ask|asking|clarify|confirm|find out|wonder|know|need to know|question|questions|tell me|check|understand|unclear|learn|see)\b/u;
const shortNote = 9;

/** Asking for a fact: in a question, in a sentence that says it asks, or as a short note of a list. */
export function judgeAsked(asked: readonly CompiledPattern[], material: Material): Judgement {
  const hits = asked
    .flatMap((pattern) => material.matcher.find(pattern))
    .filter((hit) => !hit.tokens.every((token) => material.copied[token]) && !isSentAway(material.rejection, hit));
  const asking = hits.filter((hit) => isAsking(material.text, hit));
  const free = asking.filter((hit) => material.worth[material.text.sentenceOf[hit.from] ?? 0] !== 'capped');
  const verdict: Verdict =
    free.length > 0 ? 'covered' : asking.length > 0 ? 'partial' : hits.length > 0 ? 'unsure' : 'not-detected';
  const shown = (asking.length > 0 ? asking : hits).slice(0, 1);
  return {
    verdict,
    found: hits.length > 0 ? ['question'] : [],
    missing: asking.length > 0 ? [] : ['question'],
    hits: shown,
    sentences: shown.length,
  };
}

/** A word alone asks in a question or a note ("Languages?"), and not wherever it occurs. */
function isAsking(text: AnswerText, hit: Hit): boolean {
  const sentence = text.sentences[text.sentenceOf[hit.from] ?? 0];
  if (!sentence) return false;
  if (sentence.shape === 'question') return true;
  if (hit.tokens.length === 1 && sentence.to - sentence.from > shortNote) return false;
  const tokens = text.tokens.slice(sentence.from, sentence.to);
  if (interrogatives.has(tokens[0]?.text ?? '')) return true;
  if (tokens.length <= shortNote && tokens.filter((token) => token.content).length >= tokens.length * 0.5) return true;
  return askingWords.test(tokens.map((token) => token.text).join(' '));
}
