import { countedAttempt, latestAttempt, workOn } from '../domain/session.ts';
import type { StepGuide } from '../domain/step.ts';
import type { Block } from '../page.ts';
import { percentText } from './criterion-words.ts';
import { leftOutText, stepNames } from './left-out-text.ts';
import { countText } from './numbers-text.ts';
import { sheetRows, sheetScore, sheetShare, type Sheet } from './sheet.ts';

/** The share of a sheet over its answered steps, automatic and confirmed, and which steps it does not count, and why. */
export function sheetScoreBlocks(sheet: Sheet): Block[] {
  const share = sheetShare(sheet);
  if (!share) return [];
  const count = sheetRows(sheet).filter((row) => sheetScore(sheet, row) !== undefined).length;
  const over =
    count === 1
      ? 'Over the one answered step.'
      : `Over the ${countText(count, 'answered step')}, weighted by their minutes.`;
  const shares = `**${percentText(share.confirmed)}** with your confirmations and disputes; **${percentText(share.auto)}** by the checker alone.`;
  return [
    { kind: 'heading', level: 2, text: 'Score' },
    {
      kind: 'prose',
      markdown: [`${shares} ${over}`, ...uncountedLines(sheet), ...otherwiseGraded(sheet)].join('\n\n'),
    },
  ];
}

function uncountedLines(sheet: Sheet): string[] {
  const rows = sheetRows(sheet).filter((row) => sheetScore(sheet, row) === undefined);
  const works = rows.map(({ guide }) => ({ guide, work: workOn(sheet.session, guide.id) }));
  const late = works.filter(({ work }) => latestAttempt(work) !== undefined);
  const drafts = works.filter(({ work }) => latestAttempt(work) === undefined && work.draft.trim() !== '');
  const left = works.filter((one) => !late.includes(one) && !drafts.includes(one));
  const guides = (some: readonly { guide: StepGuide }[]): StepGuide[] => some.map((one) => one.guide);
  return [
    leftOutText(guides(left)),
    drafts.length > 0 ? `Not submitted, so not counted: ${stepNames(guides(drafts))}. ${readAgain}` : '',
    late.length > 0
      ? `Written after the model answer or a second design, so not counted: ${stepNames(guides(late))}. ${readAgain}`
      : '',
  ].filter((line) => line !== '');
}

/** Why `mlsd grade` of the same sheet may give another share than the checker's here. */
function otherwiseGraded(sheet: Sheet): string[] {
  const { session, caseStudy } = sheet;
  const scores = sheetRows(sheet).flatMap((row) => sheetScore(sheet, row) ?? []);
  const hashes = scores.map((one) => {
    const final = session.summary?.steps.includes(one) ? session.summary.caseHash : undefined;
    return final ?? countedAttempt(workOn(session, one.step))?.caseHash ?? session.caseHash;
  });
  return [
    hashes.some((hash) => hash !== caseStudy.hash) ? changedSince : '',
    scores.some((one) => one.auto.counted !== one.score.auto) ? promptedToo : '',
  ].filter((line) => line !== '');
}

const changedSince =
  'The case has changed since these answers were graded; `mlsd grade` of this sheet grades them on the case as it is now.';

const promptedToo =
  'Replies to follow-ups, questions and hints are reckoned in; `mlsd grade` of this sheet reads the answers alone.';

const readAgain = '`mlsd grade` of this sheet does read it.';
