import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { CaseStudy, Glossary } from '../domain/case-study.ts';
import type { CaseWords } from '../domain/case-words.ts';
import { didYouMean } from '../domain/near-names.ts';
import type { Problem, Reading } from '../domain/problem.ts';
import type { Framework } from '../domain/step.ts';
import { UserError } from '../errors.ts';
import type { CaseLibrary, CaseSummary } from '../ports.ts';
import { machineFault } from './machine-fault.ts';
import { once } from './once.ts';
import { caseFilesIn, isYamlPath, readCaseFile, type ReadCase } from './own-cases.ts';
import { wordLookup } from './word-list.ts';

/** What reads YAML is loaded only when a YAML file is read. */
export type CaseReader = {
  readCaseStudy: ReadCase;
  summariseCase: (caseStudy: CaseStudy, framework: Framework) => Omit<CaseSummary, 'origin' | 'file'>;
};

export type CasePlaces = { distFolder: string; ownFolder: string; loadReader?: () => Promise<CaseReader> };

type Own = { file: string; reading: Reading<CaseStudy> };

/** The cases made at build, a folder of one's own, and any YAML file. */
export function createCaseLibrary(places: CasePlaces): CaseLibrary {
  const { distFolder, ownFolder, loadReader = loadYamlReader } = places;
  const built = <T>(...names: string[]) => once(async () => readBuilt<T>(path.join(distFolder, ...names)));
  const index = built<readonly CaseSummary[]>('cases', 'index.json');
  const glossary = built<Glossary>('shared', 'glossary.json');
  const framework = built<Framework>('shared', 'framework.json');
  const words = once(async () => wordLookup(readBuiltBytes(path.join(distFolder, 'words.txt'))));
  const read = async (file: string): Promise<Own> => {
    const { readCaseStudy } = await loadReader();
    return { file, reading: readCaseFile(file, readCaseStudy, await glossary()) };
  };
  const readAll = async (): Promise<{ own: Own[]; problems: Problem[] }> => {
    const { files, problems } = caseFilesIn(ownFolder);
    return { own: await Promise.all(files.map(read)), problems };
  };

  const list: CaseLibrary['list'] = async () => {
    const [builtIn, { own, problems }] = await Promise.all([index(), readAll()]);
    if (own.length === 0) return { cases: builtIn, problems };
    const { summariseCase } = await loadReader();
    const guide = await framework();
    const known = new Map<string, string>(builtIn.map((one) => [one.id, 'mlsd itself']));
    const cases: CaseSummary[] = [];
    for (const { file, reading } of own) {
      if (!reading.ok) problems.push(...reading.problems);
      else if (known.has(reading.value.id))
        problems.push(taken(file, reading.value.id, known.get(reading.value.id) ?? ''));
      else {
        known.set(reading.value.id, file);
        cases.push({ ...summariseCase(reading.value, guide), origin: 'own', file });
      }
    }
    const examples = builtIn.filter((one) => one.origin === 'example');
    return { cases: [...builtIn.filter((one) => one.origin !== 'example'), ...cases, ...examples], problems };
  };

  const loadOwn = async (id: string): Promise<Reading<CaseStudy>> => {
    const { own } = await readAll();
    const named = own.find(({ file, reading }) => (reading.ok ? reading.value.id : path.parse(file).name) === id);
    if (named) return named.reading;
    const ids = [
      ...(await index()).map((one) => one.id),
      ...own.flatMap(({ reading }) => (reading.ok ? [reading.value.id] : [])),
    ];
    throw new UserError(`There is no case "${id}". ${didYouMean(id, ids)}`.trim(), 'mlsd list', 2);
  };

  return {
    list,
    load: async (idOrFile) => {
      if (isYamlPath(idOrFile)) return (await read(idOrFile)).reading;
      if (!(await index()).some((one) => one.id === idOrFile)) return loadOwn(idOrFile);
      return { ok: true, value: readBuilt<CaseStudy>(path.join(distFolder, 'cases', `${idOrFile}.json`)) };
    },
    glossary,
    framework,
    caseWords: built<readonly CaseWords[]>('shared', 'case-words.json'),
    isWord: words,
    compiled: (caseHash) => {
      const folder = path.join(distFolder, 'languages', caseHash);
      return existsSync(folder) ? (part) => readBuilt(path.join(folder, `${part}.json`)) : undefined;
    },
  };
}

async function loadYamlReader(): Promise<CaseReader> {
  const [{ readCaseStudy }, { summariseCase }] = await Promise.all([
    import('../cases/read-case-study.ts'),
    import('../cases/summarise-case.ts'),
  ]);
  return { readCaseStudy, summariseCase };
}

function taken(file: string, id: string, by: string): Problem {
  const what = `the id "${id}" is taken by ${by}`;
  return { where: { file, line: 1, column: 1 }, what, mend: 'Give your case another id and file name.' };
}

function readBuilt<T>(file: string): T {
  return JSON.parse(readBuiltBytes(file).toString()) as T;
}

function readBuiltBytes(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    throw machineFault(error, `A part of mlsd is missing: ${file} cannot be read`, file, 'npm run build');
  }
}
