import { isStepId } from '../domain/step.ts';
import type { Session } from '../domain/session.ts';

/** What a session file holds. */
export type SessionReading =
  { kind: 'session'; session: Session } | { kind: 'broken'; what: string } | { kind: 'newer'; version: number };

const knownVersion = 1;

/** Reads the text of a session file. */
export function readSession(text: string): SessionReading {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { kind: 'broken', what: text.trim() === '' ? 'the file is empty' : 'the file is cut short or is not JSON' };
  }
  if (!isRecord(value)) return { kind: 'broken', what: 'the file holds no session' };
  const version = value['formatVersion'];
  if (typeof version === 'number' && version > knownVersion) return { kind: 'newer', version };
  const fault = shapeFault(value);
  return fault === undefined
    ? { kind: 'session', session: value as unknown as Session }
    : { kind: 'broken', what: `${fault} is missing or of another kind` };
}

/** The text of a session file. */
export function writeSession(session: Session): string {
  return `${JSON.stringify(session, undefined, 1)}\n`;
}

function shapeFault(value: Record<string, unknown>): string | undefined {
  if (value['formatVersion'] !== knownVersion) return 'formatVersion';
  const words = ['id', 'caseId', 'caseTitle', 'caseHash', 'startedAt', 'updatedAt', 'mode', 'state'];
  const lists = ['scope', 'asked', 'confirmations', 'disputes'];
  return (
    words.find((key) => typeof value[key] !== 'string') ??
    lists.find((key) => !Array.isArray(value[key])) ??
    (isRecord(value['steps']) ? stepFault(value['steps']) : 'steps')
  );
}

function stepFault(steps: Record<string, unknown>): string | undefined {
  const bad = Object.entries(steps).find(([id, work]) => !isStepId(id) || !isWork(work));
  return bad && `steps.${bad[0]}`;
}

function isWork(work: unknown): boolean {
  return (
    isRecord(work) &&
    typeof work['draft'] === 'string' &&
    typeof work['elapsedSeconds'] === 'number' &&
    Array.isArray(work['attempts']) &&
    Array.isArray(work['followUps']) &&
    isRecord(work['hintsShown'])
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
