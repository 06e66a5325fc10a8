import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compileContent, type Content, type FoundFile } from '../../src/cases/compile-content.ts';
import { edited, smallCase, smallCaseText } from '../support/small-case.ts';

const framework = readFileSync(join(import.meta.dirname, '../../case-studies/shared/framework.yaml'), 'utf8');
const glossaryText = 'formatVersion: 1\nconcepts:\n  - { id: two-tower, about: x, terms: [two_tower] }\n';

const content: Content = {
  cases: [{ file: 'case-studies/small-case.yaml', text: smallCaseText }],
  examples: [{ file: 'templates/an-example.yaml', text: edited('id: small-case', 'id: an-example') }],
  glossary: { file: 'glossary.yaml', text: glossaryText },
  framework: { file: 'framework.yaml', text: framework },
  words: 'Zebra\napple\nmid-day\nzebra\nAble\n',
};

/** The files by their paths. */
function built(changed: Partial<Content> = {}): Map<string, string> {
  const reading = compileContent({ ...content, ...changed });
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return new Map(reading.value.map(({ path, text }) => [path, text]));
}

function problems(changed: Partial<Content>): string[] {
  const reading = compileContent({ ...content, ...changed });
  return reading.ok ? [] : reading.problems.map(({ where, what }) => `${where.file}:${where.line} ${what}`);
}

const caseFile = (text: string): FoundFile[] => [{ file: 'case-studies/small-case.yaml', text }];

describe('compileContent', () => {
  it('writes each case as it is read, and the list of cases with the examples last', () => {
    const files = built();
    expect(JSON.parse(files.get('cases/small-case.json') ?? '')).toEqual(smallCase());
    const index = JSON.parse(files.get('cases/index.json') ?? '') as {
      id: string;
      origin: string;
      minutes: number;
      criteria: number;
    }[];
    expect(index.map(({ id, origin, minutes, criteria }) => [id, origin, minutes, criteria])).toEqual([
      ['small-case', 'built-in', 45, 9],
      ['an-example', 'example', 45, 9],
    ]);
  });

  it('writes what all cases share, the schema, and the words in the order of code points', () => {
    const files = built();
    expect([...files.keys()].slice(3)).toEqual([
      'shared/glossary.json',
      'shared/framework.json',
      'case-study.schema.json',
      'words.txt',
    ]);
    expect(files.get('words.txt')).toBe('able\napple\nmid-day\nzebra\n');
  });

  it('tells the faults of every file at once', () => {
    const found = problems({
      cases: caseFile(edited('weight: 2', 'weigth: 2')),
      glossary: { file: 'glossary.yaml', text: glossaryText.replace('terms', 'therms') },
      framework: { file: 'framework.yaml', text: framework.replace('minutes: 5', 'minutes: five') },
    });
    expect(found.map((one) => one.split(':')[0])).toEqual([
      'glossary.yaml',
      'glossary.yaml',
      'framework.yaml',
      'case-studies/small-case.yaml',
    ]);
  });

  it.each<[string, Partial<Content>, string]>([
    [
      'a file that is not named after its case',
      { cases: [{ file: 'case-studies/other.yaml', text: smallCaseText }] },
      'case-studies/other.yaml:1 the case "small-case" stands in a file called other.yaml',
    ],
    [
      'a concept that the glossary does not know',
      { cases: caseFile(edited('[two_tower]', '[<three-tower>]')) },
      'case-studies/small-case.yaml:78 the glossary knows no concept <three-tower>',
    ],
    [
      'a framework that is missing',
      { framework: undefined },
      'case-studies/shared/framework.yaml:1 the framework is missing',
    ],
  ])('%s is a problem', (_, changed, expected) => {
    expect(problems(changed)).toEqual([expected]);
  });
});
