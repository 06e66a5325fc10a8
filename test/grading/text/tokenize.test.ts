import { describe, expect, test } from 'vitest';
import { foldText } from '../../../src/grading/text/fold-text.ts';
import { tokenize } from '../../../src/grading/text/tokenize.ts';

const terms = new Set(['hnsw', 'bm25']);

function tokens(text: string) {
  return tokenize(foldText(text), (word) => terms.has(word));
}

function stems(text: string): string {
  return tokens(text)
    .map((token) => token.stem)
    .join(' ');
}

/** Numbers of a text in base units: "latency .04" is 40 ms. */
function numbers(text: string): string[] {
  return tokens(text).flatMap((token) =>
    token.quantities.map((one) => `${one.kind} ${Number(one.value.toPrecision(4))}`),
  );
}

describe('words', () => {
  test.each([
    ["We can't, we won't", 'we can not we will not'],
    ['ANN via k-NN', 'approxim near neighbor via k near neighbor'],
    ['optimisation of colour', 'optim of color'],
    ['indices, indexes, indexed', 'index index index'],
    ['h n s w and b m 25', 'hnsw and bm25'],
    ['naïve ＡＮＮ “quoted”', 'naiv approxim near neighbor quot'],
    ['2-tower or two-tower', 'two tower or two tower'],
    ['A/B test w/o noise', 'ab test without nois'],
    ['the (#videos)', 'the number video'],
    ['a constructor has a prototype', 'a constructor has a prototyp'],
  ])('%s', (text, expected) => {
    expect(stems(text)).toBe(expected);
  });

  test('offsets lead back to the given text, whatever was folded', () => {
    const text = '  “Naïve” ＡＮＮ — ３ billion…';
    for (const token of tokens(text)) expect(text.slice(token.start, token.end)).not.toBe('');
    expect(tokens(text).map((token) => text.slice(token.start, token.end))).toEqual([
      'Naïve',
      'ＡＮＮ',
      'ＡＮＮ',
      'ＡＮＮ',
      '３',
      'billion',
    ]);
  });

  test('function words do not take a slot, an abbreviation takes one', () => {
    expect(tokens('the index of ANN search').map((token) => token.slot)).toEqual([-1, 0, 0, 1, 1, 1, 2]);
  });
});

describe('numbers', () => {
  test.each([
    ['800M videos', ['count 800000000', 'duration 48000']],
    ['eight hundred million', ['count 800000000']],
    ['a hundred thousand', ['count 100000']],
    ['800 M', ['count 800000000', 'duration 48000']],
    ['40 ms', ['latency 0.04']],
    ['forty milliseconds', ['latency 0.04']],
    ['20-40ms', ['latency 0.02', 'latency 0.04']],
    ['20 to 40 ms', ['latency 0.02', 'latency 0.04']],
    ['.82 TB', ['size 820000000000']],
    ['fifty one gigs', ['size 51000000000']],
    ['30 % and 30 percent', ['percent 30', 'percent 30']],
    ['a third', ['percent 33.33']],
    ['35k QPS', ['rate 35000']],
    ['5M/day', ['count 5000000', 'rate 57.87', 'duration 300']],
    ['3 billion searches a day', ['count 3000000000', 'rate 34720']],
    ['1,000,000', ['count 1000000']],
    ['60d', ['count 60', 'duration 5184000']],
    ['two towers', ['count 2']],
    ['p95', []],
  ])('%s', (text, expected) => {
    expect(numbers(text)).toEqual(expected);
  });
});
