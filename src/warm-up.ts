import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PassThrough, Writable } from 'node:stream';
import type { CaseStudy } from './domain/case-study.ts';
import type { PackagePlaces } from './edge/package-places.ts';
import type { createWorld, WorldParts } from './edge/world.ts';
import type { runProgram } from './program.ts';

/** The program as it was bundled. */
export type Program = { createWorld: typeof createWorld; runProgram: typeof runProgram };

/** Runs the usual commands once, in worlds of their own, so that V8 has compiled what they call and the build can keep it. */
export async function warmUp(program: Program, places: PackagePlaces): Promise<void> {
  const home = await mkdtemp(path.join(tmpdir(), 'mlsd-build-'));
  try {
    const [caseStudy] = await builtCases(places.distFolder);
    if (!caseStudy) return;
    const { id, steps } = caseStudy;
    const file = path.join(home, 'answers.json');
    await writeFile(file, JSON.stringify(Object.fromEntries(steps.map((step) => [step.id, step.modelAnswer]))));
    const runs: readonly (readonly string[])[] = [
      ['grade', id, '--answers', file, '--step', 'model'],
      ['grade', id, '--answers', file, '--json'],
      ['practice', id, '--new'],
      ['ask', id, 'How many are there?'],
      ['sessions'],
    ];
    for (const argv of runs) await program.runProgram(argv, program.createWorld(argv, worldOf(argv, home, places)));
  } finally {
    await rm(home, { recursive: true, force: true });
  }
}

async function builtCases(distFolder: string): Promise<CaseStudy[]> {
  const read = async (name: string): Promise<unknown> =>
    JSON.parse(await readFile(path.join(distFolder, 'cases', `${name}.json`), 'utf8'));
  const index = (await read('index')) as { id: string }[];
  return Promise.all(index.slice(0, 1).map(async ({ id }) => (await read(id)) as CaseStudy));
}

/** At a terminal that presses Ctrl-C at the first prompt for practice, else in a pipe. */
function worldOf(argv: readonly string[], home: string, places: PackagePlaces): Partial<WorldParts> {
  const isTTY = argv[0] === 'practice';
  const stdin = Object.assign(new PassThrough(), { isTTY, setRawMode: () => stdin });
  const stdout = Object.assign(
    new Writable({
      write: (chunk, _, done) => {
        if (isTTY && String(chunk).includes('Enter')) stdin.write('\u0003');
        done();
      },
    }),
    // A prompt ends the stream that it was given; standard output survives that.
    { isTTY, columns: 80, rows: 24, end: () => undefined },
  );
  const streams = { stdin, stdout, stderr: stdout } as unknown as Pick<WorldParts, 'stdin' | 'stdout' | 'stderr'>;
  return { ...streams, env: {}, platform: 'linux', home, places };
}
