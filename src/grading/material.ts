import type { Verdict } from '../domain/score.ts';
import type { AnswerText } from './text/answer-text.ts';
import type { Hit } from './matching/lexicon.ts';
import type { Matcher } from './matching/matcher.ts';
import type { Rejection } from './rejection/rejection.ts';
import type { SentenceWorth } from './sentence-guards.ts';

/** Everything about one answer that judging a criterion needs. */
export type Material = {
  text: AnswerText;
  matcher: Matcher;
  worth: readonly SentenceWorth[];
  /** Tokens copied from a question, hint or model answer. */
  copied: Uint8Array;
  rejection: Rejection;
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
