import type { Clock } from '../ports.ts';

/** Seconds that a person has worked; stands still while the process is stopped. */
export type Stopwatch = { seconds: () => number; pause: () => void; resume: () => void };

/** Starts a stopwatch at a number of seconds. */
export function createStopwatch(clock: Clock, startSeconds: number): Stopwatch {
  let counted = startSeconds * 1000;
  let since: number | undefined = clock.elapsed();
  const milliseconds = () => counted + (since === undefined ? 0 : clock.elapsed() - since);
  return {
    seconds: () => Math.floor(milliseconds() / 1000),
    pause: () => {
      counted = milliseconds();
      since = undefined;
    },
    resume: () => {
      since ??= clock.elapsed();
    },
  };
}

/** Seconds as a person reads them: 83 is "1:23". */
export function clockText(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
