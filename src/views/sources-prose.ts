import type { Source } from '../domain/case-study.ts';
import { proseText } from './prose-text.ts';

/** Where the facts of a case come from, as a list; what was not checked at its source says so. */
export function sourcesProse(sources: readonly Source[]): string {
  return sources.map((source) => `- ${sourceText(source)}`).join('\n');
}

function sourceText({ id, title, authors, venue, year, link, caution }: Source): string {
  const where = [authors, venue, year === undefined ? '' : String(year)]
    .filter((part) => part !== '')
    .map(proseText)
    .join(', ');
  const name = link && /^https?:\/\/[^\s()<>]+$/u.test(link) ? `[${proseText(title)}](${link})` : proseText(title);
  return `${proseText(id)}: ${name}. ${where}.${caution ? ` Not checked at its source: ${proseText(caution)}` : ''}`;
}
