import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCaseStudy } from '../../src/cases/read-case-study.ts';
import type { CaseStudy } from '../../src/domain/case-study.ts';

const folder = join(import.meta.dirname, '..', 'fixtures', 'cases');

/** The text of a fixture in `test/fixtures/cases/`, by its name. */
export function caseFixture(name: string): string {
  return readFileSync(join(folder, `${name}.yaml`), 'utf8');
}

/** The smallest complete case study. */
export const smallCaseText = caseFixture('small-case');

/** Its value; a fixture that cannot be read is a fault of the test. */
export function smallCase(): CaseStudy {
  const reading = readCaseStudy(smallCaseText, 'small-case.yaml');
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return reading.value;
}

/** The text with one edit, which must change something. */
export function edited(from: string | RegExp, to: string, text = smallCaseText): string {
  const changed = text.replace(from, () => to);
  if (changed === text) throw new Error(`nothing to edit: ${String(from)}`);
  return changed;
}
