import type { CaseStudy, Glossary } from './domain/case-study.ts';
import type { CaseWords } from './domain/case-words.ts';
import type { Problem, Reading } from './domain/problem.ts';
import type { Session } from './domain/session.ts';
import type { PresetParameter } from './domain/simulation-presets.ts';
import type { ParameterValue, ParameterValues, ResultRow, SimulationResult } from './domain/simulation-result.ts';
import type { Framework } from './domain/step.ts';
import type { Page } from './page.ts';

/** What came back from the keyboard. Leaving is a reply, not an exception. */
export type Reply<T> =
  | { kind: 'answered'; value: T }
  /** A typed line such as `:hint`; `draft` is everything else in the editor. */
  | { kind: 'command'; name: string; argument: string; draft: string }
  | { kind: 'left'; draft: string; by: 'SIGINT' | 'SIGTERM' | 'SIGHUP' | 'end-of-input' };

export type Choice<T> = {
  name: string;
  value: T;
  key?: string;
  about?: string;
  /** The name in few letters. A menu whose choices all have one may stand in two columns. */
  short?: string;
};

export type AnswerRequest = {
  /** One line above the editor. */
  title: string;
  draft: string;
  /** Suggested; shown beside the elapsed time. */
  minutes: number;
  elapsedSeconds: number;
  /** Advice on length, in words; 0 for none. */
  wordsAdvised: number;
  /** Names of the commands that a line starting with ":" may call. */
  commands: readonly string[];
  /** Called within a second of a change, and before any return. */
  onDraft: (draft: string, elapsedSeconds: number) => Promise<void> | void;
  /** Called with each finished line that ends in "?"; the text that comes back is shown below the editor. */
  onQuestion?: (line: string) => string | undefined;
};

/** Asks the person. In memory for tests, inquirer at a terminal. */
export type Prompter = {
  choose: <T>(request: { message: string; choices: readonly Choice<T>[]; initial?: T }) => Promise<Reply<T>>;
  confirm: (request: { message: string; initial: boolean }) => Promise<Reply<boolean>>;
  line: (request: { message: string; initial?: string }) => Promise<Reply<string>>;
  answer: (request: AnswerRequest) => Promise<Reply<{ text: string; elapsedSeconds: number }>>;
};

/** Shows pages to the person at a terminal. */
export type Screen = { show: (page: Page) => void; clear: () => void; readonly columns: number; readonly rows: number };

/** The standard streams of a command that is not a conversation. */
export type Output = {
  /** To standard output, as it is. */
  write: (text: string) => void;
  /** A page to standard output, drawn for the terminal or plain in a pipe. */
  show: (page: Page) => void;
  /** To standard error. */
  warn: (text: string) => void;
  /** A line on standard error that the next one replaces; an empty text takes it away. Nothing where no person looks. */
  progress?: (text: string) => void;
};

export type Clock = {
  /** Milliseconds since 1970, UTC. */
  now: () => number;
  /** Milliseconds that only grow; for durations. */
  elapsed: () => number;
  /** A moment in ISO 8601 as the clock on the person's wall shows it: `2026-11-20T21:40`. UTC is shown where it is absent. */
  local?: (iso: string) => string;
};

export type SessionSummary = Pick<
  Session,
  'id' | 'caseId' | 'caseTitle' | 'startedAt' | 'updatedAt' | 'state' | 'mode'
> &
  Partial<Pick<Session, 'scope' | 'place'>> & {
    /** From 0 to 1, with what the candidate confirmed; where the session has its summary. */
    share?: number;
  };

export type SessionStore = {
  /** Newest first. Files that cannot be read are told in `problems`, never dropped in silence. */
  list: () => Promise<{ sessions: readonly SessionSummary[]; problems: readonly Problem[] }>;
  load: (id: string) => Promise<Session>;
  save: (session: Session) => Promise<void>;
  remove: (id: string) => Promise<void>;
  /** Refuses in words when the session is open elsewhere; the function that comes back releases it. */
  lock: (id: string) => Promise<() => Promise<void>>;
  /** Throws a UserError when the folder cannot be written, before anything is typed. */
  checkWritable: () => Promise<void>;
  /** A fresh id that can be typed, for example `youtube-search-1120-a3f`. */
  newId?: (caseId: string) => Promise<string>;
  readonly folder: string;
};

export type CaseSummary = {
  id: string;
  title: string;
  summary: string;
  difficulty: CaseStudy['difficulty'];
  tags: readonly string[];
  minutes: number;
  criteria: number;
  origin: 'built-in' | 'example' | 'own';
  /** Set for a file on disk. */
  file?: string;
};

export type CaseLibrary = {
  list: () => Promise<{ cases: readonly CaseSummary[]; problems: readonly Problem[] }>;
  /** By id, or by a path that ends in .yaml or .yml. An unknown id is a UserError with near names. */
  load: (idOrFile: string) => Promise<Reading<CaseStudy>>;
  glossary: () => Promise<Glossary>;
  framework: () => Promise<Framework>;
  /** What the build compiled for grading a case, by the case's hash: read by the part. Undefined for a case of one's own. */
  compiled?: (caseHash: string) => ((part: string) => unknown) | undefined;
  /** The words of the cases that come with the program. */
  caseWords?: () => Promise<readonly CaseWords[]>;
  /** For typo repair: is this a word of the language? */
  isWord: () => Promise<(word: string) => boolean>;
};

export type Files = {
  /** UTF-8; "-" is standard input. A UserError when it cannot be read. */
  read: (path: string) => Promise<string>;
  /** Line by line, for batches. */
  lines: (path: string) => AsyncIterable<string>;
  /** Refuses to overwrite unless `force`. Written beside the target, synced and renamed; `makeFolder` makes its folder first. */
  write: (path: string, text: string | Uint8Array, options: { force: boolean; makeFolder?: boolean }) => Promise<void>;
  exists: (path: string) => Promise<boolean>;
  /** The path in full, so that a file is found from any folder. */
  absolute?: (path: string) => string;
};

export type Assets = {
  /** A file of `templates/`, by name. */
  template: (name: string) => Promise<string>;
  /** The JSON Schema of a case study. */
  caseSchema: () => Promise<string>;
  /** The YAML that a case which ships was made from, as a path to open; undefined where there is none. */
  caseFile?: (id: string) => Promise<string | undefined>;
};

export type SettingName = 'cases' | 'sessions' | 'editor' | 'color' | 'width';
export type Setting = {
  name: SettingName;
  value: string;
  origin: 'flag' | 'variable' | 'file' | 'default';
  about: string;
};

export type Settings = {
  list: () => Promise<readonly Setting[]>;
  set: (name: SettingName, value: string) => Promise<void>;
  readonly file: string;
};

/** How the process was called; decided once, before anything is drawn. */
export type Situation = {
  /** True when a person sits at both ends. */
  interactive: boolean;
  plain: boolean;
  color: boolean;
  unicode: boolean;
  debug: boolean;
  json: boolean;
  columns: number;
  /** `npm start --` when started through npm, else `mlsd`: what a screen prints before a command. */
  invokedAs: string;
  version: string;
};

/** What is to be run in the laboratory, as plain data that can be handed to a thread. */
export type LabRequest = {
  id: string;
  params: ParameterValues;
  seed: number;
  sweep?: { name: string; values: readonly ParameterValue[] };
  /** Files of one's own, in order; a row is a vector or a line of a table. */
  files: readonly string[];
  /** The most rows to read of a file. */
  limit?: number;
  /** Draws the data and runs nothing. */
  drawOnly?: boolean;
};

/** What comes while a run goes on. */
export type LabEvent = { kind: 'row'; row: ResultRow } | { kind: 'progress'; share: number };

export type LabOutcome =
  | { kind: 'done'; result: SimulationResult; notes: readonly string[] }
  /** The drawn data, each as a file: npy for vectors, CSV for tables. */
  | { kind: 'drawn'; files: readonly { name: string; bytes: Uint8Array }[] }
  /** Stopped from the keyboard: what was finished came as events. */
  | { kind: 'stopped' }
  /** The files of one's own hold what cannot be used. */
  | { kind: 'unreadable'; problems: readonly Problem[] };

/** Runs simulations in a thread of their own, so that the keyboard is heard while they run. */
export type Laboratory = { run: (request: LabRequest, onEvent: (event: LabEvent) => void) => Promise<LabOutcome> };

/** A simulation as a conversation needs it: what can be set, what is predicted, and the run. */
export type StepSimulation = {
  id: string;
  title: string;
  question: string;
  parameters: readonly PresetParameter[];
  predictions: readonly {
    ask: (params: ParameterValues) => string;
    unit: string;
    answer: (rows: readonly ResultRow[], params: ParameterValues) => number | undefined;
  }[];
  /** A value as typed, or what is wrong with it. */
  read: (name: string, typed: string) => { ok: true; value: ParameterValue } | { ok: false; what: string };
  run: (params: ParameterValues, seed: number) => Promise<LabOutcome>;
};

/** Finds a simulation by its id. */
export type StepLab = (id: string) => Promise<StepSimulation | undefined>;

/** Everything outside, handed to a command. Each port is made on first use. */
export type World = {
  readonly situation: Situation;
  readonly prompter: () => Promise<Prompter>;
  readonly screen: () => Promise<Screen>;
  readonly output: Output;
  readonly clock: Clock;
  readonly sessions: () => Promise<SessionStore>;
  readonly cases: () => Promise<CaseLibrary>;
  readonly files: Files;
  readonly assets: () => Promise<Assets>;
  readonly settings: () => Promise<Settings>;
  readonly laboratory: () => Promise<Laboratory>;
};
