import { codeScan } from './code-scan.ts';
import type { InvertedFile } from './inverted-file.ts';
import type { Answer, QueryCost } from './measure.ts';
import { nearestKeys, type NearestKeys } from './nearest-keys.ts';
import { distanceTable, type ProductQuantiser } from './product-quantiser.ts';
import { offerListed, queryAt, type VectorTable, type Vectors } from './vector-table.ts';

/** A base in codes, with the whole vectors aside for re-ranking. */
export type CodedBase = { table: VectorTable; quantiser: ProductQuantiser; queries: Vectors; codes: Uint8Array };

/**
 * Product quantisation scans every code; then the `rerank` best candidates are measured exactly (0: none).
 * Codes alone stop at what rounding leaves; a hundred exact distances bring most of it back.
 */
export function codedAnswer(coded: CodedBase, rerank: number): Answer {
  const { quantiser, table, codes } = coded;
  const scan = codeScan({ codes, parts: quantiser.parts }, quantiser.codes);
  return (query, nearest) => {
    const candidates = rerank > 0 ? nearestKeys(Math.min(rerank, table.rows)) : nearest;
    scan(tableOf(coded, query), 0, table.rows, candidates);
    return settle(coded, query, { candidates, nearest, scanned: table.rows });
  };
}

/** IVF-PQ: only the codes in the lists of the nearest centres, then exact distances. Codes stand in list order. */
export function listedAnswer(coded: CodedBase, file: InvertedFile, rerank: number): (nprobe: number) => Answer {
  const { quantiser, table } = coded;
  const { parts } = quantiser;
  const codes = new Uint8Array(coded.codes.length);
  file.order.forEach((row, place) => codes.set(coded.codes.subarray(row * parts, (row + 1) * parts), place * parts));
  const scan = codeScan({ codes, parts, ids: file.order }, quantiser.codes);
  return (nprobe) => (query, nearest) => {
    const candidates = nearestKeys(Math.min(rerank, table.rows));
    const distances = tableOf(coded, query);
    const probed = file.probe(query, nprobe);
    let scanned = 0;
    for (let rank = 0; rank < probed.size(); rank += 1) {
      const list = probed.idAt(rank);
      const [from, to] = [file.starts[list] as number, file.starts[list + 1] as number];
      scan(distances, from, to, candidates);
      scanned += to - from;
    }
    const cost = settle(coded, query, { candidates, nearest, scanned });
    return { ...cost, distances: cost.distances + file.lists };
  };
}

function tableOf({ quantiser, queries }: CodedBase, query: number): Float32Array {
  const { dimension } = quantiser;
  return distanceTable(quantiser, queries.values.subarray(query * dimension, (query + 1) * dimension));
}

/** Re-ranks, and counts: a table costs as many distances as there are codes, a scanned code `parts / dimension` of one. */
function settle(
  { table, quantiser }: CodedBase,
  query: number,
  { candidates, nearest, scanned }: { candidates: NearestKeys; nearest: NearestKeys; scanned: number },
): QueryCost {
  const { codes, parts, dimension } = quantiser;
  const fetched = candidates === nearest ? 0 : candidates.size();
  if (fetched > 0) offerListed(table, queryAt(table, query), candidates, nearest);
  return { distances: codes + (scanned * parts) / dimension + fetched, codes: scanned, hops: 0, fetched };
}
