import type { Session } from '../../src/domain/session.ts';
import type { Page } from '../../src/page.ts';
import type { AnswerRequest, Choice, Clock, Prompter, Reply, Screen, SessionStore } from '../../src/ports.ts';

/** What the person does next, one entry a prompt. */
export type Move =
  /** Chooses by the value of a choice, or by its place. */
  | { choose: unknown }
  | { pick: number }
  | { line: string }
  | { answer: string; questions?: readonly string[] }
  | { command: string; argument?: string; draft?: string }
  | { leave: 'SIGINT' | 'SIGTERM' | 'SIGHUP' | 'end-of-input'; draft?: string };

/** What was asked, in order. */
export type Prompted =
  | { kind: 'choose'; message: string; names: readonly string[]; values: readonly unknown[]; initial: unknown }
  | { kind: 'line'; message: string; initial: string }
  | {
      kind: 'answer';
      title: string;
      draft: string;
      commands: readonly string[];
      elapsedSeconds: number;
      wordsAdvised: number;
    };

export type ScriptedPrompter = Prompter & { readonly prompted: readonly Prompted[]; readonly said: readonly string[] };

/** A prompter that follows a script; when it has run out, the input ends. A move that does not fit is an error. */
export function scriptedPrompter(script: readonly Move[]): ScriptedPrompter {
  const moves = [...script];
  const prompted: Prompted[] = [];
  const said: string[] = [];
  const next = (): Move => moves.shift() ?? { leave: 'end-of-input' };
  const misfit = (move: Move): never => {
    throw new Error(`${JSON.stringify(move)} does not fit ${JSON.stringify(prompted.at(-1))}`);
  };

  const choose = <T>(request: { message: string; choices: readonly Choice<T>[]; initial?: T }): Promise<Reply<T>> => {
    prompted.push({
      kind: 'choose',
      message: request.message,
      names: request.choices.map((one) => one.name),
      values: request.choices.map((one) => one.value),
      initial: request.initial,
    });
    const move = next();
    const ended = ending<T>(move);
    if (ended) return Promise.resolve(ended);
    const found =
      'choose' in move
        ? request.choices.find((one) => same(one.value, move.choose))
        : 'pick' in move
          ? request.choices[move.pick % request.choices.length]
          : undefined;
    return Promise.resolve(found ? { kind: 'answered', value: found.value } : misfit(move));
  };

  return {
    prompted,
    said,
    choose,
    confirm: ({ message }) =>
      choose({
        message,
        choices: [
          { name: 'yes', value: true },
          { name: 'no', value: false },
        ],
      }),
    line: ({ message, initial = '' }) => {
      prompted.push({ kind: 'line', message, initial });
      const move = next();
      const ended = ending<string>(move);
      if (ended) return Promise.resolve(ended);
      return Promise.resolve('line' in move ? { kind: 'answered', value: move.line } : misfit(move));
    },
    answer: async (request) => {
      const { title, draft, commands, elapsedSeconds, wordsAdvised } = request;
      prompted.push({ kind: 'answer', title, draft, commands, elapsedSeconds, wordsAdvised });
      const move = next();
      await type(request, move, said);
      const ended = ending<{ text: string; elapsedSeconds: number }>(move);
      if (ended) return ended;
      if (!('answer' in move)) return misfit(move);
      return { kind: 'answered', value: { text: move.answer, elapsedSeconds: elapsedSeconds + 60 } };
    },
  };
}

/** As the editor does: the draft is handed over before any return, and questions are answered as their lines end. */
async function type(request: AnswerRequest, move: Move, said: string[]): Promise<void> {
  const text = 'answer' in move ? move.answer : 'draft' in move ? (move.draft ?? '') : '';
  for (const question of 'answer' in move ? (move.questions ?? []) : []) {
    const reply = request.onQuestion?.(question);
    if (reply !== undefined) said.push(reply);
  }
  await request.onDraft(text, request.elapsedSeconds + 60);
}

function ending<T>(move: Move): Reply<T> | undefined {
  if ('leave' in move) return { kind: 'left', by: move.leave, draft: move.draft ?? '' };
  if ('command' in move) {
    return { kind: 'command', name: move.command, argument: move.argument ?? '', draft: move.draft ?? '' };
  }
  return undefined;
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

export type RecordedScreen = Screen & { readonly pages: readonly Page[]; text: () => string };

/** A screen that keeps what was shown. */
export function recordedScreen(onShow: (page: Page) => void = () => undefined): RecordedScreen {
  const pages: Page[] = [];
  return {
    pages,
    columns: 80,
    rows: 24,
    clear: () => undefined,
    show: (page) => {
      pages.push(page);
      onShow(page);
    },
    text: () => JSON.stringify(pages),
  };
}

export type RecordedStore = SessionStore & {
  readonly saved: readonly Session[];
  readonly locked: readonly string[];
  /** The newest saved form of a session, as a file would give it back. */
  read: (id: string) => Session;
};

/** A store in memory that keeps every save, frozen as it was. */
export function recordedStore(
  start: readonly Session[] = [],
  onSave: (session: Session) => void = () => undefined,
): RecordedStore {
  const texts = new Map(start.map((one) => [one.id, JSON.stringify(one)]));
  const saved: Session[] = [];
  const locked: string[] = [];
  const read = (id: string) => {
    const text = texts.get(id);
    if (text === undefined) throw new Error(`there is no session "${id}"`);
    return JSON.parse(text) as Session;
  };
  return {
    saved,
    locked,
    read,
    folder: '/state/sessions',
    list: () => {
      const sessions = [...texts.keys()].map(read).sort((a, b) => (a.updatedAt < b.updatedAt ? 1 : -1));
      return Promise.resolve({ sessions, problems: [] });
    },
    load: (id) => Promise.resolve(read(id)),
    save: (session) => {
      texts.set(session.id, JSON.stringify(session));
      saved.push(read(session.id));
      onSave(session);
      return Promise.resolve();
    },
    remove: (id) => Promise.resolve(void texts.delete(id)),
    lock: (id) => {
      locked.push(id);
      return Promise.resolve(() => Promise.resolve(void locked.splice(locked.indexOf(id), 1)));
    },
    checkWritable: () => Promise.resolve(),
  };
}

/** A clock that goes on by a second with every look. */
export function steppingClock(start = Date.UTC(2026, 0, 2, 3, 4, 5)): Clock {
  let now = start;
  return { now: () => (now += 1000), elapsed: () => now };
}
