import type { Level, Source } from '../domain/case-study.ts';
import { latestAttempt, workOn } from '../domain/session.ts';
import type { Block, Page } from '../page.ts';
import { architectureBlock } from './architecture-block.ts';
import { ledgerPage } from './ledger-page.ts';
import { sheetAttempt, sheetRows, sheetScore, type Sheet } from './sheet.ts';
import { sheetGaps } from './sheet-gaps.ts';
import { sheetScoreBlocks } from './sheet-score.ts';
import { sheetStep } from './sheet-step.ts';
import { shortSources } from './sources-prose.ts';
import { momentText } from './when-text.ts';

/** The slots of a sheet's frame, in the order of the frames that ship. */
export const sheetSlots = ['about', 'brief', 'score', 'steps', 'gaps', 'diagram', 'sources'] as const;
export type SheetParts = Readonly<Record<(typeof sheetSlots)[number], Page>> & { title: string };

/** The answer sheet of a session, cut into the slots of a frame; each part brings its own headings. */
export function sheetParts(sheet: Sheet): SheetParts {
  const { caseStudy, session, forPeers } = sheet;
  return {
    title: caseStudy.title,
    about: [{ kind: 'prose', markdown: aboutText(sheet) }],
    brief: [
      { kind: 'heading', level: 2, text: 'The brief' },
      { kind: 'prose', markdown: caseStudy.brief },
    ],
    score: forPeers ? [] : sheetScoreBlocks(sheet),
    steps: [
      ...sheetRows(sheet).flatMap((row) => {
        const [work, attempt] = [workOn(session, row.step.id), sheetAttempt(sheet, row)];
        return sheetStep({ ...row, work, attempt, points: sheetScore(sheet, row), forPeers });
      }),
      ...deepDiveBlocks(sheet),
      ...(forPeers ? [] : ledgerPage(sheet.ledger ?? []).map(raised)),
    ],
    gaps: forPeers ? [] : gapBlocks(sheet),
    diagram: forPeers
      ? []
      : [{ kind: 'heading', level: 2, text: 'The reference architecture' }, architectureBlock(caseStudy.diagram)],
    sources: forPeers ? [] : sourceBlocks(sheet),
  };
}

/** The whole sheet as one page, without a frame. */
export function sheetPage(sheet: Sheet): Page {
  const parts = sheetParts(sheet);
  return [{ kind: 'heading', level: 1, text: parts.title }, ...sheetSlots.flatMap((slot) => parts[slot])];
}

function aboutText({ session, caseStudy, forPeers, local }: Sheet): string {
  const kind = forPeers ? 'Answers for a study group, with a blank scorecard' : 'Answer sheet';
  const when = (iso: string): string => (local ? momentText(local(iso)) : `${momentText(iso)} UTC`);
  return [
    `Case: \`${caseStudy.id}\``,
    `${kind}. Session \`${session.id}\`, started ${when(session.startedAt)}, last saved ${when(session.updatedAt)}.`,
  ].join('\n\n');
}

/** A part of the sheet stands at level 2; on a screen the same part stands below a step. */
function raised(block: Block): Block {
  return block.kind === 'heading' ? { ...block, level: 2 } : block;
}

function deepDiveBlocks({ session, forPeers }: Sheet): Block[] {
  const quotes = (session.deepDives ?? []).flatMap((one): Block[] => [
    { kind: 'quote', label: one.question.trim(), text: one.answer },
    ...(one.nearest && !forPeers ? [{ kind: 'prose', markdown: heldNearest(one.nearest) } as const] : []),
  ]);
  const draft = session.openDeepDive?.draft ?? '';
  if (draft.trim() !== '') quotes.push({ kind: 'quote', label: 'A draft, not submitted', text: draft });
  return quotes.length === 0 ? [] : [{ kind: 'heading', level: 2, text: 'Deep dive' }, ...quotes];
}

/** What the candidate made of it beside the three answers that were shown. */
function heldNearest(level: Level | 'below'): string {
  return level === 'below'
    ? 'You held it to be below the three answers that were shown.'
    : `You held it to be nearest to the ${level} answer.`;
}

function gapBlocks(sheet: Sheet): Block[] {
  const gaps = sheetRows(sheet).flatMap((row) => {
    const score = sheetAttempt(sheet, row)?.score;
    const blocks = score ? sheetGaps(row.step, row.guide, score) : [];
    return blocks.length > 0 ? [{ step: row.step.id, blocks }] : [];
  });
  const [first] = gaps;
  if (!first) return [];
  const name = sheet.session.caseFile ?? sheet.caseStudy.id;
  return [
    { kind: 'heading', level: 2, text: 'What to work on, and what a strong answer says' },
    ...gaps.flatMap((one) => one.blocks),
    {
      kind: 'prose',
      markdown: `The model answer of a step: \`mlsd show ${name} --step ${first.step} --model-answer\``,
    },
  ];
}

/** The sources of the answered steps; of all steps of the sheet where none was answered. */
function sourceBlocks(sheet: Sheet): Block[] {
  const rows = sheetRows(sheet);
  const answered = rows.filter(({ step }) => latestAttempt(workOn(sheet.session, step.id)) !== undefined);
  const criteria = (answered.length > 0 ? answered : rows).flatMap(({ step }) => step.criteria);
  const named = new Set(criteria.flatMap((one) => one.sources));
  const sources = sheet.caseStudy.sources.filter((source) => [...named].some((name) => isPartOf(name, source)));
  if (sources.length === 0) return [];
  return [
    { kind: 'heading', level: 2, text: 'Sources' },
    { kind: 'prose', markdown: shortSources(sources, sheet.session.caseFile ?? sheet.caseStudy.id) },
  ];
}

/** A criterion names a source, `YS-5`, or a passage of it, `YS-5d`. */
function isPartOf(name: string, { id }: Source): boolean {
  return name === id || name.replace(/(?<=\d)[a-z]$/u, '') === id;
}
