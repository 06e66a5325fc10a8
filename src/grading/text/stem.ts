import porter2 from 'wink-porter2-stemmer';
import { table } from './table.ts';
import { americanSpelling } from './vocabulary.ts';

const known = new Map<string, string>();
const irregular = table({
  indices: 'index',
  indexes: 'index',
  indexed: 'index',
  indexing: 'index',
  found: 'find',
  finds: 'find',
  lost: 'lose',
  losing: 'lose',
  chosen: 'choose',
  chose: 'choose',
  written: 'write',
  wrote: 'write',
  built: 'build',
  taught: 'teach',
  said: 'say',
  saw: 'see',
  seen: 'see',
  kept: 'keep',
  held: 'hold',
  shown: 'show',
  came: 'come',
  sought: 'seek',
  bought: 'buy',
  paid: 'pay',
  cheaper: 'cheap',
  cheapest: 'cheap',
  dearer: 'dear',
  slower: 'slow',
  faster: 'fast',
  bigger: 'big',
  biggest: 'big',
  fewer: 'few',
  newer: 'new',
  newest: 'new',
  older: 'old',
  oldest: 'old',
  closer: 'close',
  closest: 'close',
  nearer: 'near',
  nearest: 'near',
  worse: 'bad',
  worst: 'bad',
  heavier: 'heavi',
  hidden: 'hide',
  hides: 'hide',
  hid: 'hide',
  data: 'data',
  ranker: 'rank',
  rankers: 'rank',
  encoder: 'encod',
  users: 'user',
});

/** The stem by which words are compared: Porter2 after American spelling, with the irregular forms that matter here. */
export function stem(word: string): string {
  const cached = known.get(word);
  if (cached !== undefined) return cached;
  const form = irregular.get(word);
  const stemmed = form ?? (/\d/u.test(word) ? word : porter2(americanSpelling(word)));
  if (known.size > 20_000) known.clear();
  known.set(word, stemmed);
  return stemmed;
}
