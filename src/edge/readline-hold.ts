/** The part of Node's readline that a dialogue needs; inquirer's types hide some of it. */
export type ReadlineLike = {
  line: string;
  cursor: number;
  input: NodeJS.EventEmitter & { setRawMode?: (raw: boolean) => void };
  output: { write: (text: string) => void; mute: () => void; unmute: () => void };
  getCursorPos: () => { rows: number; cols: number };
  removeAllListeners: (event: string) => void;
  on: (event: string, listener: () => void) => void;
  prependListener: (event: string, listener: () => void) => void;
  pause: () => void;
  resume: () => void;
};

export type ReadlineHold = {
  write: (text: string) => void;
  reset: () => void;
  raw: (raw: boolean) => void;
};

/**
 * Takes over the screen from readline, which goes on reading the keyboard.
 *
 * Its line is never empty, or Ctrl-D would close it; it is short, or a long paste would take it seconds; and its idea of
 * the caret stands still, or inquirer would move ours.
 */
export function settleReadline(rl: ReadlineLike): ReadlineHold {
  const still = rl.getCursorPos();
  rl.getCursorPos = () => still;
  const reset = () => {
    rl.line = ' ';
    rl.cursor = 1;
  };
  reset();
  return {
    reset,
    write: (text) => {
      rl.output.unmute();
      rl.output.write(text);
      rl.output.mute();
    },
    raw: (raw) => rl.input.setRawMode?.(raw),
  };
}
