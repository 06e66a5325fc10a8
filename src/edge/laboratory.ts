import { existsSync } from 'node:fs';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { UserError } from '../errors.ts';
import type { LabEvent, LabOutcome, Laboratory } from '../ports.ts';
import type { LeaveSignals } from './leave-signals.ts';

/** What the thread tells: events while it runs, and one last message. */
export type ThreadMessage =
  | { kind: 'event'; event: LabEvent }
  | { kind: 'end'; outcome: LabOutcome }
  | { kind: 'failed'; message: string; hint?: string; exitCode?: 1 | 2 };

/** The laboratory: a thread for each run, which ends with the run or at the first Ctrl-C. */
export function createLaboratory(distFolder: string, signals: LeaveSignals): Laboratory {
  const file = path.join(distFolder, 'worker.cjs');
  return {
    run: (request, onEvent) => {
      if (!existsSync(file)) throw new UserError(`A part of mlsd is missing: ${file}`, 'npm run build');
      return runInThread(new Worker(file, { workerData: request }), onEvent, signals);
    },
  };
}

function runInThread(thread: Worker, onEvent: (event: LabEvent) => void, signals: LeaveSignals): Promise<LabOutcome> {
  return new Promise((resolve, reject) => {
    const settle = (finish: () => void) => {
      release();
      void thread.terminate();
      finish();
    };
    const release = signals.subscribe(() => settle(() => resolve({ kind: 'stopped' })));
    thread.on('message', (message: ThreadMessage) => {
      if (message.kind === 'event') onEvent(message.event);
      else if (message.kind === 'end') settle(() => resolve(message.outcome));
      else settle(() => reject(faultOf(message)));
    });
    thread.on('error', (error) => settle(() => reject(error)));
    thread.on('exit', (code) => settle(() => reject(new Error(`the simulation's thread ended with ${code}`))));
  });
}

/** A fault as it was thrown in the thread: with a way out it is the person's, without one it is ours. */
function faultOf({ message, hint, exitCode }: Extract<ThreadMessage, { kind: 'failed' }>): Error {
  return hint === undefined ? new Error(message) : new UserError(message, hint, exitCode);
}
