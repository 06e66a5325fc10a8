import { brokenRows } from './broken-rows.ts';
import type { Chunks, DataReading, DataSource } from './data-source.ts';
import type { EdgeList } from './edge-list.ts';
import { Refusal, counted, limitNote, quoted, readingOf } from './refusal.ts';
import { eachLine } from './text-lines.ts';

/** A `Set` holds at most 2^24 values. */
const mostEdges = 10_000_000;
const pairBase = 2 ** 26;

const separator = /[\t ]*,[\t ]*|[\t ]+/u;
const nodeId = /^\d{1,20}$/u;

/**
 * Reads an edge list: two whole node numbers a line, separated by tab, comma or spaces; lines with `#` or `%` are comments.
 * Friendship has no direction: an edge that comes again, either way round, is dropped, and so is a loop; both are counted.
 *
 * Source: the file format of the Stanford Large Network Dataset Collection (SNAP).
 */
export function readEdgeList(chunks: Chunks, source: DataSource): Promise<DataReading<EdgeList>> {
  return readingOf(source, async () => {
    const graph = growingGraph();
    const broken = brokenRows('write two whole node numbers a line, separated by a tab, a comma or spaces');
    const seen = { rows: 0, comments: 0, blank: 0, more: 0, header: '' };
    await eachLine(chunks, (text, line) => {
      const row = text.trim();
      if (line === 1 && row.startsWith('%%MatrixMarket')) refuseMatrixMarket();
      if (row === '') seen.blank += 1;
      else if (row.startsWith('#') || row.startsWith('%')) seen.comments += 1;
      else {
        const [from = '', to = '', ...more] = row.split(separator, 3);
        const isEdge = nodeId.test(from) && nodeId.test(to);
        if (!isEdge && seen.rows === 0 && seen.header === '' && /^[a-z_"]/iu.test(row)) seen.header = row;
        else {
          seen.rows += 1;
          seen.more += isEdge ? more.length : 0;
          if (isEdge) graph.add(from, to, line);
          else broken.add(line, `${quoted(row)} is no edge`);
        }
      }
      return seen.rows === source.limit ? 'enough' : 'more';
    });
    const dropped = broken.settle(seen.rows);
    const value = graph.edges();
    if (value.from.length === 0)
      throw new Refusal([{ what: 'the file holds no edges', mend: 'write two node numbers a line, for example 1 2' }]);
    return {
      value,
      notes: [
        `${counted(value.from.length, 'edge')} between ${counted(value.ids.length, 'node')}; dropped: ${counted(graph.loops(), 'self loop')}, ${counted(graph.repeats(), 'repeated edge')} (either direction counts)`,
        ...(seen.comments > 0 ? [`${counted(seen.comments, 'comment line')} skipped`] : []),
        ...(seen.blank > 0 ? [`${counted(seen.blank, 'blank line')} skipped`] : []),
        ...(seen.header !== '' ? [`the first line ${quoted(seen.header)} was taken as a header`] : []),
        ...(seen.more > 0 ? [`columns after the second were not read (${counted(seen.more, 'line')})`] : []),
        ...dropped,
        ...(seen.rows === source.limit ? [limitNote(source.limit)] : []),
      ],
    };
  });
}

/** Numbers nodes as they come, and keeps each pair once. A node with nothing but loops stays, without an edge. */
function growingGraph() {
  const numbers = new Map<string, number>();
  const pairs = new Set<number>();
  let loops = 0;
  let repeats = 0;
  const numberOf = (written: string): number => {
    const id = written.replace(/^0+(?=\d)/u, '');
    const known = numbers.get(id);
    if (known !== undefined) return known;
    numbers.set(id, numbers.size);
    return numbers.size - 1;
  };
  const add = (one: string, other: string, line: number): void => {
    const from = numberOf(one);
    const to = numberOf(other);
    const pair = Math.min(from, to) * pairBase + Math.max(from, to);
    if (from === to) loops += 1;
    else if (pairs.has(pair)) repeats += 1;
    else pairs.add(pair);
    if (pairs.size > mostEdges || numbers.size > mostEdges)
      throw new Refusal([{ line, what: `more than ${mostEdges} edges or nodes`, mend: 'read fewer: --limit 5000000' }]);
  };
  const edges = (): EdgeList => ({
    kind: 'edges',
    from: Uint32Array.from(pairs, (pair) => Math.floor(pair / pairBase)),
    to: Uint32Array.from(pairs, (pair) => pair % pairBase),
    ids: [...numbers.keys()],
  });
  return { add, edges, loops: () => loops, repeats: () => repeats };
}

function refuseMatrixMarket(): never {
  throw new Refusal([
    { line: 1, what: 'the file is in Matrix Market format', mend: 'drop its first lines, up to and with the sizes' },
  ]);
}
