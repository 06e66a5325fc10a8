import { readFileSync } from 'node:fs';
import { systemCode } from './machine-fault.ts';

/** Tells whether a process of that number runs. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return systemCode(error) === 'EPERM';
  }
}

const startField = 19;

/** When a process started, in the system's own ticks; empty where the system does not tell. */
export function processStart(pid: number): string {
  if (process.platform !== 'linux') return '';
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return text.slice(text.lastIndexOf(')') + 2).split(' ')[startField] ?? '';
  } catch {
    return '';
  }
}
