import type { Level } from './case-study.ts';
import type { ConfirmedVerdict, Score } from './score.ts';
import type { ParameterValues } from './simulation-result.ts';
import type { SessionScore } from './session-score.ts';
import { stepIds, type StepId } from './step.ts';

/** One practice of one case: everything typed, and everything the checker said, as a value. */
export type Session = {
  formatVersion: 1;
  id: string;
  caseId: string;
  caseTitle: string;
  caseHash: string;
  /** Set when the case is a file of the candidate's own. */
  caseFile?: string;
  mode: 'practice' | 'mock';
  /** ISO 8601, from the clock that was handed in. */
  startedAt: string;
  updatedAt: string;
  state: 'open' | 'finished';
  /** The steps that this session covers: all seven, or one. */
  scope: readonly StepId[];
  steps: Readonly<Partial<Record<StepId, StepWork>>>;
  asked: readonly Asked[];
  confirmations: readonly Confirmation[];
  disputes: readonly Dispute[];
  /** Where the person is; resume goes there. */
  place?: Place;
  /** Computed when the last step is done, with every answer in sight; kept with what it was made with. */
  summary?: SessionScore;
  deepDives?: readonly DeepDiveAnswer[];
  /** A deep dive that was begun; null when it was finished. */
  openDeepDive?: { id: string; draft: string } | null;
};

/** A place in the conversation: in a step, or after the last one. */
export type Place = { at: 'answer' | 'menu' | 'follow-up'; step: StepId } | { at: 'summary' | 'deep-dive' };

export type DeepDiveAnswer = {
  id: string;
  question: string;
  answer: string;
  at: string;
  /** The level that the candidate holds the answer to be nearest to. */
  nearest?: Level | 'below';
};

export type StepWork = {
  /** What is typed and not yet submitted; saved within a second. */
  draft: string;
  attempts: readonly Attempt[];
  elapsedSeconds: number;
  hintsShown: Readonly<Record<string, number>>;
  modelAnswerShown: boolean;
  followUps: readonly FollowUp[];
  state: 'waiting' | 'open' | 'done' | 'skipped';
  /** True once the second sound design was shown; it aids as the model answer does. */
  secondDesignShown?: boolean;
  /** Criteria that a question or a follow-up has pointed at. */
  pointedAt?: readonly string[];
  /** "Did you say this?" as it was put: each criterion and sentence once, three a step. */
  questionsAsked?: readonly { criterion: string; sentence: string }[];
  /** A follow-up that was put and not yet answered; null when it was. */
  openFollowUp?: OpenFollowUp | null;
  /** Simulations that were run beside the answer, in their order. */
  simulations?: readonly SimulationVisit[];
};

/** A simulation beside an answer: what was predicted, what came out, and what it changed. */
export type SimulationVisit = {
  sim: string;
  title: string;
  at: string;
  seed: number;
  params: ParameterValues;
  predictions: readonly { question: string; unit: string; guessed: number; found: number | null }[];
  claim: string;
  price: string;
  /** "What would you now change?" in the candidate's own words; empty until it was answered. */
  change: string;
};

export type Aid = 'none' | 'follow-up' | 'hint' | 'model-answer';
export type Attempt = {
  text: string;
  at: string;
  score: Score;
  aid: Aid;
  /** The case as it was when this attempt was graded. */
  caseHash?: string;
  /** Criteria with a hint shown, and criteria pointed at, before this attempt. */
  hinted?: readonly string[];
  pointedAt?: readonly string[];
};
export type FollowUp = {
  criterion: string;
  question: string;
  answer: string;
  at: string;
  /** Whether it dug into what was said or asked for what was not detected. */
  about?: FollowUpKind;
  /** Of the answer and this reply together. */
  score?: Score;
  /** Criteria that are worth more with this reply than without. */
  gained?: readonly string[];
};
export type FollowUpKind = 'said' | 'not-detected';
export type OpenFollowUp = {
  criterion: string;
  question: string;
  about: FollowUpKind;
  draft: string;
  elapsedSeconds: number;
};

/** A question put to the interviewer, and what came back. */
export type Asked = {
  step: StepId;
  text: string;
  kind: 'fact' | 'open' | 'unknown';
  fact: string | null;
  answer: string;
  at: string;
};

/** "Did you say this?" answered, remembered by criterion and sentence, never asked again. */
export type Confirmation = { step: StepId; criterion: string; sentence: string; verdict: ConfirmedVerdict };

/** A verdict that the candidate holds to be wrong, in either direction; material for the next wording. */
export type Dispute = {
  step: StepId;
  criterion: string;
  automatic: string;
  claimed: ConfirmedVerdict;
  sentence: string;
  at: string;
  graderVersion: number;
  caseHash: string;
};

export const emptyWork: StepWork = {
  draft: '',
  attempts: [],
  elapsedSeconds: 0,
  hintsShown: {},
  modelAnswerShown: false,
  followUps: [],
  state: 'waiting',
};

/** The work on a step, empty when it was not opened. */
export function workOn(session: Session, step: StepId): StepWork {
  return session.steps[step] ?? emptyWork;
}

/** The session with one step's work changed, stamped with the time. */
export function withWork(session: Session, step: StepId, change: Partial<StepWork>, at: string): Session {
  return { ...session, updatedAt: at, steps: { ...session.steps, [step]: { ...workOn(session, step), ...change } } };
}

/** The step to go on with: the first of the scope that is neither done nor skipped; none when all are. */
export function nextStep(session: Session): StepId | undefined {
  return stepIds.find((id) => session.scope.includes(id) && !['done', 'skipped'].includes(workOn(session, id).state));
}

/** The attempt that counts: the last one before the model answer was shown. */
export function countedAttempt(work: StepWork): Attempt | undefined {
  return work.attempts.filter((attempt) => attempt.aid !== 'model-answer').at(-1);
}

/** The newest attempt, whatever was shown before it. */
export function latestAttempt(work: StepWork): Attempt | undefined {
  return work.attempts.at(-1);
}

/** The first attempt, when nothing had been shown before it: the number that counts over time. */
export function firstTry(work: StepWork): Attempt | undefined {
  const first = work.attempts[0];
  return first?.aid === 'none' ? first : undefined;
}

/** What has been shown or asked before the next attempt: the strongest aid wins. */
export function aidFor(work: StepWork): Aid {
  if (work.modelAnswerShown || work.secondDesignShown) return 'model-answer';
  if (Object.values(work.hintsShown).some((count) => count > 0)) return 'hint';
  return (work.pointedAt ?? []).length > 0 ? 'follow-up' : 'none';
}

/** Every text of the session that counts and may hold evidence for another step, in the order of the steps. */
export function otherAnswers(session: Session, step: StepId): { step: StepId; text: string }[] {
  return stepIds
    .filter((id) => id !== step)
    .map((id) => ({ step: id, text: spokenText(workOn(session, id)) }))
    .filter((answer) => answer.text.trim() !== '');
}

/** The text of one step that counts: the answer and the replies to follow-ups below it. */
export function ownAnswer(session: Session, step: StepId): string {
  return spokenText(workOn(session, step));
}

/** The answer that counts with the replies to follow-ups below it. */
function spokenText(work: StepWork): string {
  const answer = countedAttempt(work)?.text ?? '';
  return [answer, ...work.followUps.map((one) => one.answer)].filter((text) => text.trim() !== '').join('\n\n');
}
