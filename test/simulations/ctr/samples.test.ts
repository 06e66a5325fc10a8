import { expect, test } from 'vitest';
import { createBench } from '../../../src/simulations/bench.ts';
import { ctr } from '../../../src/simulations/ctr/ctr.ts';
import { drawSamples } from '../../../src/simulations/ctr/samples.ts';
import { settingsOf } from '../../../src/simulations/ctr/settings.ts';
import { withDefaults } from '../../../src/simulations/parameters.ts';
import { criteoTable } from './criteo-table.ts';

const settings = settingsOf(withDefaults(ctr.parameters, { rows: 6000, 'test-rows': 5000 }));

test('generated rows are two parts of one draw', () => {
  const { train, test: scored } = drawSamples(
    settings,
    createBench(1, () => 0),
  );
  expect([train.features.rows, scored.features.rows]).toEqual([6000, 5000]);
  expect([train.truth?.length, scored.truth?.length]).toEqual([6000, 5000]);
  expect(scored.numbers[0]?.[0]).toBe(scored.features.dense[0]);
});

test('of a table the two earlier thirds train and the last is scored', () => {
  const table = criteoTable(31);
  const bench = createBench(1, () => 0, { files: [table], notes: [] });
  const { train, test: scored } = drawSamples(settings, bench);
  expect([train.label.length, scored.label.length]).toEqual([20, 11]);
  expect([...scored.label]).toEqual([...(table.columns[0]?.values as Float64Array).subarray(20)]);
});
