import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readCaseStudy } from '../src/cases/read-case-study.ts';
import { stepIds } from '../src/domain/step.ts';
import { labels, type GoldenAnswer } from '../src/grading/agreement.ts';

const folder = new URL('./golden/youtube-search/', import.meta.url);
const registers = ['technical', 'spoken', 'terse', 'plain', 'second-language'];
const kinds = [
  'keyword-list',
  'wrong-relations',
  'other-case',
  'restated',
  'empty-headings',
  'rejected-mentions',
  'questions',
  'ramble',
  'very-short',
  'other-language',
  'vacuous-reasons',
  'hedging',
  'essay',
  'other-scale',
];

function lines<T>(name: string): T[] {
  return readFileSync(new URL(name, folder), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as T);
}

const tuned = lines<GoldenAnswer>('tuned.jsonl');
const tunedMore = lines<GoldenAnswer>('tuned-more.jsonl');
const heldOut = lines<GoldenAnswer>('held-out.jsonl');
const all = [...tuned, ...heldOut];
const reading = readCaseStudy(
  readFileSync(new URL('../case-studies/youtube-search.yaml', import.meta.url), 'utf8'),
  'youtube-search.yaml',
);
const caseStudy = reading.ok ? reading.value : undefined;

function count<T>(items: readonly T[], of: (item: T) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(of(item), (counts.get(of(item)) ?? 0) + 1);
  return counts;
}

describe('the labelled answers of youtube-search', () => {
  test('there are at least 84, 12 a step, by three authors and more, half of them held out', () => {
    expect(all.length).toBeGreaterThanOrEqual(84);
    for (const step of stepIds) expect(count(all, (one) => one.step).get(step), step).toBeGreaterThanOrEqual(12);
    expect(new Set(all.map((one) => one.author)).size).toBeGreaterThanOrEqual(3);
    expect(heldOut.length).toBeGreaterThanOrEqual(all.length / 2);
  });

  test('no author of a held-out answer wrote a tuned one', () => {
    const known = new Set([...tuned, ...tunedMore].map((one) => one.author));
    expect(heldOut.filter((one) => known.has(one.author))).toEqual([]);
  });

  test.each(registers)('the register %s is there twelve times and more', (register) => {
    expect(all.filter((one) => one.register === register).length).toBeGreaterThanOrEqual(12);
  });

  test.each(kinds)('the adversarial kind %s is there three times and more', (kind) => {
    expect(all.filter((one) => one.kind === kind).length).toBeGreaterThanOrEqual(3);
  });

  test('ten contents and more are said in five registers each', () => {
    const groups = new Map<string, Set<string>>();
    for (const one of all) {
      if (!one.content) continue;
      const key = `${one.author} ${one.step} ${one.content}`;
      groups.set(key, (groups.get(key) ?? new Set()).add(one.register));
    }
    expect([...groups.values()].filter((group) => group.size === 5).length).toBeGreaterThanOrEqual(10);
  });

  test('every answer is labelled on exactly the criteria of its step, 200 labels and more twice', () => {
    const wrong = [...all, ...tunedMore].filter((one) => {
      const ids =
        caseStudy?.steps.find((step) => step.id === one.step)?.criteria.map((criterion) => criterion.id) ?? [];
      return (
        Object.keys(one.labels).sort().join() !== [...ids].sort().join() ||
        Object.values(one.labels).some((label) => !labels.includes(label))
      );
    });
    expect(wrong.map((one) => one.id)).toEqual([]);
    expect(all.flatMap((one) => Object.keys(one.labels2 ?? {})).length).toBeGreaterThanOrEqual(200);
  });

  test('an id stands once, and it is said who labelled', () => {
    expect(new Set(all.map((one) => one.id)).size).toBe(all.length);
    expect(all.filter((one) => !['machine', 'people'].includes(one.labelledBy))).toEqual([]);
  });
});

describe('the bank of wordings', () => {
  const bank = lines<{ criterion: string; step: string; register: string; label: string; text: string }>(
    'wordings.jsonl',
  );
  const essentials =
    caseStudy?.steps.flatMap((step) => step.criteria.filter((one) => one.essential).map((one) => one.id)) ?? [];

  test('holds for each essential four covered wordings in four registers and two near misses', () => {
    expect(essentials.length).toBe(21);
    for (const id of essentials) {
      const own = bank.filter((one) => one.criterion === id);
      expect(
        new Set(own.filter((one) => one.label === 'covered').map((one) => one.register)).size,
        id,
      ).toBeGreaterThanOrEqual(4);
      expect(own.filter((one) => one.label !== 'covered').length, id).toBeGreaterThanOrEqual(2);
    }
  });
});
