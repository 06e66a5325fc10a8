import type { Dispute } from '../domain/session.ts';
import { stepNumber } from '../domain/step.ts';
import type { Block, Page } from '../page.ts';
import { proseText } from './prose-text.ts';
import { momentText } from './when-text.ts';
import { criterionName } from './verdict-words.ts';

export type DisputeRow = {
  dispute: Dispute;
  caseTitle: string;
  /** The criterion's sentence, where the case still has it. */ says?: string | undefined;
};

/** The verdicts that the candidate held to be wrong, with the sentence that each is about. */
export function disputesPage(
  rows: readonly DisputeRow[],
  when: (iso: string) => string = (iso) => `${momentText(iso)} UTC`,
): Page {
  if (rows.length === 0) return [{ kind: 'prose', markdown: 'No verdict was disputed yet.' }];
  return [
    { kind: 'heading', level: 1, text: `${rows.length} disputed ${rows.length === 1 ? 'verdict' : 'verdicts'}` },
    ...rows.flatMap((row) => disputeBlocks(row, when)),
    { kind: 'prose', markdown: 'They stay on this machine. Each is material for a better wording of its criterion.' },
  ];
}

function disputeBlocks({ dispute, caseTitle, says }: DisputeRow, when: (iso: string) => string): Block[] {
  const word = (verdict: string): string => verdict.replace(/-/gu, ' ');
  const heading = `${caseTitle}, step ${stepNumber(dispute.step)}: ${criterionName(dispute.criterion)}`;
  const verdicts = `Checker: **${proseText(word(dispute.automatic))}**; you: **${word(dispute.claimed)}**. ${when(dispute.at)}.`;
  return [
    { kind: 'heading', level: 2, text: heading },
    { kind: 'prose', markdown: says === undefined ? verdicts : `${verdicts}\n\n${proseText(says)}` },
    ...(dispute.sentence === '' ? [] : [{ kind: 'quote', text: dispute.sentence } as const]),
  ];
}
