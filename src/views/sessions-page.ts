import type { Session } from '../domain/session.ts';
import type { Page } from '../page.ts';

export type SessionRow = Pick<Session, 'id' | 'caseTitle' | 'updatedAt' | 'state' | 'mode'>;

/** The sessions, newest first, and how to go on with one. */
export function sessionsPage(rows: readonly SessionRow[], invokedAs: string): Page {
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
      columns: [{ title: 'Session' }, { title: 'Case' }, { title: 'State' }, { title: 'Last saved, UTC' }],
      rows: rows.map((row) => [
        { text: row.id, tone: 'strong' },
        `${row.caseTitle}${row.mode === 'mock' ? ', mock interview' : ''}`,
        row.state,
        momentText(row.updatedAt),
      ]),
    },
    { kind: 'note', tone: 'next', text: `${invokedAs} ${next}` },
  ];
}

/** `2025-03-01T18:30:05Z` as "2025-03-01 18:30". */
export function momentText(iso: string): string {
  return `${iso.slice(0, 10)} ${iso.slice(11, 16)}`;
}
