import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as laws from './support/house-laws.ts';
import type { Law, SourceFile } from './support/house-laws.ts';
import { plan } from './support/house-plan.ts';

const sourceFolder = join(import.meta.dirname, '..', 'src');
const house: SourceFile[] = readdirSync(sourceFolder, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => path.endsWith('.ts') && !path.endsWith('.d.ts'))
  .map((path) => ({ path, text: readFileSync(join(sourceFolder, path), 'utf8') }));

const long = Array.from({ length: 251 }, () => 'export {};').join('\n');
const plant = (path: string, text = 'export {};'): SourceFile[] => [{ path, text }];

/** Each law with what must turn it red. */
const table: [string, Law, SourceFile[][]][] = [
  [
    'imports run down the stairs',
    laws.importsRunDown,
    [
      plant('domain/a.ts', "import { x } from '../math/x.ts';"),
      plant('domain/a.ts', "import type { World } from '../ports.ts';"),
      plant('grading/a.ts', "export const late = () => import('../cases/read.ts');"),
      plant('grading/a.ts', "export { x } from '../views/x.ts';"),
      plant('views/a.ts', "export type A = import('../render/x.ts').A;"),
      plant('interview/a.ts', "import { store } from '../edge/session-files.ts';"),
      plant('edge/a.ts', "import { practise } from '../interview/practice.ts';"),
      plant('commands/a.ts', "import { store } from '../edge/session-files.ts';"),
      plant('commands/a.ts', "import { runProgram } from '../program.ts';"),
      plant('commands/a.ts', "import { readFile } from 'node:fs/promises';"),
      plant('domain/a.ts', "import { z } from 'zod';"),
      plant('edge/a.ts', "import { parse } from 'yaml';"),
      plant('main.ts', "import { list } from './commands/list.ts';"),
      plant('cellar/a.ts'),
    ],
  ],
  ['ports are types only', laws.portsAreTypesOnly, [plant('ports.ts', 'export const port = 1;')]],
  [
    'imports form no circle',
    laws.importsFormNoCircle,
    [
      [
        ...plant('domain/a.ts', "import { b } from './b.ts';"),
        ...plant('domain/b.ts', "import type { a } from './a.ts';"),
      ],
      [
        ...plant('domain/a.ts', "export const b = () => import('./b.ts');"),
        ...plant('domain/b.ts', "import './a.ts';"),
      ],
    ],
  ],
  [
    'only the doors and the edge touch the process',
    laws.onlyDoorsTouchTheProcess,
    [
      plant('commands/a.ts', 'export const a = () => process.exit(1);'),
      plant('views/a.ts', "console.log('here');"),
      plant('program.ts', 'export const a = process.argv;'),
      plant('program.ts', 'export const a = globalThis.process;'),
    ],
  ],
  [
    'only the edge knows time and chance',
    laws.onlyTheEdgeKnowsTimeAndChance,
    [
      plant('domain/a.ts', 'export const a = () => new Date();'),
      plant('domain/a.ts', 'export const a = Date.now;'),
      plant('math/a.ts', 'export const a = () => Math.random();'),
      plant('simulations/a.ts', 'export const a = () => performance.now();'),
      plant('interview/a.ts', 'setTimeout(() => {}, 1);'),
      plant('views/a.ts', 'export const a = (1).toLocaleString();'),
      plant('views/a.ts', "export const a = new Intl.NumberFormat('en');"),
      plant('main.ts', 'export const a = Date.now();'),
    ],
  ],
  [
    'fractional powers stand in one file',
    laws.fractionalPowersStandInOneFile,
    [
      plant('math/a.ts', 'export const a = 2 ** 0.5;'),
      plant('math/a.ts', 'export const a = (x: number, p: number) => Math.pow(x, p);'),
      plant('math/a.ts', 'export let a = 2; a **= 1.5;'),
    ],
  ],
  [
    'only the palette knows chalk',
    laws.onlyThePaletteKnowsChalk,
    [plant('render/terminal.ts', "import { Chalk } from 'chalk';")],
  ],
  [
    'exports are named',
    laws.exportsAreNamed,
    [
      plant('domain/a.ts', 'export default 1;'),
      plant('domain/a.ts', 'export default function a() {}'),
      plant('domain/a.ts', 'const a = 1; export { a as default };'),
    ],
  ],
  [
    'files are kebab-case',
    laws.filesAreKebabCase,
    [plant('domain/caseStudy.ts'), plant('domain/Case.ts'), plant('my_room/a.ts')],
  ],
  [
    'nothing is a drawer',
    laws.nothingIsADrawer,
    [plant('domain/utils.ts'), plant('helpers/a.ts'), plant('render/common.ts')],
  ],
  ['no file is above 250 lines', laws.noFileIsAbove250Lines, [plant('domain/a.ts', long)]],
  [
    'the median file is at most 100 lines',
    laws.theMedianFileIsAtMost100Lines,
    [plant('domain/a.ts', long.slice(0, 11 * 101))],
  ],
];

describe('the house', () => {
  it('has files in it', () => {
    expect(house.length).toBeGreaterThan(20);
  });

  it.each(table)('%s', (_, law) => {
    expect(law(house)).toEqual([]);
  });

  it.each(
    table.flatMap(([title, law, planted]) =>
      planted.map(
        (files) =>
          [title, files.map((one) => `${one.path}: ${one.text.split('\n')[0]}`).join(' + '), law, files] as const,
      ),
    ),
  )('%s goes red on %s', (_, __, law, files) => {
    expect(law(files)).not.toEqual([]);
  });

  it('allows whole powers, own names and imports down the stairs', () => {
    const sound = [
      ...plant('math/power.ts', 'export const root = (x: number) => x ** 0.5;'),
      ...plant('math/b.ts', 'export const cube = (x: number) => x ** 3;'),
      ...plant(
        'views/c.ts',
        "import type { Page } from '../page.ts'; export const a = { process: 1, Date: 2 }; export type T = Page;",
      ),
      ...plant(
        'edge/d.ts',
        "import { readFile } from 'node:fs/promises'; export const now = () => Date.now(); process.exitCode = 1; void readFile;",
      ),
    ];
    for (const [, law] of table) expect(law(sound)).toEqual([]);
  });

  it('lists every room that exists', () => {
    const rooms = [...new Set(house.map((file) => laws.roomOf(file.path)))];
    expect(rooms.filter((room) => !(room in plan))).toEqual([]);
  });
});
