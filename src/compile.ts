import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Writable } from 'node:stream';
import { compileContent, type BuiltFile, type Content, type FoundFile } from './cases/compile-content.ts';
import type { CaseStudy, Glossary } from './domain/case-study.ts';
import { placeText, type Problem, type Reading } from './domain/problem.ts';
import type { PackagePlaces } from './edge/package-places.ts';
import { createWorld } from './edge/world.ts';
import { caseWords } from './grading/other-case.ts';
import { compileLanguages } from './grading/matching/compile-languages.ts';
import { packCase } from './grading/matching/pack-case.ts';
import { runProgram } from './program.ts';

/** Every file of `dist/` that follows from the content, or every problem in it. */
export function compileAll(content: Content): Reading<BuiltFile[]> {
  const built = compileContent(content);
  return built.ok
    ? { ok: true, value: withLatest([...built.value, ...graderFiles(built.value, content.words)]) }
    : built;
}

/** A file that is made twice is kept as it was made last. */
function withLatest(files: readonly BuiltFile[]): BuiltFile[] {
  return [...new Map(files.map((file) => [file.path, file])).values()];
}

/** What the grader needs of each case, compiled, and the case packed to go with it: its languages, found by the hash of the case, and the words of all cases. */
function graderFiles(files: readonly BuiltFile[], wordList: string): BuiltFile[] {
  const words = new Set(wordList.toLowerCase().split(/\s+/u));
  const isWord = (word: string) => words.has(word.toLowerCase());
  const value = <T>(name: string): T => JSON.parse(files.find((file) => file.path === name)?.text ?? 'null') as T;
  const glossary = value<Glossary>('shared/glossary.json');
  const cases = value<{ id: string }[]>('cases/index.json').map(({ id }) => value<CaseStudy>(`cases/${id}.json`));
  const packed = cases.map((one) => packCase(one, compileLanguages({ caseStudy: one, glossary, isWord })));
  const languages = packed.flatMap(({ caseStudy, languages }) =>
    Object.entries(languages).map(([part, language]) => ({
      path: `languages/${caseStudy.hash}/${part}.json`,
      text: JSON.stringify(language),
    })),
  );
  return [
    ...packed.map(({ caseStudy }) => ({ path: `cases/${caseStudy.id}.json`, text: JSON.stringify(caseStudy) })),
    ...languages,
    { path: 'shared/case-words.json', text: JSON.stringify(cases.map(caseWords)) },
  ];
}

/** Finds what is compiled: the case studies, the worked examples among the templates, and what all cases share. */
export async function findContent(root: string, wordsFile: string): Promise<Content> {
  const shared = await yamlFiles(root, 'case-studies/shared');
  const named = (name: string): FoundFile | undefined => shared.find(({ file }) => path.parse(file).name === name);
  const [cases, templates, words] = await Promise.all([
    yamlFiles(root, 'case-studies'),
    yamlFiles(root, 'templates'),
    readFile(wordsFile, 'utf8'),
  ]);
  const examples = templates.filter(({ file }) => path.basename(file) !== skeleton);
  return { cases, examples, glossary: named('glossary'), framework: named('framework'), words };
}

/** Problems as a builder reads them: the place, what was found, the way out. */
export function problemLines(problems: readonly Problem[]): string {
  return problems
    .map(({ where, what, mend }) => `${placeText(where)}  ${what}\n    ${mend}\n`)
    .join('')
    .trimEnd();
}

/** The texts that the entry prints before it loads anything: what the program itself writes into a pipe, word for word. */
export async function makeTexts(root: string, distFolder: string): Promise<BuiltFile[]> {
  const home = await mkdtemp(path.join(tmpdir(), 'mlsd-build-'));
  try {
    const places = { root, distFolder, templatesFolder: path.join(root, 'templates') };
    const texts: BuiltFile[] = [];
    for (const [file, argv] of readyTexts)
      texts.push({ path: `texts/${file}`, text: await printed(argv, home, places) });
    return texts;
  } finally {
    await rm(home, { recursive: true, force: true });
  }
}

const skeleton = 'case-study.yaml';
const readyTexts: readonly (readonly [string, readonly string[]])[] = [
  ['help.txt', ['--help']],
  ['version.txt', ['--version']],
  ['list.txt', ['list']],
  ['list.json', ['list', '--json']],
];

async function yamlFiles(root: string, folder: string): Promise<FoundFile[]> {
  const names = await readdir(path.join(root, folder));
  const files = names.filter((name) => name.endsWith('.yaml')).sort();
  return Promise.all(
    files.map(async (name) => ({
      file: `${folder}/${name}`,
      text: await readFile(path.join(root, folder, name), 'utf8'),
    })),
  );
}

async function printed(argv: readonly string[], home: string, places: PackagePlaces): Promise<string> {
  const chunks: string[] = [];
  const stdout = new Writable({
    write: (chunk, _, done) => {
      chunks.push(String(chunk));
      done();
    },
  }) as unknown as NodeJS.WriteStream;
  const world = createWorld(argv, { env: {}, stdout, platform: 'linux', home, places });
  const code = await runProgram(argv, world);
  if (code !== 0) throw new Error(`mlsd ${argv.join(' ')} ended with ${code} when its text was made`);
  return chunks.join('');
}
