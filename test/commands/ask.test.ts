import { describe, expect, it } from 'vitest';
import { run } from '../../src/commands/ask.ts';
import { createCommandWorld } from '../support/command-world.ts';
import { tinyCase } from '../support/tiny-case.ts';

async function ask(question: string[], options = {}, start = {}) {
  const made = createCommandWorld({ cases: [tinyCase], ...start });
  const code = await run({ arguments: { case: 'help-search', question }, options }, made.world);
  return { code, ...made };
}

describe('ask', () => {
  it('answers from the facts, with or without the mark of a question', async () => {
    for (const question of ['How many articles are there?', 'How many articles are there']) {
      const { code, stdout } = await ask([question]);
      expect(code).toBe(0);
      expect(stdout()).toContain('About 40,000 articles.');
    }
  });

  it('writes one document with --json', async () => {
    const { stdout } = await ask(['How many articles?', 'What is the budget?'], {}, { situation: { json: true } });
    const document = JSON.parse(stdout()) as { questions: { text: string; answers: object[] }[] };
    expect(document).toMatchObject({ schemaVersion: 1, case: 'help-search' });
    expect(document.questions.map((one) => one.answers)).toMatchObject([
      [{ kind: 'fact', id: 'articles', nearest: null, start: 0 }],
      [{ kind: 'open', id: 'budget' }],
    ]);
  });

  it('needs a question or a batch, and not both', async () => {
    await expect(ask([])).rejects.toMatchObject({ exitCode: 2, message: 'No question was given.' });
    await expect(ask(['Why?'], { batch: 'a' })).rejects.toMatchObject({ exitCode: 2 });
  });

  it('answers a batch line by line, one entry a question, the input kept', async () => {
    const lines = [
      { n: 1, text: 'How many articles are there? And the budget?' },
      { n: 2, text: '' },
      { n: 3 },
      { n: 4, text: 'What is the colour of the sea?' },
    ];
    const files = { 'q.jsonl': lines.map((line) => JSON.stringify(line)).join('\n') };
    const { code, stdout } = await ask([], { batch: 'q.jsonl' }, { files });
    const out = stdout()
      .trim()
      .split('\n')
      .map(
        (line) =>
          JSON.parse(line) as {
            n?: number;
            text: string;
            answers: { kind: string; text: string; start: number; end: number }[];
          },
      );
    expect(code).toBe(1);
    expect(out.map((line) => line.n)).toEqual([1, 2, undefined, 4]);
    expect(out[0]?.answers.map((one) => one.kind)).toEqual(['fact', 'open']);
    expect(out[0]?.answers.map((one) => lines[0]?.text?.slice(one.start, one.end).replace('?', '').trim())).toEqual([
      'How many articles are there',
      'And the budget',
    ]);
    expect(Object.keys(out[0]?.answers[0] ?? {})).toEqual(['kind', 'id', 'nearest', 'text', 'start', 'end']);
    expect(out[1]?.answers).toEqual([]);
    expect(out[2]).toMatchObject({ line: 3, error: { what: '"text" is missing.' } });
    expect(out[3]?.answers[0]?.kind).toBe('unknown');
  });
});
