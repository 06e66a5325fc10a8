import { expect, test } from 'vitest';
import { walk } from '../support/walk-desk.ts';

const asking = 'How many articles are there?';

test('in step 1 a line that ends in a question mark is answered on the spot, once', async () => {
  const { prompter, session } = await walk([{ answer: asking, questions: [asking, asking] }], { scope: ['clarify'] });
  expect(prompter.said).toEqual(['About 40,000 articles.', 'About 40,000 articles.']);
  expect(session.asked).toMatchObject([{ step: 'clarify', text: asking, kind: 'fact', fact: 'articles' }]);
});

test('what the interviewer says is no part of the graded text', async () => {
  const { session } = await walk([{ answer: asking, questions: [asking] }], { scope: ['clarify'] });
  expect(session.steps.clarify?.attempts[0]?.text).toBe(asking);
});

test('in other steps a question is only text', async () => {
  const { session, prompter } = await walk([{ answer: asking, questions: [asking] }], { scope: ['data'] });
  expect(prompter.said).toEqual([]);
  expect(session.asked).toEqual([]);
});

test('a question that was pasted is answered when the answer is submitted', async () => {
  const { screen, session } = await walk([{ answer: `We assume little.\n${asking}` }], { scope: ['clarify'] });
  expect(session.asked.map((one) => one.text)).toEqual([asking]);
  expect(screen.text()).toContain('About 40,000 articles.');
});

test(':ask works in every step, with or without a question mark', async () => {
  const { session, screen } = await walk(
    [{ command: 'ask', argument: 'How many articles', draft: 'so far' }, { answer: 'so far' }],
    { scope: ['data'] },
  );
  expect(session.asked).toMatchObject([{ step: 'data', text: 'How many articles?', answer: 'About 40,000 articles.' }]);
  expect(screen.text()).toContain('About 40,000 articles.');
});

test(':ask without a question says how to use it', async () => {
  const { session, screen } = await walk([{ command: 'ask', draft: 'text' }], { scope: ['data'] });
  expect(session.asked).toEqual([]);
  expect(screen.text()).toContain(':ask How many videos are there?');
});

test('the ledger shows asked, told and used', async () => {
  const { screen } = await walk(
    [
      { answer: `${asking}\nWho pays?`, questions: [asking, 'Who pays?'] },
      { choose: 'go-on' },
      { answer: 'With 40k articles we scan.' },
      { choose: 'go-on' },
    ],
    { scope: ['clarify', 'data'] },
  );
  expect(screen.text()).toContain('Asked, told, used');
  expect(screen.text()).toContain('in step 3');
});

const two = 'How many articles are there? Who pays?';

test('two questions on one line that were answered while typing are not answered again', async () => {
  const { screen, session } = await walk([{ answer: two, questions: [two] }], { scope: ['clarify'] });
  expect(session.asked.map((one) => one.text)).toEqual(['How many articles are there?', 'Who pays?']);
  expect(screen.text()).not.toContain('About 40,000 articles.');
});

test(':ask repeats the question, :told everything that was told, :brief the brief', async () => {
  const ask = await walk([{ command: 'ask', argument: 'How many articles' }], { scope: ['data'] });
  expect(ask.screen.text()).toContain('You: How many articles?');
  const told = await walk([{ command: 'told' }, { command: 'brief' }], { session: ask.session });
  expect(told.screen.text()).toContain('About 40,000 articles.');
  expect(told.screen.text()).toContain('You own the help centre.');
  const nothing = await walk([{ command: 'told' }], { scope: ['data'] });
  expect(nothing.screen.text()).toContain('Nothing was asked yet');
});

test.each([
  ['a number that is used in the same answer is used', `${asking}\nSo 40k articles fit in memory.`, 'in step 1'],
  ['a number in a question alone is not', 'Are there 40,000 articles?', 'not detected'],
])('%s', async (_, answer, words) => {
  const questions = answer.split('\n').filter((line) => line.endsWith('?'));
  const { screen } = await walk([{ answer, questions }, { choose: 'go-on' }], { scope: ['clarify'] });
  expect(JSON.stringify(screen.pages.at(-1))).toContain(words);
});
