import type { Window } from './dialogue.ts';
import type { LeaveSignals } from './leave-signals.ts';

const usualRows = 24;

/** The window of an output stream, as it is at each moment; `widest` bounds it when a width is set. */
export function createWindow(output: NodeJS.WriteStream, widest: number, signals: LeaveSignals): Window {
  const atStart = output.columns;
  return {
    // A terminal that knows its own width is believed; a width that was set by hand stays as it was set.
    size: () => ({
      columns: widest < (atStart ?? widest) ? Math.min(widest, output.columns ?? widest) : (output.columns ?? widest),
      rows: output.rows ?? usualRows,
    }),
    onResize: (listener) => {
      output.on('resize', listener);
      return () => output.off('resize', listener);
    },
    signals,
  };
}
