/** The signals by which a person, a shell or a terminal ends a conversation. */
export type LeaveSignal = 'SIGINT' | 'SIGTERM' | 'SIGHUP';

/** Hears of signals while a prompt is open; the function that comes back stops listening. */
export type LeaveSignals = { subscribe: (listener: (by: LeaveSignal) => void) => () => void };

const names: readonly LeaveSignal[] = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Signals of a process, heard from the first prompt to the end: what arrives while no prompt is open, the next one hears.
 * A closing window sends more than one signal, and a second must not end us while the first is being saved.
 */
export function createLeaveSignals(
  source: Pick<NodeJS.EventEmitter, 'on'>,
  giveUp: (code: number) => void,
): LeaveSignals {
  const listeners = new Set<(by: LeaveSignal) => void>();
  let missed: LeaveSignal | undefined;
  let heard = false;
  const hear = (by: LeaveSignal) => {
    // Somebody presses Ctrl-C again because nothing happens.
    if (listeners.size === 0 && missed === 'SIGINT' && by === 'SIGINT') giveUp(interruptedCode);
    if (listeners.size === 0) missed ??= by;
    for (const listener of listeners) listener(by);
  };
  return {
    subscribe: (listener) => {
      if (!heard) for (const name of names) source.on(name, () => hear(name));
      heard = true;
      listeners.add(listener);
      queueMicrotask(() => {
        if (!missed || !listeners.has(listener)) return;
        const by = missed;
        missed = undefined;
        listener(by);
      });
      return () => void listeners.delete(listener);
    },
  };
}

/** The signals of this process. */
export const processSignals = createLeaveSignals(process, (code) => process.exit(code));

const interruptedCode = 130;
