import type { CaseStudy, Glossary } from '../domain/case-study.ts';
import type { Problem, Reading } from '../domain/problem.ts';
import type { Framework } from '../domain/step.ts';
import { caseSchema } from './case-schema.ts';
import { readCaseStudy } from './read-case-study.ts';
import { readFramework } from './read-framework.ts';
import { readGlossary } from './read-glossary.ts';
import { summariseCase } from './summarise-case.ts';

/** A file of `dist/`, as it will be written. */
export type BuiltFile = { path: string; text: string };

/** A YAML file, as it was found; `file` is its path from the top of the package. */
export type FoundFile = { file: string; text: string };

export type Content = {
  cases: readonly FoundFile[];
  examples: readonly FoundFile[];
  glossary: FoundFile | undefined;
  framework: FoundFile | undefined;
  /** The word list, one a line. */
  words: string;
};

/** Compiles YAML to the JSON files that the program reads; or every problem of every file. */
export function compileContent(content: Content): Reading<BuiltFile[]> {
  const problems: Problem[] = [];
  const keep = <T>(reading: Reading<T>): T | undefined => {
    if (reading.ok) return reading.value;
    problems.push(...reading.problems);
    return undefined;
  };
  const glossary = content.glossary ? keep(readGlossary(content.glossary.text, content.glossary.file)) : noConcepts;
  const framework = keep(
    content.framework ? readFramework(content.framework.text, content.framework.file) : noFramework,
  );
  const built = [
    ...content.cases.map((found) => ({ found, origin: 'built-in' as const })),
    ...content.examples.map((found) => ({ found, origin: 'example' as const })),
  ].flatMap(({ found, origin }) => {
    // A glossary that cannot be read is told once, not again in every pattern.
    const caseStudy = keep(readCaseStudy(found.text, found.file, glossary ? { glossary } : {}));
    if (caseStudy) problems.push(...nameProblems(caseStudy, found));
    return caseStudy ? [{ caseStudy, origin }] : [];
  });
  if (!glossary || !framework || problems.length > 0) return { ok: false, problems };
  return { ok: true, value: builtFiles(built, { glossary, framework, words: content.words }) };
}

const noConcepts: Glossary = { formatVersion: 1, concepts: [] };
const noFramework: Reading<Framework> = {
  ok: false,
  problems: [
    {
      where: { file: 'case-studies/shared/framework.yaml', line: 1, column: 1 },
      what: 'the framework is missing',
      mend: 'Write the seven steps with their minutes.',
    },
  ],
};

function nameProblems({ id }: CaseStudy, { file }: FoundFile): Problem[] {
  const name = /([^/]*)\.yaml$/u.exec(file)?.[1] ?? file;
  if (id === name) return [];
  return [
    {
      where: { file, line: 1, column: 1 },
      what: `the case "${id}" stands in a file called ${name}.yaml`,
      mend: 'Give the file and the id the same name.',
    },
  ];
}

type Built = { caseStudy: CaseStudy; origin: 'built-in' | 'example' };

function builtFiles(
  built: readonly Built[],
  shared: { glossary: Glossary; framework: Framework; words: string },
): BuiltFile[] {
  const { glossary, framework, words } = shared;
  const index = built.map(({ caseStudy, origin }) => ({
    ...summariseCase(caseStudy, framework),
    origin,
  }));
  return [
    ...built.map(({ caseStudy }) => ({ path: `cases/${caseStudy.id}.json`, text: JSON.stringify(caseStudy) })),
    { path: 'cases/index.json', text: JSON.stringify(index) },
    { path: 'shared/glossary.json', text: JSON.stringify(glossary) },
    { path: 'shared/framework.json', text: JSON.stringify(framework) },
    { path: 'case-study.schema.json', text: `${JSON.stringify(caseSchema(), null, 2)}\n` },
    { path: 'words.txt', text: sortedWords(words) },
  ];
}

/** Lower case, each once, in the order of code points: the program searches by halving. */
function sortedWords(list: string): string {
  const words = list
    .toLowerCase()
    .split(/\s+/u)
    .filter((word) => word !== '');
  return `${[...new Set(words)].sort().join('\n')}\n`;
}
