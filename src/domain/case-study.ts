import type { StepId } from './step.ts';

/** How deep a point goes: the choice and its reason; its number and how it fails; its price over time and its owner. */
export type Level = 'mid' | 'senior' | 'staff';

export type CaseStudy = {
  formatVersion: 1;
  id: string;
  title: string;
  summary: string;
  tags: readonly string[];
  difficulty: 'easy' | 'medium' | 'hard';
  /** What the interviewer says at the start: deliberately incomplete. */
  brief: string;
  facts: readonly Fact[];
  figures: readonly Figure[];
  /** Thresholds of the design that follow from nothing: "64 bytes", "75 %". */
  choices: readonly string[];
  diagram: Diagram;
  twists: readonly Twist[];
  estimates: readonly Estimate[];
  /** All seven, in the order of `stepIds`. */
  steps: readonly Step[];
  deepDives: readonly DeepDive[];
  sources: readonly Source[];
  /** Changes when anything in the case changes; a score keeps the hash it was made with. */
  hash: string;
};

/** Something the interviewer knows, or leaves to the candidate (`open`). */
export type Fact = {
  id: string;
  /** What it is about, for "the nearest thing I know". */
  topic: string;
  /** Patterns: ways of asking for it. */
  asked: readonly string[];
  answer: string;
  open: boolean;
  value?: number;
  unit?: string;
};

/** A number derived from facts; `value` is computed when the case is read. */
export type Figure = {
  id: string;
  title: string;
  /** `+ - * / ^ ( )`, numbers, and ids of facts and earlier figures in braces: `{searches-per-day} / 86400`. */
  formula: string;
  unit: string;
  /** Relative: .15 accepts 15 % either way. */
  tolerance: number;
  value: number;
};

export type Diagram = {
  title: string;
  nodes: readonly { id: string; label: string; lane: 'training' | 'serving' }[];
  edges: readonly { from: string; to: string; label?: string }[];
};

/** A change of requirement half-way through a mock interview. */
export type Twist = {
  id: string;
  title: string;
  change: string;
  after: StepId;
  criteria: readonly Criterion[];
  modelAnswer: string;
};

/** A back-of-the-envelope question, answered by a figure and worked out line by line. */
export type Estimate = { id: string; question: string; figure: string; working: string };

export type DeepDive = { id: string; question: string; answers: Readonly<Record<Level, string>> };

export type Source = {
  id: string;
  title: string;
  authors: string;
  venue: string;
  year?: number;
  link?: string;
  /** Set where the source itself was not checked; shown as "about". */
  caution?: string;
};

export type Step = {
  id: StepId;
  question: string;
  criteria: readonly Criterion[];
  misconceptions: readonly Misconception[];
  modelAnswer: string;
  /** A different sound design that passes as well. */
  secondDesign?: string;
  weakAnswer: string;
  simulation?: { id: string; presets: Readonly<Record<string, number | string>>; predict: string };
};

export type Criterion = {
  id: string;
  level: Level;
  essential: boolean;
  weight: 1 | 2 | 3;
  /** At most two claims and one reason, in one plain sentence. */
  says: string;
  /** The rung below, which must be at least partial. */
  extends?: string;
  rule: Rule;
  where: 'sentence' | 'block' | 'answer';
  ask: string;
  hints: readonly string[];
  probe: { covered: string; missing: string };
  why: string;
  sources: readonly string[];
  examples: readonly Example[];
};

/** One thing that must be found; any of its patterns finds it. */
export type Element = { name: string; patterns: readonly string[] };

/** What earns a criterion. */
export type Rule =
  /** Every element of `needs` (or `enough` of them), and one of `because` where there is any. */
  | { form: 'needs'; needs: readonly Element[]; because: readonly Element[]; enough?: number }
  /** A committed choice with its reason; a hedge between options is partial at most. */
  | { form: 'options'; options: readonly Option[]; hedge: 'partial' }
  /** Asking for one of the facts, or assuming a value aloud. */
  | { form: 'asks'; facts: readonly string[]; orStates: readonly Element[] };

export type Option = {
  name: string;
  needs: readonly Element[];
  because: readonly Element[];
  price: readonly Element[];
};

export type Example = {
  text: string;
  verdict: 'covered' | 'partial' | 'not-detected';
  by: string;
  register: Register;
};

/** Ways of saying the same thing. */
export type Register = 'technical' | 'spoken' | 'terse' | 'plain' | 'second-language';

/** A belief that is wrong: a hit caps the named criteria at not-detected and is explained. */
export type Misconception = { id: string; says: string; any: readonly string[]; caps: readonly string[]; say: string };

/** A name of the field with its terms, everyday wordings, and spans that look like it and are not. */
export type Concept = {
  id: string;
  about: string;
  terms: readonly string[];
  plain: readonly string[];
  blocks: readonly string[];
};
export type Glossary = { formatVersion: 1; concepts: readonly Concept[] };
