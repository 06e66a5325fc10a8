import { createInterface } from 'node:readline';
import type { LeaveSignal, LeaveSignals } from './leave-signals.ts';
import { createSuspension } from './suspension.ts';

/** What a line reader hears: a finished line, the end of the answer (Ctrl-D), or that the person leaves. */
export type Heard =
  | { kind: 'line'; text: string; how: 'typed' | 'pasted' }
  | { kind: 'end'; text: string }
  | { kind: 'left'; by: LeaveSignal | 'end-of-input'; text: string };

export type LineReader = {
  next: () => Promise<Heard>;
  say: (text: string) => void;
  /** What stands in the line that is not finished. */
  unfinished: () => string;
  /** Hears each key, for saving while somebody types. */
  onKey: (listener: () => void) => void;
  lend: (work: () => Promise<void>) => Promise<void>;
  close: () => void;
};

const longestPiece = 300;
const pasteGapMs = 5;

/** Reads lines from a terminal without drawing anything anew: what a screen reader can follow. */
export function createLineReader(
  input: NodeJS.ReadStream,
  output: NodeJS.WriteStream,
  signals: LeaveSignals,
): LineReader {
  const rl = createInterface({ input, output, terminal: true, prompt: '', historySize: 0 });
  const queue: Heard[] = [];
  const listeners: (() => void)[] = [];
  let waiting: ((heard: Heard) => void) | undefined;
  let held = '';
  const burst: string[] = [];
  let flushing: NodeJS.Immediate | undefined;
  let lastBurstMs = -Infinity;
  let state: 'open' | 'lent' | 'closed' = 'open';

  const tell = (heard: Heard) => {
    if (!waiting) return void queue.push(heard);
    const resolve = waiting;
    waiting = undefined;
    resolve(heard);
  };
  const text = () => held + rl.line;
  const onKeypress = (_: string | undefined, key: { name?: string; ctrl?: boolean }) => {
    if (state !== 'open') return;
    // Readline measures its whole line at each key; a long paste is therefore taken from it piece by piece.
    if (rl.line.length >= longestPiece && rl.cursor === rl.line.length) {
      held += rl.line;
      clearLine(rl);
      output.write('\r\n');
    }
    if (key.ctrl && key.name === 'd' && rl.cursor === rl.line.length && text() !== '') endInput();
    listeners.forEach((listener) => listener());
  };
  const endInput = () => {
    flush();
    const rest = text();
    held = '';
    clearLine(rl);
    output.write('\r\n');
    tell({ kind: 'end', text: rest });
  };
  const onLine = (line: string) => {
    burst.push(held + line);
    held = '';
    // At the end of input readline hands its line over and keeps it as well.
    clearLine(rl);
    flushing ??= setImmediate(flush);
  };
  // Lines that come together, or faster than anybody types, were pasted: none of them is a command.
  const flush = () => {
    flushing = undefined;
    const now = performance.now();
    const how = burst.length > 1 || now - lastBurstMs < pasteGapMs ? 'pasted' : 'typed';
    lastBurstMs = now;
    for (const line of burst.splice(0)) tell({ kind: 'line', text: line, how });
  };
  const leave = (by: LeaveSignal) => {
    // Ctrl-C in an editor reaches the whole group; it is the editor's to answer.
    if (state === 'lent' && by === 'SIGINT') return;
    flush();
    if (by !== 'SIGHUP') output.write('\r\n');
    tell({ kind: 'left', by, text: text() });
  };
  const suspension = createSuspension({
    goAway: () => setRaw(input, false),
    comeBack: () => {
      if (state !== 'open') return;
      setRaw(input, false);
      setRaw(input, true);
      rl.resume();
      output.write(rl.line);
    },
  });
  const endSignals = signals.subscribe(leave);
  input.on('keypress', onKeypress);
  rl.on('line', onLine);
  rl.on('SIGINT', () => leave('SIGINT'));
  rl.on('SIGTSTP', suspension.stop);
  // What a closed terminal reports when readline lets go of it; its signal has told us already.
  rl.on('error', () => undefined);
  // Ctrl-D on an empty line closes readline: the end of an answer.
  rl.on('close', () => {
    if (state !== 'open') return;
    flush();
    const gone = input.readableEnded || input.destroyed;
    tell(gone ? { kind: 'left', by: 'end-of-input', text: text() } : { kind: 'end', text: text() });
  });

  return {
    next: () => {
      const heard = queue.shift();
      return heard ? Promise.resolve(heard) : new Promise((resolve) => (waiting = resolve));
    },
    say: (words) => void output.write(words),
    unfinished: text,
    onKey: (listener) => void listeners.push(listener),
    lend: async (work) => {
      state = 'lent';
      rl.pause();
      setRaw(input, false);
      await work();
      setRaw(input, true);
      rl.resume();
      state = 'open';
    },
    close: () => {
      state = 'closed';
      input.off('keypress', onKeypress);
      suspension.end();
      endSignals();
      rl.close();
    },
  };
}

function clearLine(rl: object): void {
  Object.assign(rl, { line: '', cursor: 0 });
}

function setRaw(input: NodeJS.ReadStream, raw: boolean): void {
  if (input.isTTY) input.setRawMode(raw);
}
