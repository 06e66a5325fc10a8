import { casePlaces } from '../cases/case-places.ts';
import { checkLaws } from '../cases/check-laws.ts';
import type { CaseStudy } from '../domain/case-study.ts';
import type { Problem } from '../domain/problem.ts';
import type { Framework } from '../domain/step.ts';
import type { World } from '../ports.ts';
import { proofs } from '../proof/index.ts';
import { proofMaterial, type Proof, type ProofMaterial } from '../proof/proof.ts';
import type { RunCommand } from './command.ts';
import { jsonText } from './json-text.ts';
import { problemColumns, problemJson, problemsText } from './problems-text.ts';
import { wordsArgument } from './typed-words.ts';

/** What speaks against a case: faults must be mended; advice is what binds only the cases that ship. */
export type CaseFindings = { checked: readonly string[]; faults: readonly Problem[]; advice: readonly Problem[] };

/** Finds every fault in case studies: first what cannot be read, then what does not grade as it says. */
export const run: RunCommand = async (invocation, world) => {
  const findings = await checkCases(world, wordsArgument(invocation, 'files'), proofs);
  const { checked, faults, advice } = findings;
  if (world.situation.json) {
    const rows = { problems: faults.map(problemJson), advice: advice.map(problemJson) };
    world.output.write(jsonText({ checked, ...rows }));
  } else tell(world, findings, invocation.options['advice'] === true);
  return faults.length > 0 ? 1 : 0;
};

/** Every finding about the named cases, or about all cases when none is named. */
export async function checkCases(
  world: World,
  named: readonly string[],
  toProve: readonly Proof[],
): Promise<CaseFindings> {
  const library = await world.cases();
  const listed = await library.list();
  const files = await Promise.all(
    (named.length > 0 ? named : listed.cases.map((one) => one.id)).map((name) => fileOf(world, name)),
  );
  const unreadable = named.length > 0 ? [] : [...listed.problems];
  const sound: { file: string; caseStudy: CaseStudy }[] = [];
  for (const file of files) {
    const reading = await library.load(file);
    if (reading.ok) sound.push({ file, caseStudy: reading.value });
    else unreadable.push(...reading.problems);
  }
  const shared = await sharedMaterial(world);
  const found = await Promise.all(sound.map((one) => findingsOf(world, one, shared, toProve)));
  return {
    checked: files,
    faults: [...unreadable, ...inOrder(found.flatMap((one) => one.faults))],
    advice: inOrder(found.flatMap((one) => one.advice)),
  };
}

/** As the files read from top to bottom. */
function inOrder(problems: readonly Problem[]): Problem[] {
  return [...problems].sort(({ where: a }, { where: b }) => {
    return a.file.localeCompare(b.file) || a.line - b.line || a.column - b.column;
  });
}

/** The file of a case: as typed, the YAML that a case which ships was made from, or the file of one's own. */
async function fileOf(world: World, name: string): Promise<string> {
  if (/\.ya?ml$/u.test(name)) return name;
  const { cases } = await (await world.cases()).list();
  const own = cases.find((one) => one.id === name)?.file;
  return own ?? (await (await world.assets()).caseFile?.(name)) ?? name;
}

type Shared = Pick<ProofMaterial, 'glossary' | 'isWord'> & {
  framework: Framework;
  shipped: readonly CaseStudy[];
  ids: readonly string[];
};

async function sharedMaterial(world: World): Promise<Shared> {
  const library = await world.cases();
  const { cases } = await library.list();
  const built = cases.filter((one) => one.origin !== 'own');
  const readings = await Promise.all(built.map((one) => library.load(one.id)));
  return {
    glossary: await library.glossary(),
    isWord: await library.isWord(),
    framework: await library.framework(),
    shipped: readings.flatMap((reading) => (reading.ok ? [reading.value] : [])),
    ids: built.filter((one) => one.origin === 'built-in').map((one) => one.id),
  };
}

async function findingsOf(
  world: World,
  { file, caseStudy }: { file: string; caseStudy: CaseStudy },
  { glossary, isWord, framework, shipped, ids }: Shared,
  toProve: readonly Proof[],
): Promise<Pick<CaseFindings, 'faults' | 'advice'>> {
  const isShipped = ids.includes(caseStudy.id);
  const placeOf = /\.ya?ml$/u.test(file)
    ? casePlaces(await world.files.read(file), file)
    : () => ({ file, line: 1, column: 1 });
  const otherCases = shipped.filter((one) => one.id !== caseStudy.id);
  const material = proofMaterial({ caseStudy, glossary, isWord, otherCases, shipped: isShipped, placeOf });
  const unproven = toProve.flatMap((prove) => prove(material));
  const breaches = checkLaws(caseStudy, framework).map(({ path, what, mend }) => ({
    where: placeOf(path),
    what,
    mend,
  }));
  return isShipped ? { faults: [...breaches, ...unproven], advice: [] } : { faults: unproven, advice: breaches };
}

function tell(world: World, { checked, faults, advice }: CaseFindings, withAdvice: boolean): void {
  const columns = problemColumns(world.situation);
  world.output.write(problemsText(faults, columns));
  if (withAdvice)
    world.output.write(
      problemsText(
        advice.map((one) => ({ ...one, what: `advice: ${one.what}` })),
        columns,
      ),
    );
  const studies = `${checked.length} case ${checked.length === 1 ? 'study' : 'studies'} checked`;
  const count = faults.length === 0 ? 'nothing at fault' : `${faults.length} at fault`;
  const more =
    advice.length > 0 && !withAdvice ? `; --advice shows ${advice.length} more remarks on counts and lengths` : '';
  world.output.warn(`${studies}, ${count}${more}.\n`);
}
