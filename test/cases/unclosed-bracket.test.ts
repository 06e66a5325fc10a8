import { expect, test } from 'vitest';
import { readYaml, placeFaults } from '../../src/cases/read-yaml.ts';

test.each([
  ['id: [x\n', 1, 5, '"["'],
  ['id: [x\ntitle: y\n', 1, 5, '"["'],
  ['a:\n  - [x, [y], z\n  - w\n', 2, 5, '"["'],
  ['a: {b: 1\nc: 2\n', 1, 4, '"{"'],
])('%j is told where its bracket begins', (text, line, column, sign) => {
  const { faults, placeOf } = readYaml(text, 'a.yaml');
  const [problem] = placeFaults(faults, placeOf);
  expect(problem?.where).toEqual({ file: 'a.yaml', line, column });
  expect(problem?.what).toContain(`begins here with ${sign} is not closed`);
});
