import type { AnswerText } from './text/answer-text.ts';

const fewestWords = 8;
const englishShare = 0.45;

/** Whether most words of an answer are not English: neither in the word list nor among the rubric's terms. */
export function isOtherLanguage(text: AnswerText, isKnown: (word: string) => boolean): boolean {
  const words = text.tokens.filter((token) => token.quantities.length === 0 && token.text.length >= 3);
  const distinct = [...new Set(words.map((token) => token.text))];
  if (distinct.length < fewestWords)
    return /[^\p{Script=Latin}\P{L}]/u.test(text.given) && distinct.length > 0 && !distinct.some(isKnown);
  let known = 0;
  for (const word of distinct) {
    if (isKnown(word)) known += 1;
    if (known >= distinct.length * englishShare) return false;
  }
  return true;
}
