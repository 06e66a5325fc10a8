import type { Session } from '../domain/session.ts';
import { stepIds, stepNumber } from '../domain/step.ts';
import type { Page } from '../page.ts';
import { momentText } from './when-text.ts';

export { momentText };

export type SessionRow = Pick<Session, 'id' | 'caseTitle' | 'updatedAt' | 'state' | 'mode'> &
  Partial<Pick<Session, 'scope' | 'place'>> & {
    /** From 0 to 1, of a session with its summary. */
    share?: number;
  };

/** The sessions, newest first, with what each covers and where it stands, and how to go on with one. */
export function sessionsPage(
  rows: readonly SessionRow[],
  invokedAs: string,
  when: (iso: string) => string = (iso) => `${momentText(iso)} UTC`,
): Page {
  if (rows.length === 0) {
    return [
      { kind: 'prose', markdown: 'No session yet.' },
      { kind: 'note', tone: 'next', text: `${invokedAs} practice youtube-search` },
    ];
  }
  const open = rows.find((row) => row.state === 'open');
  const next = open ? `resume ${open.id}` : `export ${rows[0]?.id ?? ''}`;
  return [
    {
      kind: 'table',
      columns: [{ title: 'Session' }, { title: 'What and how far' }, { title: 'Last saved' }],
      rows: rows.map((row) => [{ text: row.id, tone: 'strong' }, standingText(row), when(row.updatedAt)]),
    },
    { kind: 'note', tone: 'next', text: `${invokedAs} ${next}` },
  ];
}

/** What a session covers and how far it came: "serving only, open", "whole case, finished, 77 %". */
export function standingText(row: Omit<SessionRow, 'id' | 'caseTitle' | 'updatedAt'>): string {
  const { scope = [], place, share, state, mode } = row;
  const at =
    state === 'open' && scope.length > 1 && place && 'step' in place ? ` at step ${stepNumber(place.step)}` : '';
  const percent = share === undefined ? [] : [`${Math.round(share * 100)} %`];
  return [...(mode === 'mock' ? ['mock'] : []), ...scopeText(scope), `${state}${at}`, ...percent].join(', ');
}

function scopeText(scope: Session['scope']): string[] {
  const [first] = scope;
  if (first === undefined) return [];
  if (scope.length === stepIds.length) return ['whole case'];
  return [scope.length === 1 ? `${first} only` : `from ${first}`];
}
