import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCriteo } from '../../../src/simulations/data/read-criteo.ts';
import { anyCuts, bytesOf, chunked, faultsOf, readable } from './chunked.ts';

const read = (content: string, limit = Infinity, cuts: readonly number[] = []) =>
  readCriteo(chunked(bytesOf(content), cuts), { name: 'some.data', limit });

const counts = ['1', '', '-3', '0', '5', '6', '7', '8', '9', '10', '11', '12', '13'];
const categories = ['68fd1e64', '', ...Array.from({ length: 24 }, (_, i) => `${i}abcdef0`.slice(-8))];
const row = (fields: Readonly<Record<number, string>> = {}): string =>
  ['1', ...counts, ...categories].map((field, i) => fields[i] ?? field).join('\t');
const rows = (count: number, others: Readonly<Record<number, string>> = {}): string =>
  Array.from({ length: count }, (_, i) => others[i] ?? row()).join('\n');

describe('readCriteo', () => {
  it('reads label, counts with gaps and negatives, and categories with gaps', async () => {
    const { value, notes } = readable(await read(`${row()}\r\n${row({ 0: '0' })}\n`));
    const column = (name: string) => [...(value.columns.find((one) => one.name === name)?.values ?? [])];
    expect(value.columns).toHaveLength(40);
    expect(column('label')).toEqual([1, 0]);
    expect(column('I2')).toEqual([Number.NaN, Number.NaN]);
    expect(column('I3')).toEqual([-3, -3]);
    expect(column('C1')).toEqual(['68fd1e64', '68fd1e64']);
    expect(column('C2')).toEqual(['', '']);
    expect(column('C26')).toEqual(['23abcdef0', '23abcdef0'].map((one) => one.slice(-8)));
    expect(notes).toEqual(['some.data: columns label and I1 to I13 are numeric, C1 to C26 categorical; 4 empty cells']);
  });

  it('keeps a last category that is empty', async () => {
    const { value } = readable(await read(`${row({ 39: '' })}\r\n`));
    expect([...(value.columns[39]?.values ?? [])]).toEqual(['']);
  });

  it.each<[string, string, string]>([
    ['a label that is neither', row({ 0: '2' }), 'line 1: label "2", expected 0 or 1'],
    ['no label', row().slice(2), 'line 1: 39 fields of 40: is the label missing?'],
    ['commas', row().replaceAll('\t', ','), 'line 1: 1 field, expected 40'],
    ['a field too many', `${row()}\t`, 'line 1: 41 fields, expected 40'],
    ['a fraction', row({ 3: '1.5' }), 'line 1: I3 is "1.5", expected a whole number or nothing'],
    ['NaN', row({ 1: 'NaN' }), 'line 1: I1 is "NaN", expected a whole number or nothing'],
    [
      'a category in words',
      row({ 14: 'sports' }),
      'line 1: C1 is "sports", expected 1 to 16 hexadecimal digits or nothing',
    ],
    ['a blank line', '\n', 'line 1: 1 field, expected 40'],
  ])('refuses a file of %s', async (_, content, fault) => {
    expect(faultsOf(await read(content))).toEqual(['1 of 1 row cannot be used, more than 1 %', fault]);
  });

  it('refuses an empty file', async () => {
    expect(faultsOf(await read(''))).toEqual(['the file is empty']);
  });

  it('drops up to 1 % of broken lines and names them', async () => {
    const { value, notes } = readable(await read(rows(200, { 0: 'label\tI1', 99: '' })));
    expect(value.rows).toBe(198);
    expect(notes[1]).toBe(
      'some.data: 2 of 200 rows were dropped: line 1 (2 fields, expected 40), line 100 (1 field, expected 40)',
    );
  });

  it('reads up to the limit', async () => {
    const { value, notes } = readable(await read(rows(20), 7));
    expect(value.rows).toBe(7);
    expect(notes.at(-1)).toContain('stopped at the limit of 7 rows');
  });

  it('gives the same for any cut of the same bytes', async () => {
    await fc.assert(
      fc.asyncProperty(anyCuts, fc.nat(4), async (cuts, end) => {
        const content = rows(4).slice(0, -1 - end * 60);
        expect(await read(content, 3, cuts)).toEqual(await read(content, 3));
        expect(await read(content, Infinity, cuts)).toEqual(await read(content));
      }),
    );
  });
});
