import { describe, expect, it } from 'vitest';
import { gradeBatch } from '../../src/commands/grade-batch.ts';
import { graderVersion } from '../../src/grading/grader.ts';
import { createCommandWorld } from '../support/command-world.ts';
import { tinyCase } from '../support/tiny-case.ts';

type Line = Record<string, unknown>;
type Row = { id: string; verdict: string; evidence: { text: string; start: number; end: number }[] };

async function batch(lines: (Line | string)[], caseId: string | undefined = 'help-search') {
  const text = lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n');
  const { world, stdout, stderr } = createCommandWorld({
    cases: [tinyCase, { ...tinyCase, id: 'other-search' }],
    brokenCases: {
      'broken.yaml': [{ where: { file: 'broken.yaml', line: 2, column: 3 }, what: 'unknown key.', mend: 'Remove it.' }],
    },
    files: { 'in.jsonl': `${text}\n` },
  });
  const code = await gradeBatch(world, 'in.jsonl', caseId);
  const raw = stdout().split('\n').slice(0, -1);
  return { code, out: raw.map((line) => JSON.parse(line) as Line), raw, stderr: stderr() };
}

const ranked = 'First I retrieve. Then I rank the articles for each user.';

describe('grade --batch', () => {
  it('writes the keys of the contract, versions first, the input kept', async () => {
    const { code, out } = await batch([{ id: 7, author: 'A', step: 'frame', text: ranked, labels: { x: 'covered' } }]);
    expect(code).toBe(0);
    const [line = {}] = out;
    expect(Object.keys(line)).toEqual([
      'schemaVersion',
      'graderVersion',
      'id',
      'author',
      'step',
      'text',
      'labels',
      'score',
      'criteria',
      'ask',
      'notices',
    ]);
    expect(line).toMatchObject({
      schemaVersion: 1,
      graderVersion,
      id: 7,
      author: 'A',
      text: ranked,
      labels: { x: 'covered' },
    });
    expect(Object.keys(line['score'] as Line)).toEqual(['auto', 'possible', 'confirmed', 'max']);
    const [row = {}] = line['criteria'] as Line[];
    expect(Object.keys(row)).toEqual([
      'id',
      'level',
      'essential',
      'weight',
      'verdict',
      'evidence',
      'found',
      'missing',
      'misconceptions',
    ]);
  });

  it('answers in the order of the input, and a bad line in its place', async () => {
    const { code, out } = await batch([
      { n: 1, step: 'frame', text: ranked },
      'not json',
      { n: 3, step: 'model', text: '' },
      '[1, 2]',
      { n: 5, step: 'framing', text: 'x' },
      { n: 6, text: 'x' },
      { n: 7, step: 'data' },
      { n: 8, step: 'data', text: 3 },
      { n: 9, step: 'monitoring', text: 'The point of monitoring.' },
    ]);
    expect(code).toBe(1);
    expect(out.map((line) => line['n'] ?? line['line'])).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(out.map((line) => 'error' in line)).toEqual([false, true, false, true, true, true, true, true, false]);
    for (const line of out.filter((one) => 'error' in one)) {
      expect(Object.keys(line)).toEqual(['line', 'error']);
      expect(Object.keys(line['error'] as Line)).toEqual(['what', 'mend']);
    }
  });

  it.each<[string, Line, string]>([
    [
      'a step that is none',
      { step: 'frames', text: 'x' },
      '"step" is "frames", which is no step. Did you mean "frame"?',
    ],
    ['a missing step', { text: 'x' }, '"step" is missing.'],
    ['a text that is none', { step: 'data', text: 3 }, '"text" is 3, and not a text.'],
    [
      'a case that is none',
      { case: 'help-serch', step: 'data', text: 'x' },
      'There is no case "help-serch". Did you mean "help-search"?',
    ],
    [
      'a case that cannot be read',
      { case: 'broken.yaml', step: 'data', text: 'x' },
      'broken.yaml:2:3: unknown key. Remove it.',
    ],
    ['a case of the wrong type', { case: 4, step: 'data', text: 'x' }, '"case" is 4, and not a text.'],
    ['shown that is none', { step: 'data', text: 'x', shown: ['hint'] }, '"shown" is ["hint"].'],
    ['confirm that is none', { step: 'data', text: 'x', confirm: [] }, '"confirm" is [], and not an object.'],
    [
      'confirm of an unknown criterion',
      { step: 'data', text: 'x', confirm: { nil: 'no' } },
      'data has no criterion "nil".',
    ],
    [
      'confirm with another word',
      { step: 'data', text: 'x', confirm: { 'data-point': 'yes' } },
      '"confirm" says "yes" for data-point.',
    ],
  ])('tells %s', async (_, line, what) => {
    const { code, out } = await batch([line]);
    expect(code).toBe(1);
    expect(out[0]).toMatchObject({ line: 1, error: { what } });
    expect((out[0]?.['error'] as { mend: string }).mend).not.toBe('');
  });

  it('needs a case on the line when none was given as argument, and the line wins', async () => {
    const missing = await batch([{ step: 'frame', text: 'x' }], '');
    expect(missing.code).toBe(1);
    const { out } = await batch([{ case: 'other-search', step: 'frame', text: ranked }]);
    expect(out[0]).toMatchObject({ case: 'other-search', score: { max: 3 } });
  });

  it('gives offsets into the text as given, in UTF-16 units', async () => {
    const text = `😀 \u202Eα\u0007\r\n\tWell, ${ranked} naïve — “done”.`;
    const { out, raw } = await batch([{ step: 'frame', text }]);
    const rows = out[0]?.['criteria'] as Row[];
    const evidence = rows.flatMap((row) => row.evidence);
    expect(evidence.length).toBeGreaterThan(0);
    for (const one of evidence) expect(text.slice(one.start, one.end)).toBe(one.text);
    expect(raw[0]).not.toMatch(/[\u0000-\u001F\u007F-\u009F\u202A-\u202E]/u);
  });

  it('counts confirmations in the confirmed score alone', async () => {
    const plain = await batch([{ step: 'frame', text: 'nothing of it' }]);
    const said = await batch([
      { step: 'frame', text: 'nothing of it', confirm: { 'two-stages': 'covered', 'ranked-list': 'partial' } },
    ]);
    expect(plain.out[0]).toMatchObject({ score: { auto: 0, confirmed: 0, max: 3 } });
    expect(said.out[0]).toMatchObject({ score: { auto: 0, confirmed: 2.5, max: 3 } });
    const no = await batch([{ step: 'frame', text: ranked, confirm: { 'ranked-list': 'no', 'two-stages': 'no' } }]);
    expect(no.out[0]).toMatchObject({ score: { confirmed: 0 } });
  });

  it('earns nothing for copies of what was shown', async () => {
    const text = tinyCase.steps[1]?.modelAnswer ?? '';
    const copied = await batch([{ step: 'frame', text, shown: ['hints', 'model-answer'] }]);
    const notices = copied.out[0]?.['notices'] as Line[];
    expect(notices.map((one) => one['kind'])).toContain('copied-model-answer');
    expect(Object.keys(notices[0] ?? {})).toEqual(['kind', 'start', 'end']);
    expect(copied.out[0]).toMatchObject({ score: { auto: 0 } });
  });

  it('says the same of the same line twice', async () => {
    const line = { step: 'frame', text: ranked };
    const { raw } = await batch([line, { step: 'data', text: 'x' }, line]);
    expect(raw[0]).toBe(raw[2]);
  });

  it('keeps its own versions when graded lines are graded again', async () => {
    const { out } = await batch([
      { schemaVersion: 99, graderVersion: 99, score: { auto: 99 }, step: 'frame', text: ranked },
    ]);
    expect(out[0]).toMatchObject({ schemaVersion: 1, graderVersion, score: { max: 3 } });
  });

  it('reads past blank lines and a byte order mark, counting lines as an editor does', async () => {
    const { out, code } = await batch([`\uFEFF${JSON.stringify({ step: 'frame', text: ranked })}`, '', 'oops']);
    expect(code).toBe(1);
    expect(out).toHaveLength(2);
    expect(out[1]).toMatchObject({ line: 3 });
  });
});
