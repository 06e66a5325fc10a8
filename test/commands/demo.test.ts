import { expect, test } from 'vitest';
import { run } from '../../src/commands/demo.ts';
import { createPracticeWorld } from '../support/practice-world.ts';
import { tinyCase } from '../support/tiny-case.ts';

const cases = [tinyCase];
const alone = { arguments: {}, options: {} };

test('in a pipe every page comes at once: the weak answer, the strong one, the sheet, the next command', async () => {
  const { world, stdout } = createPracticeWorld({ cases, situation: { interactive: false } });
  expect(await run(alone, world)).toBe(0);
  const text = stdout();
  const places = [
    'You own the help centre',
    'It depends.',
    'The point of frame is',
    'answer sheet',
    'mlsd practice help-search --only frame',
  ];
  expect(text.split('The point of frame is').length).toBe(2);
  expect(text).not.toMatch(/Session|\?:/u);
  expect(places.map((words) => text.indexOf(words)).every((place, i, all) => place > (all[i - 1] ?? -1))).toBe(true);
});

test('at a terminal Enter turns the pages, and nothing is typed or saved', async () => {
  const script = Array.from({ length: 4 }, () => ({ choose: 'on' }));
  const { world, screen, prompter, store } = createPracticeWorld({ cases, script });
  expect(await run(alone, world)).toBe(0);
  expect(screen.pages).toHaveLength(5);
  expect(prompter.prompted.every((one) => one.kind === 'choose')).toBe(true);
  expect(store.saved).toEqual([]);
});

test('it can be left at every page', async () => {
  const { world, screen } = createPracticeWorld({ cases, script: [{ leave: 'SIGINT' }] });
  expect(await run(alone, world)).toBe(130);
  expect(screen.pages).toHaveLength(1);
});
