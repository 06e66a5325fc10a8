import type { AnswerText } from './text/answer-text.ts';

export type WrongSum = { from: number; to: number; said: number; worked: number; perDay: number };

const secondsInDay = 86_400;
const loosest = 1.6;

/**
 * Finds "3 B a day, so 350 k QPS" where the division by 86,400 does not give the rate that is named. A rate called
 * a peak may be up to five times the average.
 */
export function findWrongSums(text: AnswerText): WrongSum[] {
  return text.sentences.flatMap((sentence) => {
    const words = text.tokens.slice(sentence.from, sentence.to);
    const daily = words.findIndex(
      (token, i) =>
        token.quantities.some((one) => one.kind === 'count') &&
        isDaily(words.slice(i, i + token.span + 4).map((one) => one.text)),
    );
    const perSecond = words.findIndex(
      (token, i) =>
        i > daily &&
        token.quantities.some((one) => one.kind === 'rate') &&
        !isDaily(words.slice(i, i + token.span + 4).map((one) => one.text)),
    );
    if (daily < 0 || perSecond < 0) return [];
    const perDay = words[daily]?.quantities.find((one) => one.kind === 'count')?.value ?? 0;
    const said = words[perSecond]?.quantities.find((one) => one.kind === 'rate')?.value ?? 0;
    const worked = perDay / secondsInDay;
    const ratio = said / worked;
    const isPeak = words.some((token) => /^(peak|max|burst|spike)/u.test(token.text));
    if (ratio > 1 / loosest && ratio < (isPeak ? 5 : loosest)) return [];
    return [
      {
        from: sentence.from + daily,
        to: sentence.from + perSecond + (words[perSecond]?.span ?? 1),
        said,
        worked,
        perDay,
      },
    ];
  });
}

function isDaily(words: readonly string[]): boolean {
  return words.includes('day') || words.includes('daily');
}
