import type { CriterionScore } from '../domain/score.ts';
import { stepNumber } from '../domain/step.ts';

/** Words in quotation marks on one line, cut at a word where they are longer than `most` characters. */
export function quotedWords(text: string, most: number): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  const letters = [...line];
  if (letters.length <= most + 2) return `“${line}”`;
  const cut = letters.slice(0, most).join('');
  const atWord = cut.slice(0, Math.max(cut.lastIndexOf(' '), Math.floor(cut.length * 0.6)));
  return `“${atWord.replace(/[\s,;:.]+$/u, '')} …”`;
}

/** What earned a row: the sentence that the candidate picked, else the words found, the longest quote first, with their step when it is another. */
export function evidenceText(row: CriterionScore, most: number): string {
  if (row.chosen !== undefined) return quotedWords(row.chosen, most);
  const telling = [...row.evidence].sort((a, b) => b.text.length - a.text.length);
  const words = telling.map((one) => quotedWords(one.text, most)).join(' … ');
  if (words === '') return '';
  return row.saidIn ? `said in step ${stepNumber(row.saidIn)}: ${words}` : words;
}
