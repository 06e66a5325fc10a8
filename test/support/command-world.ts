import type { CaseStudy, Glossary } from '../../src/domain/case-study.ts';
import { didYouMean } from '../../src/domain/near-names.ts';
import type { Problem, Reading } from '../../src/domain/problem.ts';
import type { Session } from '../../src/domain/session.ts';
import type { Framework } from '../../src/domain/step.ts';
import { UserError } from '../../src/errors.ts';
import type { CaseLibrary, Laboratory, Prompter, Setting, Situation, World } from '../../src/ports.ts';
import { renderTerminal } from '../../src/render/terminal.ts';
import { inProcessLab } from './in-process-lab.ts';
import { tinyFramework } from './tiny-case.ts';

/** What a test puts into the world before a command runs. */
export type CommandWorldStart = {
  cases?: readonly CaseStudy[];
  /** Cases that are read by their path. */
  caseFiles?: Readonly<Record<string, CaseStudy>>;
  /** Files that are cases at fault, by their path. */
  brokenCases?: Readonly<Record<string, readonly Problem[]>>;
  sessions?: readonly Session[];
  sessionProblems?: readonly Problem[];
  files?: Record<string, string>;
  templates?: Readonly<Record<string, string>>;
  settings?: readonly Setting[];
  situation?: Partial<Situation>;
  /** What runs simulations; this process where it is left out. */
  laboratory?: Laboratory;
  /** What the person answers to a confirmation. */
  says?: boolean;
};

/** A world in memory: what a command wrote, removed and saved can be read from it. */
export type CommandWorld = {
  world: World;
  stdout: () => string;
  stderr: () => string;
  files: Record<string, string>;
  sessions: () => readonly Session[];
  settings: () => readonly Setting[];
};

export const plainSituation: Situation = {
  interactive: false,
  plain: false,
  color: false,
  unicode: true,
  debug: false,
  json: false,
  columns: 80,
  invokedAs: 'mlsd',
  version: '0.1.0',
};

/** Builds the world of one test. */
export function createCommandWorld(start: CommandWorldStart = {}): CommandWorld {
  const situation = { ...plainSituation, ...start.situation };
  const written = { out: '', err: '' };
  const files = start.files ?? {};
  let sessions = [...(start.sessions ?? [])];
  let settings = [...(start.settings ?? [])];
  const world: World = {
    situation,
    prompter: () => Promise.resolve(prompterSaying(start.says)),
    screen: () => Promise.reject(new Error('this command shows no screen')),
    output: {
      write: (text) => void (written.out += text),
      show: (page) => void (written.out += renderTerminal(page, situation)),
      warn: (text) => void (written.err += text),
    },
    laboratory: () => Promise.resolve(start.laboratory ?? inProcessLab),
    clock: { now: () => Date.UTC(2026, 0, 2, 3, 4, 5), elapsed: () => 0 },
    sessions: () =>
      Promise.resolve({
        folder: '/state/sessions',
        list: () => Promise.resolve({ sessions, problems: start.sessionProblems ?? [] }),
        load: (id) =>
          found(
            sessions.find((one) => one.id === id),
            `no session ${id}`,
            2,
          ),
        save: (session) =>
          Promise.resolve(void (sessions = [session, ...sessions.filter((one) => one.id !== session.id)])),
        remove: (id) => Promise.resolve(void (sessions = sessions.filter((one) => one.id !== id))),
        lock: () => Promise.resolve(() => Promise.resolve()),
        checkWritable: () => Promise.resolve(),
      }),
    cases: () => Promise.resolve(libraryOf(start)),
    files: {
      read: (path) => found(files[path], `no file ${path}`),
      lines: (path) => linesOf(files[path] ?? ''),
      write: (path, text, { force }) => {
        if (path in files && !force) throw new UserError(`${path} exists.`, '--force');
        files[path] = typeof text === 'string' ? text : new TextDecoder('latin1').decode(text);
        return Promise.resolve();
      },
      exists: (path) => Promise.resolve(path in files),
    },
    assets: () =>
      Promise.resolve({
        template: (name) => found(start.templates?.[name], `no template ${name}`),
        caseSchema: () => Promise.resolve('{"$id":"case-study"}'),
      }),
    settings: () =>
      Promise.resolve({
        file: '/config/config.json',
        list: () => Promise.resolve(settings),
        set: (name, value) => {
          settings = settings.map((one) =>
            one.name === name && one.origin !== 'variable' ? { ...one, value, origin: 'file' } : one,
          );
          return Promise.resolve();
        },
      }),
  };
  return {
    world,
    stdout: () => written.out,
    stderr: () => written.err,
    files,
    sessions: () => sessions,
    settings: () => settings,
  };
}

function prompterSaying(says: boolean | undefined): Prompter {
  const never = () => Promise.reject(new Error('this was not to be asked'));
  return {
    choose: never,
    line: never,
    answer: never,
    confirm: () => (says === undefined ? never() : Promise.resolve({ kind: 'answered', value: says })),
  };
}

function libraryOf(start: CommandWorldStart): CaseLibrary {
  const cases = start.cases ?? [];
  const broken = start.brokenCases ?? {};
  return {
    list: () =>
      Promise.resolve({
        cases: cases.map(({ id, title, summary, difficulty, tags, steps }) => ({
          id,
          title,
          summary,
          difficulty,
          tags,
          minutes: 45,
          criteria: steps.flatMap((step) => step.criteria).length,
          origin: 'built-in' as const,
        })),
        problems: Object.values(broken).flat(),
      }),
    load: (id): Promise<Reading<CaseStudy>> => {
      const problems = broken[id];
      if (problems) return Promise.resolve({ ok: false, problems });
      const value = start.caseFiles?.[id] ?? cases.find((one) => one.id === id);
      if (value) return Promise.resolve({ ok: true, value });
      const ids = cases.map((one) => one.id);
      return Promise.reject(new UserError(`There is no case "${id}". ${didYouMean(id, ids)}`.trim(), 'mlsd list', 2));
    },
    glossary: (): Promise<Glossary> => Promise.resolve({ formatVersion: 1, concepts: [] }),
    framework: (): Promise<Framework> => Promise.resolve(tinyFramework),
    isWord: () => Promise.resolve(() => true),
  };
}

function found<T>(value: T | undefined, message: string, exitCode: 1 | 2 = 1): Promise<T> {
  return value === undefined ? Promise.reject(new UserError(message, 'mlsd list', exitCode)) : Promise.resolve(value);
}

async function* linesOf(text: string): AsyncIterable<string> {
  const lines = text.split(/\r?\n/u);
  if (lines.at(-1) === '') lines.pop();
  yield* lines;
}
