import type { Block, Page } from '../page.ts';

/** A case as the list shows it; the summaries of the library are such rows. */
export type CaseRow = {
  id: string;
  title: string;
  summary: string;
  difficulty: string;
  origin: 'built-in' | 'example' | 'own';
  file?: string;
};

const groups: readonly { origin: CaseRow['origin']; title: string }[] = [
  { origin: 'built-in', title: 'Case studies' },
  { origin: 'own', title: 'Your own' },
  { origin: 'example', title: 'Example of your own' },
];

/** The case studies that can be practised: those that ship, one's own, and last the example of one's own. */
export function caseListPage(rows: readonly CaseRow[], invokedAs: string): Page {
  const lists = groups.flatMap(({ origin, title }): Block[] => {
    const here = rows.filter((row) => row.origin === origin);
    return here.length === 0 ? [] : [{ kind: 'heading', level: 2, text: title }, caseTable(here)];
  });
  if (lists.length === 0) return [{ kind: 'prose', markdown: 'No case study was found.' }];
  const first = rows.find((row) => row.id === 'youtube-search') ?? rows[0];
  return [...lists, { kind: 'note', tone: 'next', text: `${invokedAs} practice ${first?.id ?? ''}` }];
}

function caseTable(rows: readonly CaseRow[]): Block {
  return {
    kind: 'table',
    columns: [{ title: 'Id' }, { title: 'Difficulty' }, { title: 'What is to be designed' }],
    rows: rows.map((row) => [
      { text: row.id, tone: 'strong' },
      row.difficulty,
      `${row.summary}${row.file ? `\n${row.file}` : ''}`,
    ]),
  };
}
