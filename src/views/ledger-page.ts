import type { LedgerRow } from '../domain/ledger.ts';
import { stepNumber } from '../domain/step.ts';
import type { Page } from '../page.ts';

/** The ledger of what was asked, told and used; nothing when nothing was asked. */
export function ledgerPage(rows: readonly LedgerRow[]): Page {
  if (rows.length === 0) return [];
  return [
    { kind: 'heading', level: 3, text: 'Asked, told, used' },
    {
      kind: 'table',
      columns: [{ title: 'You asked' }, { title: 'You were told' }, { title: 'Used' }],
      rows: rows.map((row) => [
        row.question,
        row.told,
        { text: useText(row), tone: row.use === 'used' ? 'good' : 'faint' },
      ]),
    },
    { kind: 'prose', markdown: 'A number that is used is worth more than one that was merely asked.' },
  ];
}

function useText(row: LedgerRow): string {
  if (row.use === 'used') return `in step ${row.usedIn.map(stepNumber).join(', ')}`;
  return row.use === 'not-seen' ? 'not detected' : 'no number to look for';
}
