import type { Verdict } from '../domain/score.ts';
import type { AnswerText } from './text/answer-text.ts';
import type { Hit } from './matching/lexicon.ts';
import type { Matcher } from './matching/matcher.ts';
import type { SentenceWorth } from './sentence-guards.ts';

/** Everything about one answer that judging a criterion needs. */
export type Material = {
  text: AnswerText;
  matcher: Matcher;
  worth: readonly SentenceWorth[];
  /** Tokens copied from a question, hint or model answer. */
  copied: Uint8Array;
  /** Tokens of somebody else's view. */
  disowned: Uint8Array;
  /** In `clarify` asking is what earns. */
  asking: boolean;
};

export type Judgement = {
  verdict: Verdict;
  found: readonly string[];
  missing: readonly string[];
  hits: readonly Hit[];
  /** Over how many sentences the hits are spread. */
  sentences: number;
};
