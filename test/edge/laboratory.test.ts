import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { createLaboratory } from '../../src/edge/laboratory.ts';
import type { LeaveSignal } from '../../src/edge/leave-signals.ts';
import type { LabEvent, LabRequest } from '../../src/ports.ts';
import { withDefaults } from '../../src/simulations/parameters.ts';
import { drift } from '../../src/simulations/drift/drift.ts';

const dist = join(import.meta.dirname, '..', '..', 'dist');
const folder = mkdtempSync(join(tmpdir(), 'mlsd-lab-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const request: LabRequest = {
  id: 'drift',
  params: withDefaults(drift.parameters, { 'n-current': 200, features: 3 }),
  seed: 1,
  files: [],
};

/** Signals that a test sends by hand. */
function signals() {
  const listeners = new Set<(by: LeaveSignal) => void>();
  return {
    subscribe: (listener: (by: LeaveSignal) => void) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    send: () => listeners.forEach((listener) => listener('SIGINT')),
    count: () => listeners.size,
  };
}

function fileOf(name: string, text: string): string {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
}

describe('the laboratory', { timeout: 60_000 }, () => {
  test('runs in a thread, tells rows while it runs, and gives the same figures again', async () => {
    const hands = signals();
    const laboratory = createLaboratory(dist, hands);
    const events: LabEvent[] = [];
    const first = await laboratory.run(request, (event) => void events.push(event));
    const second = await laboratory.run(request, () => undefined);
    if (first.kind !== 'done' || second.kind !== 'done') throw new Error('it did not end');
    expect(events.filter((event) => event.kind === 'row')).toHaveLength(first.result.rows.length);
    expect({ ...first.result, timings: {} }).toEqual({ ...second.result, timings: {} });
    expect(hands.count()).toBe(0);
  });

  test('the first Ctrl-C stops it', async () => {
    const hands = signals();
    const long = { ...request, params: { ...request.params, 'n-reference': 1_000_000, 'n-current': 1_000_000 } };
    const outcome = createLaboratory(dist, hands).run(long, () => hands.send());
    expect(await outcome).toEqual({ kind: 'stopped' });
  });

  test('reads two files of one own', async () => {
    const rows = (shift: number) => Array.from({ length: 50 }, (_, i) => `${(i % 10) + shift}`).join('\n');
    const files = [fileOf('a.csv', `x\n${rows(0)}\n`), fileOf('b.csv', `x\n${rows(3)}\n`)];
    const outcome = await createLaboratory(dist, signals()).run({ ...request, files }, () => undefined);
    expect(outcome.kind === 'done' && outcome.result.rows[0]?.['test']).toBe('x');
  });

  test.each([
    ['a ragged row', 'x,y\n1,2\n1\n', 3],
    ['an empty file', '', 0],
  ])('%s is told with its place', async (_, text, line) => {
    const files = [fileOf('bad.csv', text), fileOf('good.csv', 'x,y\n1,2\n')];
    const outcome = await createLaboratory(dist, signals()).run({ ...request, files }, () => undefined);
    expect(outcome).toMatchObject({ kind: 'unreadable' });
    const places = outcome.kind === 'unreadable' ? outcome.problems.map((problem) => problem.where) : [];
    expect(places).toContainEqual({ file: files[0], line, column: line === 0 ? 0 : 1 });
  });

  test('one file where two are needed, and a file of another kind, are faults of the file', async () => {
    const good = fileOf('good.csv', 'x,y\n1,2\n');
    const run = (files: readonly string[]) =>
      createLaboratory(dist, signals()).run({ ...request, files }, () => undefined);
    expect(await run([good])).toMatchObject({ kind: 'unreadable' });
    expect(await run([good, fileOf('vectors.npy', 'x')])).toMatchObject({ kind: 'unreadable' });
  });

  test('a file that is not there is one sentence, exit 2', async () => {
    const files = [join(folder, 'nowhere.csv'), join(folder, 'nowhere.csv')];
    const outcome = createLaboratory(dist, signals()).run({ ...request, files }, () => undefined);
    await expect(outcome).rejects.toMatchObject({ name: 'UserError', exitCode: 2 });
  });

  test('the data that a run draws comes as files', async () => {
    const outcome = await createLaboratory(dist, signals()).run({ ...request, drawOnly: true }, () => undefined);
    if (outcome.kind !== 'drawn') throw new Error('nothing was drawn');
    expect(outcome.files.map((file) => file.name)).toEqual(['reference.csv', 'current.csv']);
    const lines = new TextDecoder().decode(outcome.files[1]?.bytes).trim().split('\n');
    expect(lines).toHaveLength(201);
  });

  test('a build without its thread says so', () => {
    expect(() => createLaboratory(folder, signals()).run(request, () => undefined)).toThrow(
      'A part of mlsd is missing',
    );
  });
});
