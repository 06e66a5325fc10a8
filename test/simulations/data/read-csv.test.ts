import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCsv } from '../../../src/simulations/data/read-csv.ts';
import { writeCsv } from '../../../src/simulations/data/write-csv.ts';
import { anyCuts, bytesOf, chunked, faultsOf, readable, watched } from './chunked.ts';

const read = (content: string | Uint8Array, limit = Infinity, cuts: readonly number[] = []) =>
  readCsv(chunked(bytesOf(content), cuts), { name: 'some.data', limit });

const columnsOf = async (content: string, limit?: number) => {
  const { value } = readable(await read(content, limit));
  return Object.fromEntries(value.columns.map(({ name, values }) => [name, [...values]]));
};
const notesOf = async (content: string, limit?: number) =>
  readable(await read(content, limit)).notes.map((note) => note.replace('some.data: ', ''));

/** A file of so many good rows, with others in place of some. */
const rows = (count: number, others: Readonly<Record<number, string>> = {}): string =>
  ['a,b', ...Array.from({ length: count }, (_, i) => others[i] ?? `${i},${i}`)].join('\n');

describe('readCsv', () => {
  it.each<[string, string, Record<string, unknown[]>]>([
    ['numbers', 'y,p\n1,0.25\n0,-3e-2\n', { y: [1, 0], p: [0.25, -0.03] }],
    ['a last line without its end', 'y\n1\n2', { y: [1, 2] }],
    ['CRLF', 'y,c\r\n1,a\r\n2,b\r\n', { y: [1, 2], c: ['a', 'b'] }],
    ['a byte-order mark', '\ufeffy,c\n1,a\n', { y: [1], c: ['a'] }],
    ['a quoted header behind a byte-order mark', '\ufeff"y","c"\r\n1,a\r\n', { y: [1], c: ['a'] }],
    [
      'quotes with commas, quotes and line ends',
      'c,d\n"a,""b""\r\nc",x\n"",y\n',
      { c: ['a,"b"\r\nc', ''], d: ['x', 'y'] },
    ],
    ['a quoted cell at the end of a CRLF line', 'd,c\r\nx,"a"\r\ny,"b"\r\n', { d: ['x', 'y'], c: ['a', 'b'] }],
    ['a quote inside a plain cell', 'c,d\n5" disk,x\n', { c: ['5" disk'], d: ['x'] }],
    ['empty cells of numbers as NaN', 'a,b\n1,\n,2\n', { a: [1, Number.NaN], b: [Number.NaN, 2] }],
    ['empty cells of texts as empty texts', 'a,b\nx,1\n,2\n', { a: ['x', ''], b: [1, 2] }],
    ['spaces around numbers and names', ' a , b\n 1 , 2\n', { a: [1], b: [2] }],
    ['signs, points and exponents', 'a\n+1\n.5\n5.\n1E3\n-0\n', { a: [1, 0.5, 5, 1000, -0] }],
    ['what only looks like a number as a text', 'a\n0x10\n1_000\n1e\n', { a: ['0x10', '1_000', '1e'] }],
    ['a year among the names of columns', '2019,city\n1,Bern\n', { 2019: [1], city: ['Bern'] }],
    ['five hundred digits as a text', `a\n${'7'.repeat(500)}\n`, { a: ['7'.repeat(500)] }],
    ['names of built-ins', 'constructor,__proto__x\n1,toString\n', { constructor: [1], __proto__x: ['toString'] }],
  ])('reads %s', async (_, content, columns) => {
    expect(await columnsOf(content)).toEqual(columns);
  });

  it.each<[string, string, string[]]>([
    ['each column is decided', 'a,b\n1,x\n2,x\n', ['column "a" is numeric', 'column "b" is categorical (1 value)']],
    [
      'why a column of numbers is none',
      'a\n1\nabc\n3\n',
      ['column "a" is categorical (3 values): 1 cell without a number, first "abc" in line 3'],
    ],
    [
      'what is read as empty',
      'a\n1\n\nNaN\nNA\n',
      ['column "a" is numeric; 2 cells read as empty, first "NaN" in line 4', '1 blank line skipped'],
    ],
    ['empty cells', 'a,b\n1,\n2,x\n', ['column "a" is numeric', 'column "b" is categorical (2 values, 1 empty cell)']],
    ['NaN among texts is a text', 'a\nNaN\nx\n', ['column "a" is categorical (2 values)']],
  ])('says in its notes: %s', async (_, content, notes) => {
    expect(await notesOf(content)).toEqual(notes);
  });

  const ragged = '2 cells';
  it.each<[string, string | Uint8Array, (string | RegExp)[]]>([
    ['an empty file', '', ['the file is empty']],
    ['blank lines alone', '\n\r\n\n', ['the file holds no header and no rows']],
    ['a mark alone', '\ufeff', ['the file holds no header and no rows']],
    ['a header alone', 'y,p\n', ['line 1: the file holds a header and no rows']],
    ['a header alone, blank lines below', 'y,p\n\n\n', ['line 1: the file holds a header and no rows']],
    ['no header', '1,0.5\n0,0.25\n', [/line 1: the first line holds numbers \("1,0.5"\), not the names/u]],
    ['a column twice', 'a,b,a\n1,2,3\n', ['line 1: two columns are called "a"']],
    ['a column without a name', ',a\n0,1\n', ['line 1: column 1 has no name']],
    ['semicolons', 'a;b\n1;2\n', ['line 1: the header "a;b" has no comma']],
    ['tabs', 'a\tb\n1\t2\n', ['line 1: the header "a\\tb" has no comma']],
    ['carriage returns alone', 'a,b\r1,2\r3,4\r', ['line 1: lines end in a carriage return alone']],
    [
      'ten thousand and one columns',
      `${Array.from({ length: 10_001 }, (_, i) => `c${i}`).join(',')}\n`,
      ['line 1: the header has 10001 columns'],
    ],
    [
      'an open quote to the end',
      'a,b\n1,2\n3,"x\n5,6\n',
      ['line 3: a quote is opened here and not closed: the file ends inside it'],
    ],
    [
      'an open quote over a megabyte',
      `a,b\n1,"x\n${'1,2\n'.repeat(300_000)}`,
      ['line 2: a quote is opened here and not closed: the row is longer than 1 MB'],
    ],
    ['a line above 1 MB', `a\n1\n${'7'.repeat(1_000_001)}\n`, ['line 3: the line is longer than 1 MB']],
    ['a line above 1 MB that never ends', `a${'b'.repeat(3_000_000)}`, ['line 1: the line is longer than 1 MB']],
    ['a zero byte', 'a\n1\0\n', ['line 2: a zero byte: this is not a text file']],
    [
      'bytes that are not UTF-8',
      bytesOf([...bytesOf('a\nM'), 0xfc, ...bytesOf('ller\n')]),
      ['line 2: bytes that are not UTF-8'],
    ],
    ['UTF-16', bytesOf([0xff, 0xfe, 0x61, 0, 0x0a, 0]), ['the file is UTF-16 text']],
    ['gzip', bytesOf([0x1f, 0x8b, 8, 0, 0]), ['the file is compressed with gzip']],
    [
      'a long gzip file without a line feed',
      bytesOf([0x1f, 0x8b, ...new Uint8Array(1_200_000)]),
      ['the file is compressed with gzip'],
    ],
    ['Parquet', bytesOf([...bytesOf('PAR1'), 0x15, 4]), ['the file is a Parquet file']],
    ['numpy', bytesOf([0x93, ...bytesOf('NUMPY'), 1, 0]), ['the file is a .npy file']],
    ['infinity', 'a,b\n1,2\n-inf,3\nInfinity,4\n', ['line 3: column "a" holds 2 infinite cells, first "-inf"']],
    ['a number too large', 'a\n1e999\n', ['line 2: column "a" holds 1 infinite cell, first "1e999"']],
    [
      'two ragged rows of a hundred',
      rows(100, { 4: '1', 9: '1,2,3' }),
      [
        '2 of 100 rows cannot be used, more than 1 %',
        'line 6: 1 cell, the header has 2',
        'line 11: 3 cells, the header has 2',
      ],
    ],
    [
      'text behind a closing quote',
      'a,b\n"x"y,1\n',
      ['1 of 1 row cannot be used, more than 1 %', 'line 2: text after a closing quote'],
    ],
    [
      'decimal commas',
      'a,b\n1,5,2,5\n',
      ['1 of 1 row cannot be used, more than 1 %', 'line 2: 4 cells, the header has 2'],
    ],
  ])('refuses %s', async (_, content, faults) => {
    const found = faultsOf(await read(content));
    expect(found).toEqual(faults.map((fault) => (typeof fault === 'string' ? fault : expect.stringMatching(fault))));
  });

  it('does not take names that begin like a signature for another format', async () => {
    expect(await columnsOf('PAR1,BZh9\n1,2\n')).toEqual({ PAR1: [1], BZh9: [2] });
  });

  it('drops up to 1 % of ragged rows and names their lines', async () => {
    const content = rows(200, { 1: '7', 150: '"x"y,2' });
    const { value, notes } = readable(await read(content));
    expect(value.rows).toBe(198);
    expect(notes.at(-1)).toBe(
      'some.data: 2 of 200 rows were dropped: line 3 (1 cell, the header has 2), line 152 (text after a closing quote)',
    );
  });

  it('lists twenty ragged rows and counts all', async () => {
    const others = Object.fromEntries(Array.from({ length: 25 }, (_, i) => [i, '1']));
    const dropped = readable(await read(rows(2500, others))).notes.at(-1) ?? '';
    expect(dropped).toContain('25 of 2500 rows were dropped; the first 20 are listed');
    expect(dropped.match(/line \d+/gu)).toHaveLength(20);
    const refused = faultsOf(await read(rows(2499, others)));
    expect(refused).toHaveLength(21);
    expect(refused[0]).toBe('25 of 2499 rows cannot be used, more than 1 %; the first 20 are listed');
  });

  it('counts lines and not rows where cells hold line ends', async () => {
    expect(faultsOf(await read('a,b\n"x\n\ny",2\n1\n'))).toContain(
      `line 5: ${ragged.replace('2 cells', '1 cell')}, the header has 2`,
    );
  });

  it('stops reading at the limit, whatever follows', async () => {
    const bad = bytesOf([0xff, 0, 34]);
    const { chunks, seen } = watched([bytesOf('a,b\n1,2\n3,'), bytesOf('4\n'), bad, bad]);
    const reading = readable(await readCsv(chunks, { name: 'some.data', limit: 2 }));
    expect(reading.value.rows).toBe(2);
    expect(reading.notes.at(-1)).toContain('stopped at the limit of 2 rows');
    expect(seen).toEqual({ pulls: 2, closed: true });
  });

  it('gives up on a line that never ends as soon as it is too long', async () => {
    const { chunks, seen } = watched(Array.from({ length: 100 }, () => new Uint8Array(100_000).fill(65)));
    expect(faultsOf(await readCsv(chunks, { name: 'some.data', limit: 1 }))).toEqual([
      'line 1: the line is longer than 1 MB',
    ]);
    expect(seen).toEqual({ pulls: 11, closed: true });
  });

  it('says nothing of a limit that was not reached', async () => {
    expect(await notesOf('a\n1\n', 2)).toEqual(['column "a" is numeric']);
  });

  it('gives the same for any cut of the same bytes', async () => {
    const letter = fc.constantFrom('a', '1', ',', '"', '\n', '\r\n', '\r', ' ', 'é', '💡', '\ufeff', 'NaN', '.', '\0');
    const content = fc.array(letter, { maxLength: 60 }).map((letters) => `a,b\n${letters.join('')}`);
    const spoilt = fc.uint8Array({ maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(content, spoilt),
        anyCuts,
        fc.constantFrom(1, 2, Infinity),
        async (text, cuts, limit) => {
          expect(await read(text, limit, cuts)).toEqual(await read(text, limit));
        },
      ),
      { numRuns: 500 },
    );
  });

  it('gives the same byte by byte', async () => {
    const bytes = bytesOf('\ufeffa,b\r\n"é,\r\n""💡""",2\r\n');
    const every = Array.from(bytes, (_, i) => i);
    expect(await read(bytes, Infinity, every)).toEqual(await read(bytes));
  });

  it('reads back what writeCsv wrote', async () => {
    const text = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r', ' ', 'é', '💡', '\ufeff', '1', '#') });
    const finite = fc.double({ noNaN: true, noDefaultInfinity: true });
    const table = fc.array(
      fc.tuple(
        text.map((one) => `t${one}`),
        finite,
        fc.option(finite),
      ),
      { minLength: 1, maxLength: 20 },
    );
    await fc.assert(
      fc.asyncProperty(table, anyCuts, async (written, cuts) => {
        const { value } = readable(await read(writeCsv(['some, text', 'x', '"y"'], written), Infinity, cuts));
        expect(value.columns.map((one) => one.name)).toEqual(['some, text', 'x', '"y"']);
        expect(value.columns.map((one) => [...one.values])).toEqual([
          written.map(([cell]) => cell),
          written.map(([, cell]) => cell),
          written.map(([, , cell]) => cell ?? Number.NaN),
        ]);
      }),
    );
  });
});

describe('writeCsv', () => {
  it.each<[string, string[], (string | number | boolean | null)[][], string]>([
    [
      'numbers and texts',
      ['y', 'c'],
      [
        [1, 'a'],
        [0.1, 'b,c'],
      ],
      'y,c\n1,a\n0.1,"b,c"\n',
    ],
    ['nothing', ['y', 'c'], [[Number.NaN, null]], 'y,c\n,\n'],
    ['a row of one empty cell', ['y'], [[null], [1]], 'y\n""\n1\n'],
    ['minus zero and switches', ['y', 'c'], [[-0, true]], 'y,c\n-0,true\n'],
    ['no rows', ['y'], [], 'y\n'],
  ])('writes %s', (_, columns, cells, text) => {
    expect(writeCsv(columns, cells)).toBe(text);
  });

  it('requires columns, whole rows and finite numbers', () => {
    expect(() => writeCsv([], [])).toThrow(RangeError);
    expect(() => writeCsv(['a'], [[1, 2]])).toThrow(RangeError);
    expect(() => writeCsv(['a'], [[Infinity]])).toThrow(RangeError);
  });
});
