import { describe, expect, it } from 'vitest';
import { createGrader } from '../../src/grading/grader.ts';
import { caseWords, signaturesOf } from '../../src/grading/other-case.ts';
import { searchCase, searchGlossary } from '../support/search-case.ts';
import { isWord } from '../support/words.ts';

const fraudBrief = `A payment company loses money to stolen credit cards. Decide for each transaction, while the merchant waits,
  whether to approve it, decline it or send it to an analyst. Chargebacks arrive weeks later, and criminals adapt.`;
const fraudCase = {
  ...searchCase,
  id: 'card-fraud',
  title: 'Card fraud',
  hash: 'another',
  summary: 'Catch stolen cards.',
  brief: fraudBrief,
  facts: [],
};

/** A plan that speaks of payments and cards only. */
const fraudAnswer = `Each transaction is scored while the merchant waits, and we approve or decline it; the analyst sees those
  between. Stolen credit cards show as many payments at one merchant, so I count transactions by card and company over an hour.
  Chargebacks arrive weeks later and criminals adapt, so labels are late and the model is trained anew each week.`;

function noticed(knownCases: Parameters<typeof createGrader>[0]['knownCases']): string[] {
  const material = { caseStudy: searchCase, glossary: searchGlossary, isWord, ...(knownCases ? { knownCases } : {}) };
  return createGrader(material)
    .grade('serving', fraudAnswer)
    .notices.map((notice) => notice.kind);
}

describe('the words of a case', () => {
  it('are stems, each once, and plain data', () => {
    const words = caseWords(fraudCase);
    expect(words).toMatchObject({ id: 'card-fraud', title: 'Card fraud', hash: 'another' });
    expect(words.stems).toEqual(expect.arrayContaining(['transact', 'merchant', 'chargeback']));
    expect(new Set(words.stems).size).toBe(words.stems.length);
    expect(JSON.parse(JSON.stringify(words))).toEqual(words);
  });

  it('weigh nothing where every case has them', () => {
    const [first, second] = signaturesOf([
      { id: 'a', title: 'A', hash: '1', stems: ['rank', 'video'] },
      { id: 'b', title: 'B', hash: '2', stems: ['rank', 'card'] },
    ]);
    expect(first?.weights.get('rank')).toBe(0);
    expect([first?.weights.get('video'), second?.weights.get('card')]).toEqual([Math.log(2), Math.log(2)]);
  });
});

describe('an answer to another case', () => {
  it.each([
    ['is noticed by the words of all cases', [searchCase, fraudCase]],
    ['is noticed for a case that is not among them', [fraudCase]],
    ['is noticed for a changed form of a known case', [{ ...searchCase, hash: 'older', brief: fraudBrief }, fraudCase]],
  ])('%s', (_, cases) => {
    expect(noticed(cases.map(caseWords))).toContain('other-case');
  });

  it('is not looked for where no other case is known', () => {
    expect(noticed([caseWords(searchCase)])).not.toContain('other-case');
    expect(noticed(undefined)).not.toContain('other-case');
  });
});
