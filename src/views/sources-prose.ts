import type { Source } from '../domain/case-study.ts';
import { proseText } from './prose-text.ts';

/** Where the facts of a case come from, as a list; what was not checked at its source says so. */
export function sourcesProse(sources: readonly Source[]): string {
  return sources
    .map((source) => {
      const caution = source.caution ? ` Not checked at its source: ${proseText(source.caution)}` : '';
      return `- ${sourceText(source)}${caution}`;
    })
    .join('\n');
}

/** The same with a mark where something was not checked at its source, and one sentence that says where the details are. */
export function shortSources(sources: readonly Source[], caseName: string): string {
  const list = sources.map((source) => `- ${sourceText(source)}${source.caution ? ' °' : ''}`).join('\n');
  const detail = `\n\n° Read in part through other accounts; what exactly: \`mlsd show ${caseName} --sources\``;
  return sources.some((source) => source.caution) ? `${list}${detail}` : list;
}

function sourceText({ id, title, authors, venue, year, link }: Source): string {
  const where = [authors, venue, year === undefined ? '' : String(year)]
    .filter((part) => part !== '')
    .map(proseText)
    .join(', ');
  const name = link && /^https?:\/\/[^\s()<>]+$/u.test(link) ? `[${proseText(title)}](${link})` : proseText(title);
  return `${proseText(id)}: ${name}. ${where}.`;
}
