/** Who may call whom, as in HOUSE.md: you may only walk down the stairs. */
export type Room = { imports: readonly string[]; packages: readonly (string | RegExp)[] };

const node = /^node:/u;
const belowCommands = [
  'interview',
  'progress',
  'proof',
  'grading',
  'cases',
  'sheets',
  'simulations',
  'views',
  'render',
  'ports.ts',
  'domain',
  'math',
  'errors.ts',
  'page.ts',
];

/** A room is a folder of `src/`, or a file that stands directly in it. */
export const plan: Readonly<Record<string, Room>> = {
  'errors.ts': { imports: [], packages: [] },
  'page.ts': { imports: [], packages: [] },
  domain: { imports: [], packages: [] },
  math: { imports: [], packages: ['ml-matrix'] },
  'ports.ts': { imports: ['domain', 'page.ts'], packages: [] },
  cases: { imports: ['domain'], packages: ['yaml', 'zod'] },
  grading: { imports: ['domain', 'math'], packages: ['wink-porter2-stemmer', 'word-list'] },
  sheets: { imports: ['domain'], packages: [] },
  simulations: { imports: ['math', 'page.ts', 'domain'], packages: ['ml-matrix'] },
  views: { imports: ['domain', 'page.ts'], packages: [] },
  render: {
    imports: ['page.ts'],
    packages: ['chalk', 'marked', 'marked-terminal'],
  },
  interview: { imports: ['domain', 'math', 'grading', 'views', 'page.ts', 'ports.ts', 'errors.ts'], packages: [] },
  progress: { imports: ['domain', 'views', 'page.ts', 'ports.ts'], packages: ['ts-fsrs'] },
  proof: { imports: ['domain', 'math', 'cases', 'grading', 'simulations', 'render'], packages: [] },
  edge: {
    imports: ['domain', 'page.ts', 'cases', 'sheets', 'render', 'ports.ts', 'errors.ts'],
    packages: ['inquirer', /^@inquirer\//u, node],
  },
  commands: { imports: belowCommands, packages: [] },
  'program.ts': { imports: ['commands', 'ports.ts', 'errors.ts'], packages: ['commander'] },
  'main.ts': { imports: ['program.ts', 'edge', 'render', 'ports.ts', 'errors.ts'], packages: [node] },
  'worker.ts': { imports: ['simulations', 'domain', 'math', 'edge', 'ports.ts'], packages: [node] },
  'compile.ts': { imports: ['program.ts', 'cases', 'grading', 'domain', 'math', 'edge', 'ports.ts'], packages: [node] },
  'warm-up.ts': { imports: ['program.ts', 'domain', 'edge'], packages: [node] },
  'agreement.ts': {
    imports: ['commands', 'grading', 'domain', 'math', 'edge', 'page.ts', 'ports.ts'],
    packages: [node],
  },
};

/** The files that may touch the process: where the program starts. */
export const doors: readonly string[] = ['main.ts', 'worker.ts', 'compile.ts', 'agreement.ts'];
