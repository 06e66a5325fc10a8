import { binColumns, binCuts, type BinnedRows } from './bins.ts';
import type { Impressions } from './impressions.ts';
import { encodeTarget, idOf, type IdColumn } from './target-encoding.ts';

/** Binned rows for trees, and what it takes to make one while serving. */
export type TreeFeatures = {
  train: BinnedRows;
  test: BinnedRows;
  /** Encoding tables and cuts, at 4 bytes a number. */
  bytes: number;
  /** Id rates fetched and cuts compared a row. */
  lookUps: number;
  operations: number;
};

const priorRows = 20;
const comparisonsPerColumn = 6;

/**
 * Numbers and click rates of ids, cut into bins where the training rows say.
 *
 * @param folds 5 keeps a row's own label out of its features; 1 lets it in
 */
export function treeFeatures(train: Impressions, test: Impressions, folds: number): TreeFeatures {
  const trainColumns: Float64Array[] = [...train.numbers];
  const testColumns: Float64Array[] = [...test.numbers];
  const seen = new Set<number>();
  for (const slot of train.encodedSlots) {
    const column = idColumn(train, slot);
    const own = idColumn(test, slot);
    const encoding = encodeTarget(column, train.label, { folds, prior: priorRows });
    trainColumns.push(encoding.train);
    testColumns.push(
      Float64Array.from({ length: test.label.length }, (_, row) => encoding.table[idOf(own, row)] as number),
    );
    for (let row = 0; row < train.label.length; row += 1) seen.add(idOf(column, row));
  }
  const cuts = trainColumns.map(binCuts);
  const cutCount = cuts.reduce((sum, one) => sum + one.length, 0);
  return {
    train: binColumns(trainColumns, cuts),
    test: binColumns(testColumns, cuts),
    bytes: 4 * (seen.size + cutCount),
    lookUps: train.encodedSlots.length + comparisonsPerColumn * cuts.length,
    operations: train.label.length * (2 * train.encodedSlots.length + comparisonsPerColumn * cuts.length),
  };
}

function idColumn({ features }: Impressions, offset: number): IdColumn {
  return { ids: features.indices, stride: features.width, offset, size: features.size };
}
