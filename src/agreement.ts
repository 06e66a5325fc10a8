import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Register } from './domain/case-study.ts';
import { systemClock } from './edge/system-clock.ts';
import { packagePlaces } from './edge/package-places.ts';
import { createWorld } from './edge/world.ts';
import * as agreement from './grading/agreement.ts';
import { loadGrader } from './commands/load-grader.ts';
import { quantile } from './math/quantile.ts';
import type { Page, TableBlock } from './page.ts';
import type { World } from './ports.ts';

type Part = { name: string; answers: readonly agreement.GradedAnswer[]; milliseconds: readonly number[] };
type Bar = {
  title: string;
  measure: (part: Part) => agreement.Measured;
  required: string;
  goal: string;
  unit: '' | '%' | 'points' | 'ms';
};

const registers: readonly Register[] = ['technical', 'spoken', 'terse', 'plain', 'second-language'];
const warmRuns = 3;

/** Prints how far the checker agrees with labellers: `npm run agreement`, `-- --tuned` for the tuned part alone. */
async function main(argv: readonly string[]): Promise<void> {
  const world = createWorld(argv);
  const folder = join(packagePlaces().root, 'test', 'golden');
  const names = argv.includes('--tuned') ? ['tuned', 'tuned-more'] : ['tuned', 'tuned-more', 'held-out'];
  const parts = await Promise.all(names.map((name) => gradePart(world, folder, name)));
  world.output.show([
    { kind: 'heading', level: 1, text: 'Agreement of the checker with labels' },
    { kind: 'prose', markdown: aboutLabels(parts) },
    barTable(parts),
    ...parts.flatMap((part) => partBlocks(part)),
  ]);
}

/** Grades every golden answer of one kind, in every case that has some. */
async function gradePart(world: World, folder: string, name: string): Promise<Part> {
  const library = await world.cases();
  const listed = await library.list();
  const answers: agreement.GradedAnswer[] = [];
  const milliseconds: number[] = [];
  for (const id of await readdir(folder)) {
    const file = join(folder, id, `${name}.jsonl`);
    const reading = listed.cases.some((one) => one.id === id) ? await library.load(id) : undefined;
    if (!reading?.ok || !(await world.files.exists(file))) continue;
    const grader = await loadGrader(library, reading.value);
    const golden = (await world.files.read(file))
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => JSON.parse(line) as agreement.GoldenAnswer);
    answers.push(...golden.map((answer) => ({ ...answer, score: grader.grade(answer.step, answer.text) })));
    for (let run = 1; run <= warmRuns; run += 1) {
      for (const answer of golden) {
        const started = systemClock.elapsed();
        grader.grade(answer.step, `${answer.text}${' '.repeat(run)}`);
        if (run > 1) milliseconds.push(systemClock.elapsed() - started);
      }
    }
  }
  return { name, answers, milliseconds };
}

const honest = (part: Part): agreement.GradedAnswer[] => part.answers.filter((answer) => answer.kind === 'honest');
const spoken = (part: Part, register: Register): agreement.GradedAnswer[] =>
  honest(part).filter((answer) => answer.register === register);

const bars: readonly Bar[] = [
  {
    title: 'kappa, technical answers',
    measure: (part) => agreement.labelKappa(spoken(part, 'technical')),
    required: '.65',
    goal: '.75',
    unit: '',
  },
  {
    title: 'kappa, all registers',
    measure: (part) => agreement.labelKappa(honest(part)),
    required: '.50',
    goal: '.65',
    unit: '',
  },
  { title: 'kappa, worst register', measure: worstRegister, required: '.40', goal: '.55', unit: '' },
  {
    title: 'quadratic kappa of the share',
    measure: (part) => agreement.shareKappa(honest(part)),
    required: '.75',
    goal: '.85',
    unit: '',
  },
  {
    title: 'precision of "covered"',
    measure: (part) => agreement.coveredPrecision(honest(part)),
    required: '.90',
    goal: '.95',
    unit: '',
  },
  {
    title: 'false "covered", adversarial',
    measure: (part) => agreement.falseCovered(part.answers.filter((answer) => answer.kind !== 'honest')),
    required: '3 %',
    goal: '1 %',
    unit: '%',
  },
  {
    title: 'spread over five registers',
    measure: (part) => agreement.registerSpread(part.answers),
    required: '12',
    goal: '5',
    unit: 'points',
  },
  {
    title: 'range holds the labelled share',
    measure: (part) => agreement.rangeHolds(honest(part)),
    required: '80 %',
    goal: '90 %',
    unit: '%',
  },
  {
    title: 'kappa after three confirmations',
    measure: (part) => agreement.confirmedKappa(honest(part)),
    required: '.80',
    goal: '.88',
    unit: '',
  },
  {
    title: 'time an answer, median',
    measure: (part) => timing(part, 0.5),
    required: '1 ms',
    goal: '.5 ms',
    unit: 'ms',
  },
  { title: 'time an answer, 99 %', measure: (part) => timing(part, 0.99), required: '5 ms', goal: '2 ms', unit: 'ms' },
];

function worstRegister(part: Part): agreement.Measured {
  const all = registers
    .map((register) => agreement.labelKappa(spoken(part, register)))
    .filter((one) => !Number.isNaN(one.value));
  return all.reduce((a, b) => (b.value < a.value ? b : a), all[0] ?? agreement.unmeasured);
}

function timing(part: Part, p: number): agreement.Measured {
  if (part.milliseconds.length === 0) return agreement.unmeasured;
  const value = quantile(part.milliseconds, p);
  return { value, low: NaN, high: NaN, of: part.milliseconds.length };
}

function barTable(parts: readonly Part[]): TableBlock {
  return {
    kind: 'table',
    columns: [
      { title: '' },
      ...parts.map((part) => ({ title: part.name, align: 'right' as const })),
      { title: 'required', align: 'right' },
      { title: 'goal', align: 'right' },
    ],
    rows: bars.map((bar) => [
      bar.title,
      ...parts.map((part) => measuredText(bar.measure(part), bar.unit)),
      bar.required,
      bar.goal,
    ]),
  };
}

/** Kappa by register, by case, and every verdict against every label. */
function partBlocks(part: Part): Page {
  const cases = [...new Set(part.answers.map((answer) => answer.case))];
  const groups: [string, readonly agreement.GradedAnswer[]][] = [
    ...registers.map((register): [string, agreement.GradedAnswer[]] => [register, spoken(part, register)]),
    ...cases.map((id): [string, agreement.GradedAnswer[]] => [id, honest(part).filter((answer) => answer.case === id)]),
    ['adversarial', part.answers.filter((answer) => answer.kind !== 'honest')],
  ];
  return [
    { kind: 'heading', level: 2, text: `${part.name}: kappa by group, with 95 % intervals over answers` },
    {
      kind: 'table',
      columns: [{ title: 'group' }, { title: 'answers', align: 'right' }, { title: 'kappa', align: 'right' }],
      rows: groups.map(([name, answers]) => [
        name,
        String(answers.length),
        intervalText(agreement.labelKappa(answers)),
      ]),
    },
    { kind: 'heading', level: 2, text: `${part.name}: label against verdict, all answers` },
    {
      kind: 'table',
      columns: [{ title: 'label' }, ...agreement.labels.map((label) => ({ title: label, align: 'right' as const }))],
      rows: agreement.confusion(part.answers).map((row, index) => [agreement.labels[index] ?? '', ...row.map(String)]),
    },
  ];
}

function aboutLabels(parts: readonly Part[]): string {
  const all = parts.flatMap((part) => part.answers);
  const labels = all.reduce((sum, answer) => sum + Object.keys(answer.labels).length, 0);
  const twice = all.reduce((sum, answer) => sum + Object.keys(answer.labels2 ?? {}).length, 0);
  const machine = all.filter((answer) => answer.labelledBy === 'machine').length;
  const authors = new Set(all.map((answer) => answer.author)).size;
  return [
    `${all.length} answers by ${authors} authors, ${labels} labels; ${machine} answers carry machine labels (made by a language model from the criterion's sentence alone), ${all.length - machine} were labelled by people.`,
    `Two labellers on ${twice} labels: kappa ${intervalText(agreement.labellerKappa(all))}. Tuned answers were read while the patterns were written, held-out answers were not.`,
  ].join(' ');
}

function measuredText(measured: agreement.Measured, unit: Bar['unit']): string {
  if (Number.isNaN(measured.value)) return 'none';
  if (unit === '%') return `${(100 * measured.value).toFixed(1)} %`;
  if (unit === 'points') return measured.value.toFixed(0);
  if (unit === 'ms') return `${measured.value.toFixed(2)} ms`;
  return measured.value.toFixed(2).replace(/^0/u, '');
}

function intervalText(measured: agreement.Measured): string {
  if (Number.isNaN(measured.value)) return 'none';
  return `${measured.value.toFixed(2)} [${measured.low.toFixed(2)}, ${measured.high.toFixed(2)}]`;
}

void main(process.argv.slice(2));
