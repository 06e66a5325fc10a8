import fc from 'fast-check';
import { expect, test } from 'vitest';
import { newSession } from '../../src/interview/begin.ts';
import { openNotebook } from '../../src/interview/notebook.ts';
import { practise } from '../../src/interview/practice.ts';
import { recordedScreen, recordedStore, steppingClock } from '../support/scripted-ports.ts';
import { tinyFramework } from '../support/tiny-case.ts';
import { markGrader, walkCase } from '../support/walk-case.ts';
import { textsOf } from '../support/walk-desk.ts';
import { Killed, wanderingPrompter } from '../support/wandering-prompter.ts';

const path = fc.array(fc.nat({ max: 10_000 }), { maxLength: 80 });

/** Walks, leaves or is killed, and resumes from what was saved, until the path has ended. */
async function wander(steps: number[]) {
  const clock = steppingClock();
  const first = newSession(walkCase, ['clarify', 'frame', 'data'], clock);
  const store = recordedStore([first]);
  const words: string[] = [];
  const endings: string[] = [];
  const left = [...steps];
  do {
    const session = store.read(first.id);
    const prompter = wanderingPrompter(left, words);
    const desk = {
      prompter,
      screen: recordedScreen(),
      clock,
      notebook: openNotebook(session, store, clock),
      caseStudy: walkCase,
      framework: tinyFramework,
      grader: markGrader(),
      invokedAs: 'mlsd',
    };
    const end = await practise(desk).catch((error: unknown) => {
      if (error instanceof Killed) return { kind: 'killed' };
      throw error;
    });
    endings.push(end.kind);
  } while (left.length > 0);
  return { words, session: store.read(first.id), endings };
}

test('whatever is typed, left, killed and resumed, no word is lost', async () => {
  await fc.assert(
    fc.asyncProperty(path, async (steps) => {
      const { words, session } = await wander(steps);
      const kept = textsOf(session).join('\n');
      expect(words.filter((word) => !new RegExp(`${word}\\b`, 'u').test(kept))).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

test('whatever happens, the session adds up: no share above one, no automatic verdict changed by a claim', async () => {
  await fc.assert(
    fc.asyncProperty(path, async (steps) => {
      const { session } = await wander(steps);
      for (const one of session.summary?.steps ?? []) {
        for (const points of [one.auto, one.confirmed]) {
          expect(points.counted).toBeLessThanOrEqual(points.max);
          expect(points.unprompted + points.prompted).toBeCloseTo(points.counted);
          expect(Math.min(points.unprompted, points.prompted, points.afterHint)).toBeGreaterThanOrEqual(0);
        }
      }
      const grader = markGrader();
      for (const attempt of session.steps.frame?.attempts ?? []) {
        const again = grader.grade('frame', attempt.text);
        const own = attempt.score.criteria.filter((row) => row.saidIn === undefined && row.verdict !== 'not-detected');
        for (const row of own) expect(row.verdict).toBe(again.criteria.find((one) => one.id === row.id)?.verdict);
      }
    }),
    { numRuns: 150 },
  );
});

test('the walks above reach every ending', async () => {
  const walks = await Promise.all(
    fc.sample(path, { numRuns: 200, seed: 7 }).map(async (steps) => (await wander(steps)).endings),
  );
  expect(new Set(walks.flat())).toEqual(new Set(['left', 'killed', 'finished']));
});
