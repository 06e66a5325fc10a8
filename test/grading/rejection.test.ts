import { describe, expect, test } from 'vitest';
import { isRejected, isSentAway, markRejected } from '../../src/grading/rejection/rejection.ts';
import { readAnswerText } from '../../src/grading/text/answer-text.ts';

/** Whether a word of a text counts as a need: true where it was rejected. */
function rejects(given: string, word: string, asking = false): boolean {
  const text = readAnswerText(given, { isTerm: () => false, repair: (token) => token });
  const at = text.tokens.findIndex((token) => token.text === word);
  expect(at, `"${word}" stands in the text`).toBeGreaterThanOrEqual(0);
  return isRejected(markRejected(text, asking), { from: at, to: at + 1, tokens: [at] });
}

describe('what is rejected', () => {
  test.each([
    ['no need for a ranker', 'ranker'],
    ['We do not need a ranker.', 'ranker'],
    ['I would not bother with sharding, the ranker and a cache.', 'ranker'],
    ['I would not bother with sharding, the ranker and a cache.', 'cache'],
    ['Skip quantisation, the ranker and the cache.', 'cache'],
    ['I see no benefit in a separate ranker here.', 'ranker'],
    ['Instead of a ranker we sort by date.', 'ranker'],
    ['The ranker, the cache and a filter would be overkill.', 'ranker'],
    ['The ranker I would leave out.', 'ranker'],
    ['A cache can wait.', 'cache'],
    ['Two-stage retrieve-then-rank: skip.', 'retrieve'],
    ['Ranker: X. Cache: never mind.', 'cache'],
    ['A ranker and a cache. None of these are warranted.', 'ranker'],
    ['People like to bring up drift alarms, but we do not need that.', 'drift'],
    ['Some would say a ranker helps, but I keep the list.', 'ranker'],
    ['A colleague once proposed a ranker; I refused, since it costs.', 'ranker'],
    ['Left out on purpose:\n- the ranker\n- a cache', 'cache'],
    ['Out:\n- the ranker\n- a cache', 'cache'],
    ['I would set up a ranker, and a cache too, but I will not do any of that.', 'ranker'],
  ])('%s (%s)', (given, word) => {
    expect(rejects(given, word)).toBe(true);
  });
});

describe('what is kept', () => {
  test.each([
    ['Not only a ranker but also a cache.', 'ranker'],
    ['Without it names get lost, so the ranker stays.', 'ranker'],
    ['We must not skip the ranker.', 'ranker'],
    ['A ranker on everything would be overkill, so a cache it is.', 'cache'],
    ['We sort with trees, a ranker of another kind would be overkill.', 'trees'],
    ['Skip the filter, rank by date and use a cache.', 'cache'],
    ["We don't need to scan everything, the cache gets us there.", 'cache'],
    ['Words alone will not do it. The ranker must see frames.', 'words'],
    ['30 % have no text, that is too much to ignore, so the frames are taken.', 'text'],
    ['Recent payments are not settled, so I leave them out.', 'recent'],
    ['Out: an ordered list.', 'list'],
    ['Useless titles make the ranker guess.', 'ranker'],
    ['A drop in recall wakes somebody.', 'recall'],
  ])('%s (%s)', (given, word) => {
    const text = readAnswerText(given, { isTerm: () => false, repair: (token) => token });
    const at = text.tokens.findIndex((token) => token.text === word);
    expect(isSentAway(markRejected(text, false), { from: at, to: at + 1, tokens: [at] })).toBe(false);
    if (word !== 'text') expect(rejects(given, word)).toBe(false);
  });

  test('in the step of questions, "out of scope" settles the scope and rejects nothing', () => {
    expect(rejects('Out of scope: voice, images.', 'voice', true)).toBe(false);
    expect(rejects('Out of scope: voice, images.', 'voice')).toBe(true);
  });
});
