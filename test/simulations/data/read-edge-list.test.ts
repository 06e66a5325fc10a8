import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readEdgeList } from '../../../src/simulations/data/read-edge-list.ts';
import { anyCuts, bytesOf, chunked, faultsOf, readable } from './chunked.ts';

const read = (content: string, limit = Infinity, cuts: readonly number[] = []) =>
  readEdgeList(chunked(bytesOf(content), cuts), { name: 'some.data', limit });

const graphOf = async (content: string) => {
  const { value } = readable(await read(content));
  return [...value.from].map((from, i) => `${value.ids[from]}-${value.ids[value.to[i] ?? 0]}`);
};

describe('readEdgeList', () => {
  it.each<[string, string, string[]]>([
    [
      'tabs and comments, as SNAP writes them',
      '# Nodes: 3\n# FromNodeId\tToNodeId\n10\t20\n20\t30\n',
      ['10-20', '20-30'],
    ],
    ['spaces', '1 2\n2   3\n', ['1-2', '2-3']],
    ['commas below a header', 'id_1,id_2\r\n1,2\r\n2 , 3\r\n', ['1-2', '2-3']],
    ['an edge given both ways and twice as one', '1 2\n2 1\n1 2\n', ['1-2']],
    ['loops as nothing', '1 1\n1 2\n', ['1-2']],
    ['leading zeros as the same node', '007 8\n7 8\n', ['7-8']],
    [
      'numbers beyond 2^53 apart',
      '9007199254740993 1\n9007199254740992 1\n',
      ['9007199254740993-1', '1-9007199254740992'],
    ],
    ['node 0', '0 1\n', ['0-1']],
  ])('reads %s', async (_, content, edges) => {
    expect(await graphOf(content)).toEqual(edges);
  });

  it('counts what it dropped', async () => {
    const content = '# a\n% b\nsource,target,weight\n1,2,5\n2,1,4\n\n3,3,1\n4,1,2\n';
    expect(readable(await read(content)).notes).toEqual([
      'some.data: 2 edges between 4 nodes; dropped: 1 self loop, 1 repeated edge (either direction counts)',
      'some.data: 2 comment lines skipped',
      'some.data: 1 blank line skipped',
      'some.data: the first line "source,target,weight" was taken as a header',
      'some.data: columns after the second were not read (4 lines)',
    ]);
  });

  it.each<[string, string, string[]]>([
    ['an empty file', '', ['the file is empty']],
    ['comments alone', '# nothing\n', ['the file holds no edges']],
    ['a header alone', 'from,to\n', ['the file holds no edges']],
    ['loops alone', '1 1\n2 2\n', ['the file holds no edges']],
    [
      'names for numbers',
      'ann bob\nbob eve\n',
      ['1 of 1 row cannot be used, more than 1 %', 'line 2: "bob eve" is no edge'],
    ],
    [
      'one number a line',
      '1\n2\n',
      ['2 of 2 rows cannot be used, more than 1 %', 'line 1: "1" is no edge', 'line 2: "2" is no edge'],
    ],
    [
      'negative and broken numbers',
      '-1 2\n1.5 2\n',
      ['2 of 2 rows cannot be used, more than 1 %', 'line 1: "-1 2" is no edge', 'line 2: "1.5 2" is no edge'],
    ],
    ['Matrix Market', '%%MatrixMarket matrix\n3 3 1\n1 2\n', ['line 1: the file is in Matrix Market format']],
  ])('refuses %s', async (_, content, faults) => {
    expect(faultsOf(await read(content))).toEqual(faults);
  });

  it('drops up to 1 % of broken lines and names them', async () => {
    const lines = Array.from({ length: 100 }, (_, i) => (i === 50 ? 'x' : `${i} ${i + 1}`));
    expect(readable(await read(lines.join('\n'))).notes[1]).toBe(
      'some.data: 1 of 100 rows were dropped: line 51 ("x" is no edge)',
    );
  });

  it('counts the limit in rows of the file, comments aside', async () => {
    const { value, notes } = readable(await read('# a\n1 2\n2 1\n3 4\n', 2));
    expect(value.from).toHaveLength(1);
    expect(notes.at(-1)).toContain('stopped at the limit of 2 rows');
  });

  it('holds each pair once, never a loop, and every pair of the file, for any cut', async () => {
    const pairs = fc.array(fc.tuple(fc.nat(8), fc.nat(8)), { minLength: 1, maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(pairs, anyCuts, async (written, cuts) => {
        const content = written.map(([a, b]) => `${a}\t${b}\n`).join('');
        const expected = new Set(
          written.filter(([a, b]) => a !== b).map(([a, b]) => `${Math.min(a, b)}-${Math.max(a, b)}`),
        );
        const reading = await read(content, Infinity, cuts);
        expect(reading).toEqual(await read(content));
        expect(reading.ok).toBe(expected.size > 0);
        if (!reading.ok) return;
        const { from, to, ids } = reading.value;
        const found = [...from].map((node, i) =>
          [Number(ids[node]), Number(ids[to[i] ?? 0])].sort((a, b) => a - b).join('-'),
        );
        expect(found).toHaveLength(expected.size);
        expect(new Set(found)).toEqual(expected);
      }),
    );
  });
});
