/** The signals by which a person, a shell or a terminal ends a conversation. */
export type LeaveSignal = 'SIGINT' | 'SIGTERM' | 'SIGHUP';

/** Hears of signals while a prompt is open; the function that comes back stops listening. */
export type LeaveSignals = { subscribe: (listener: (by: LeaveSignal) => void) => () => void };

const names: readonly LeaveSignal[] = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/** The signals of this process. */
export const processSignals: LeaveSignals = {
  subscribe(listener) {
    const handlers = names.map((name) => [name, () => listener(name)] as const);
    for (const [name, handler] of handlers) process.on(name, handler);
    return () => {
      for (const [name, handler] of handlers) process.off(name, handler);
    };
  },
};
