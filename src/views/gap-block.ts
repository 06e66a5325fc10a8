import { verdictWorth } from '../domain/score.ts';
import type { Block } from '../page.ts';
import { pointsText, verdictWords } from './criterion-words.ts';
import { shortened, type Gap } from './gap-prose.ts';
import { countText } from './numbers-text.ts';
import { proseText } from './prose-text.ts';
import { criterionName, standingVerdict } from './verdict-words.ts';

/** The gap that is worth most, in short lines: its state, the point, what was seen, what was not, and why it matters. */
export function gapBlocks({ criterion, row }: Gap, mostLetters: number): Block[] {
  const open = row.weight * (1 - verdictWorth[standingVerdict(row)]);
  const worth = open === row.weight ? countText(open, 'point') : `${pointsText(open)} of ${row.weight} points open`;
  const kind = criterion.essential ? 'essential, ' : '';
  const names = (elements: readonly string[]) => elements.map((name) => proseText(criterionName(name))).join(', ');
  const why = mostLetters > 0 ? `Why: ${proseText(reason(criterion.why, mostLetters - 'Why: '.length))}` : '';
  const lines = [
    proseText(criterion.says),
    row.found.length > 0 ? `Seen: ${names(row.found)}` : '',
    row.found.length > 0 && row.missing.length > 0 ? `Not seen: ${names(row.missing)}` : '',
    why,
  ].filter((line) => line !== '');
  const heading = `Worth most now: ${verdictWords[standingVerdict(row)]}, ${kind}${worth}`;
  return [
    { kind: 'heading', level: 3, text: heading },
    { kind: 'prose', markdown: lines.join('\\\n') },
  ];
}

/** Whole sentences where they fit, else the beginning of the first. */
function reason(why: string, most: number): string {
  const text = shortened(why, most);
  if (text.length <= most) return text;
  return `${text.slice(0, text.lastIndexOf(' ', most - 2)).replace(/[\s,;:]+$/u, '')} …`;
}
