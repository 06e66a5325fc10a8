import { describe, expect, it } from 'vitest';
import { readPredictions } from '../../../src/simulations/data/read-predictions.ts';
import { bytesOf, chunked, faultsOf, readable } from './chunked.ts';

const read = (content: string, limit = Infinity) =>
  readPredictions(chunked(bytesOf(content)), { name: 'some.data', limit });

const good = (count: number): string => '1,0.5\n'.repeat(count);

describe('readPredictions', () => {
  it('reads labels, probabilities, weights and times, in any order and with other columns', async () => {
    const { value } = readable(await read('p,city,y,weight,ts\n0,Bern,0,0,2024-01-01\n1,Rome,1,2.5,2024-01-02\n'));
    expect(Object.fromEntries(value.columns.map(({ name, values }) => [name, [...values]]))).toEqual({
      p: [0, 1],
      city: ['Bern', 'Rome'],
      y: [0, 1],
      weight: [0, 2.5],
      ts: ['2024-01-01', '2024-01-02'],
    });
  });

  it.each<[string, string, string[]]>([
    ['a file without p', 'y,score\n1,0.5\n', ['line 1: no column "p" among "y", "score"']],
    ['a file without y', 'label,p\n1,0.5\n', ['line 1: no column "y" among "label", "p"']],
    ['p above 1', 'y,p\n1,0.5\n1,1.0000001\n', ['line 3: column "p" is 1.0000001; expected a probability from 0 to 1']],
    ['p below 0', 'y,p\n1,-0.1\n', ['line 2: column "p" is -0.1; expected a probability from 0 to 1']],
    ['p as percent text', 'y,p\n1,0.5\n1,50%\n', ['line 3: column "p" is "50%"; expected a probability from 0 to 1']],
    ['p infinite', 'y,p\n1,inf\n', ['line 2: column "p" holds 1 infinite cell, first "inf"']],
    [
      'another label',
      'y,p\n-1,0.5\n2,0.5\n',
      ['line 2: column "y" is -1; expected 0 or 1', 'line 3: column "y" is 2; expected 0 or 1'],
    ],
    ['a label in words', 'y,p\ntrue,0.5\n', ['line 2: column "y" is "true"; expected 0 or 1']],
    ['a negative weight', 'y,p,weight\n1,0.5,-2\n', ['line 2: column "weight" is -2; expected 0 or more']],
    ['weights of nothing', 'y,p,weight\n1,0.5,0\n', ['every weight is 0']],
    ['p missing everywhere', 'y,p\n1,NaN\n', ['1 of 1 row cannot be used, more than 1 %', 'line 2: no p']],
  ])('refuses %s', async (_, content, faults) => {
    expect(faultsOf(await read(content))).toEqual(faults);
  });

  it('names the line in the file, not the row, after blank and ragged lines', async () => {
    expect(faultsOf(await read(`y,p\n\n1\n${good(200)}1,7\n`))).toEqual([
      'line 204: column "p" is 7; expected a probability from 0 to 1',
    ]);
  });

  it('lists twenty values outside the range and counts all', async () => {
    const faults = faultsOf(await read(`y,p\n${'1,2\n'.repeat(30)}`));
    expect(faults).toHaveLength(21);
    expect(faults.at(-1)).toBe('column "p": 30 rows in all; the first 20 are listed');
  });

  it('drops rows without a label or probability and says which', async () => {
    const { value, notes } = readable(await read(`y,p,city\n${'1,0.5,Bern\n'.repeat(199)},,Rome\n`));
    expect(value.rows).toBe(199);
    expect(value.columns.map((column) => column.values.length)).toEqual([199, 199, 199]);
    expect(notes.at(-1)).toBe('some.data: 1 of 200 rows were dropped: line 201 (no y, p)');
  });
});
