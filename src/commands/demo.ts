import { demoTour } from '../interview/demo-tour.ts';
import { leaveCode, pick, type Leave } from '../interview/reply.ts';
import type { Page } from '../page.ts';
import { UserError } from '../errors.ts';
import type { CaseLibrary, World } from '../ports.ts';
import type { Invocation } from './command.ts';
import { loadGrader } from './load-grader.ts';
import { withCase } from './with-case.ts';

const favourite = 'youtube-search';

/** Shows a minute's tour with nothing to type: page by page at a terminal, all at once in a pipe. */
export async function run(_invocation: Invocation, world: World): Promise<number> {
  const library = await world.cases();
  return withCase(world, await demoCase(library), async (caseStudy) => {
    const [framework, grader] = await Promise.all([library.framework(), loadGrader(library, caseStudy)]);
    const pages = demoTour({ caseStudy, framework, grader, clock: world.clock, invokedAs: world.situation.invokedAs });
    const left = world.situation.interactive ? await turnPages(world, pages) : pages.forEach(world.output.show);
    return left ? leaveCode(left) : 0;
  });
}

async function demoCase(library: CaseLibrary): Promise<string> {
  const { cases } = await library.list();
  const shown = cases.find((one) => one.id === favourite) ?? cases[0];
  if (!shown) throw new UserError('There is no case to show.', 'mlsd cases new my-case');
  return shown.id;
}

/** Enter turns the page; the last one stays. */
async function turnPages(world: World, pages: readonly Page[]): Promise<Leave | undefined> {
  const [screen, prompter] = await Promise.all([world.screen(), world.prompter()]);
  for (const [index, page] of pages.entries()) {
    screen.show(page);
    if (index === pages.length - 1) break;
    const picked = await pick(prompter, {
      message: `Page ${index + 1} of ${pages.length}`,
      choices: [
        { name: 'go on', value: 'on', key: 'g' },
        { name: 'leave', value: 'leave', key: 'q' },
      ],
    });
    if (picked.kind === 'left') return picked;
    if (picked.value === 'leave') break;
  }
  return undefined;
}
