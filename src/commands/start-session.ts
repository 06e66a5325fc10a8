import type { CaseStudy } from '../domain/case-study.ts';
import { stepIds, type StepId } from '../domain/step.ts';
import { askReady, askScope, newSession } from '../interview/begin.ts';
import { leaveCode, type Leave } from '../interview/reply.ts';
import type { World } from '../ports.ts';
import { briefPage, stepsPage } from '../views/brief-page.ts';
import { begin } from './hold-session.ts';

/** Starts a session of a case with its brief; without a scope the candidate chooses one. */
export async function startSession(
  world: World,
  caseStudy: CaseStudy,
  scope: readonly StepId[] | undefined,
  caseFile?: string,
): Promise<number> {
  const screen = await world.screen();
  screen.show(briefPage(caseStudy));
  const chosen = scope ? await readBrief(world, scope) : await chooseScope(world);
  if (!('steps' in chosen)) return notBegun(world, caseStudy, chosen);
  const { steps } = chosen;
  const left = steps.length === stepIds.length ? await readSteps(world) : undefined;
  if (left) return notBegun(world, caseStudy, left);
  return begin(world, caseStudy, newSession(caseStudy, steps, world.clock, caseFile));
}

type Chosen = { steps: readonly StepId[] } | Leave;

/** The brief stays on the screen until it was read. */
async function readBrief(world: World, steps: readonly StepId[]): Promise<Chosen> {
  const word = steps.length === stepIds.length ? 'go on' : 'start';
  return (await askReady(await world.prompter(), word)) ?? { steps };
}

async function chooseScope(world: World): Promise<Chosen> {
  const [prompter, library] = await Promise.all([world.prompter(), world.cases()]);
  return askScope({ prompter, framework: await library.framework() });
}

/** Before a whole case the way through it is shown. */
async function readSteps(world: World): Promise<Leave | undefined> {
  const [prompter, screen, library] = await Promise.all([world.prompter(), world.screen(), world.cases()]);
  screen.show(stepsPage(await library.framework()));
  return askReady(prompter, 'start');
}

async function notBegun(world: World, caseStudy: CaseStudy, leave: Leave): Promise<number> {
  const command = `${world.situation.invokedAs} practice ${caseStudy.id}`;
  const screen = await world.screen();
  screen.show([{ kind: 'note', tone: 'next', text: `Nothing was written yet. Begin with: ${command}` }]);
  return leaveCode(leave);
}
