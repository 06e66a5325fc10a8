import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { CaseStudy, Glossary } from '../domain/case-study.ts';
import type { Problem, Reading } from '../domain/problem.ts';
import { machineFault, systemCode } from './machine-fault.ts';

/** Reads the YAML text of a case study. */
export type ReadCase = (text: string, file: string, options: { glossary: Glossary }) => Reading<CaseStudy>;

const largestBytes = 1_000_000;

/** Tells whether a word names a YAML file. */
export function isYamlPath(word: string): boolean {
  return /\.ya?ml$/iu.test(word);
}

/** Reads one case file; one that is far too large is refused unread. */
export function readCaseFile(file: string, readCase: ReadCase, glossary: Glossary): Reading<CaseStudy> {
  try {
    const { size } = statSync(file);
    if (size > largestBytes) return { ok: false, problems: [tooLarge(file, size)] };
    const text = decoded(readFileSync(file));
    return text === undefined ? { ok: false, problems: [notText(file)] } : readCase(text, file, { glossary });
  } catch (error) {
    throw machineFault(
      error,
      `The case file ${file} cannot be read`,
      file,
      systemCode(error) === 'ENOENT' ? 'put the file back there, or give the path where it is now' : undefined,
      systemCode(error) === 'ENOENT' ? 2 : 1,
    );
  }
}

/** The YAML files of a folder; a folder that is not there holds none, one that cannot be read is a problem. */
export function caseFilesIn(folder: string): { files: string[]; problems: Problem[] } {
  try {
    const names = readdirSync(folder).filter(isYamlPath).sort();
    return { files: names.map((name) => path.join(folder, name)), problems: [] };
  } catch (error) {
    const code = systemCode(error);
    if (code === undefined) throw error;
    if (code === 'ENOENT') return { files: [], problems: [] };
    const what = `the folder of your own cases cannot be read (${code})`;
    return { files: [], problems: [at(folder, what, 'mlsd config set cases <folder>')] };
  }
}

function tooLarge(file: string, bytes: number): Problem {
  const what = `the file is ${(bytes / 1e6).toFixed(1)} MB long; 1 MB is the most that is read`;
  return at(file, what, 'Split it into several case studies.');
}

function notText(file: string): Problem {
  return at(file, 'the file is not UTF-8 text', 'Save it as UTF-8 in your editor.');
}

function at(file: string, what: string, mend: string): Problem {
  return { where: { file, line: 1, column: 1 }, what, mend };
}

function decoded(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
