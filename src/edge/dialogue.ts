import { createPrompt, useEffect } from '@inquirer/core';
import { createPromptModule } from 'inquirer';
import { below, erase, eraseReflowed, paint, type Frame } from './frame.ts';
import { createBurstCollector, type Key, type KeyPiece } from './key-bursts.ts';
import type { LeaveSignal, LeaveSignals } from './leave-signals.ts';
import { settleReadline, type ReadlineLike } from './readline-hold.ts';
import { createSuspension } from './suspension.ts';
import { columnsOf } from './text-cells.ts';
import { stripVTControlCharacters } from 'node:util';

export type TerminalSize = { columns: number; rows: number };

/** The window that a dialogue draws in. */
export type Window = {
  size: () => TerminalSize;
  onResize: (listener: () => void) => () => void;
  signals: LeaveSignals;
};

/** One conversation of keys and frames: an editor, a menu, a line. */
export type Dialogue = {
  onKeys: (pieces: readonly KeyPiece[]) => void;
  onLeave: (by: LeaveSignal | 'end-of-input') => void;
  /** The process was stopped and goes on, or the other way round. */
  onPause?: (state: 'paused' | 'resumed') => void;
  draw: (size: TerminalSize) => Frame;
};

/** What a dialogue may ask of the one who runs it. */
export type DialogueHost<T> = {
  redraw: () => void;
  /** Ends the dialogue; `remains` stays on the screen. */
  settle: (value: T, remains: readonly string[]) => void;
  /** Lends the terminal to another program. */
  lend: (work: () => Promise<void>) => Promise<void>;
};

export type DialogueConfig<T> = { window: Window; make: (host: DialogueHost<T>) => Dialogue };

const pasteMarksOn = '\u001b[?2004h';
const pasteMarksOff = '\u001b[?2004l';
const pasteRedrawMs = 150;
const clockRedrawMs = 1000;

/** Runs a dialogue as an inquirer prompt: inquirer holds the keyboard, the dialogue draws its own frames. */
export const runDialogue = createPrompt<unknown, DialogueConfig<unknown>>((config, done) => {
  useEffect((rl) => openDialogue(rl as unknown as ReadlineLike, config, done), []);
  return ' ';
});

/** Asks through a dialogue; whatever happened on the keyboard comes back as a value. */
export async function ask<T>(
  { window, make }: DialogueConfig<T>,
  streams: { input: NodeJS.ReadableStream; output: NodeJS.WritableStream },
): Promise<T> {
  const prompt = createPromptModule<{ dialogue: { message: string } & DialogueConfig<T> }>({
    ...streams,
    clearPromptOnDone: true,
  });
  prompt.registerPrompt('dialogue', runDialogue);
  const { reply } = await prompt<{ reply: unknown }>([{ type: 'dialogue', name: 'reply', message: '', window, make }]);
  return reply as T;
}

function openDialogue<T>(rl: ReadlineLike, config: DialogueConfig<T>, done: (value: T) => void): () => void {
  const { window } = config;
  const keys = createBurstCollector();
  const hold = settleReadline(rl);
  let frame: Frame | undefined;
  /** `away` while the process is stopped, `lent` while another program has the terminal. */
  let state: 'open' | 'away' | 'lent' | 'closed' | 'settled' = 'open';
  let leftWhileLent: LeaveSignal | 'end-of-input' | undefined;
  let burst: NodeJS.Immediate | undefined;
  let pasteTimer: NodeJS.Timeout | undefined;

  const redraw = () => {
    if (state !== 'open') return;
    const next = dialogue.draw(window.size());
    hold.write(paint(frame, next));
    frame = next;
  };
  const flush = () => {
    burst = undefined;
    clearTimeout(pasteTimer);
    pasteTimer = undefined;
    if (state !== 'open') return;
    const pieces = keys.take(performance.now());
    if (pieces.length > 0) dialogue.onKeys(pieces);
    redraw();
  };
  const onKeypress = (text: string | undefined, key: Key) => {
    hold.reset();
    if (state !== 'open') return;
    keys.add(text, key);
    if (keys.insidePaste) pasteTimer ??= setTimeout(flush, pasteRedrawMs);
    else burst ??= setImmediate(flush);
  };
  const release = (trace: string) => {
    hold.write(trace + pasteMarksOff);
    frame = undefined;
    hold.raw(false);
  };
  const goAway = () => {
    if (state !== 'open') return;
    state = 'away';
    dialogue.onPause?.('paused');
    release(below(frame));
  };
  const comeBack = () => {
    // While an editor is open the screen and the keyboard are its own, also when the group was stopped and goes on.
    if (state === 'settled' || state === 'closed' || state === 'lent') return;
    if (state === 'away') dialogue.onPause?.('resumed');
    state = 'open';
    frame = undefined;
    hold.raw(false);
    hold.raw(true);
    rl.resume();
    hold.write(pasteMarksOn);
    redraw();
  };
  const onResize = () => {
    if (state !== 'open') return;
    if (frame)
      hold.write(eraseReflowed(frame, window.size().columns, (line) => columnsOf(stripVTControlCharacters(line))));
    frame = undefined;
    redraw();
  };
  const dialogue = config.make({
    redraw,
    settle: (value, remains) => {
      if (state === 'settled') return;
      if (state === 'open' || state === 'lent')
        hold.write(erase(frame) + pasteMarksOff + remains.map((line) => `${line}\r\n`).join(''));
      state = 'settled';
      done(value);
    },
    lend: async (work) => {
      if (state !== 'open') return;
      release(erase(frame));
      state = 'lent';
      rl.pause();
      await work();
      if (state !== 'lent') return;
      if (leftWhileLent) return dialogue.onLeave(leftWhileLent);
      state = 'open';
      comeBack();
    },
  });

  const restoreAtExit = () => hold.write(`${pasteMarksOff}${erase(undefined)}`);
  const suspension = createSuspension({ goAway, comeBack });
  const leave = (by: LeaveSignal | 'end-of-input') => {
    if (state === 'settled' || state === 'closed') return;
    if (state !== 'lent') return dialogue.onLeave(by);
    // Ctrl-C belongs to the editor; any other end waits until the editor has closed.
    if (by !== 'SIGINT') leftWhileLent ??= by;
  };
  rl.removeAllListeners('SIGINT');
  rl.on('SIGINT', () => leave('SIGINT'));
  rl.on('SIGTSTP', suspension.stop);
  // First, because inquirer closes us when readline closes, and nobody would hear the reply.
  rl.prependListener('close', () => leave('end-of-input'));
  // What a closed terminal reports when readline lets go of it; its signal has told us already.
  rl.on('error', () => undefined);
  rl.input.on('keypress', onKeypress);
  const endSignals = window.signals.subscribe(leave);
  const endResize = window.onResize(onResize);
  const ticking = setInterval(redraw, clockRedrawMs);
  process.once('exit', restoreAtExit);
  hold.write(pasteMarksOn);
  redraw();

  return () => {
    if (state !== 'settled') state = 'closed';
    clearInterval(ticking);
    clearTimeout(pasteTimer);
    clearImmediate(burst);
    rl.input.off('keypress', onKeypress);
    suspension.end();
    endSignals();
    endResize();
    process.off('exit', restoreAtExit);
  };
}
