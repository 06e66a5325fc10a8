import type { Session } from '../domain/session.ts';
import { stepIds } from '../domain/step.ts';
import { askOneStep } from '../interview/begin.ts';
import { leaveCode, pick, type Picked } from '../interview/reply.ts';
import type { CaseSummary, Choice, World } from '../ports.ts';
import { orientationPage } from '../views/orientation-page.ts';
import { whenText } from '../views/when-text.ts';
import type { Invocation, RunCommand } from './command.ts';
import { helpText } from './help-text.ts';
import { placeText } from './hold-session.ts';
import { newestUnfinished } from './practice.ts';
import { resumeSession } from './resume.ts';
import { startSession } from './start-session.ts';
import { withCase } from './with-case.ts';

type HomeAction = 'resume' | 'one-step' | 'whole-case' | Glance | 'help' | 'leave';

/** What can be looked at before anything is typed. */
type Glance = 'demo' | 'list' | 'sessions';

/** The home screen at a terminal: go on, one step, a whole case, or help. */
export async function run(_invocation: Invocation, world: World): Promise<number> {
  const { sessions } = await (await world.sessions()).list();
  const screen = await world.screen();
  if (sessions.length === 0) screen.show(orientationPage());
  const begun = await newestUnfinished(world, (one) => one.mode === 'practice');
  const picked = await pick(await world.prompter(), {
    message: 'mlsd: what today?',
    choices: homeChoices(begun, world, sessions.length > 0),
  });
  if (picked.kind === 'left') return leaveCode(picked);
  return act(world, picked.value, begun);
}

function homeChoices(begun: Session | undefined, world: World, hasSessions: boolean): Choice<HomeAction>[] {
  return [
    ...(begun
      ? [
          {
            name: `go on: ${placeText(begun)}, ${begun.caseTitle}`,
            value: 'resume' as const,
            key: 'r',
            about: `last saved ${whenText(begun.updatedAt, world.clock)}`,
          },
        ]
      : []),
    { name: 'one step, 20 minutes', value: 'one-step', key: 'o' },
    { name: 'a whole case, two to three hours', value: 'whole-case', key: 'w' },
    hasSessions
      ? { name: 'your sessions', value: 'sessions', key: 's' }
      : { name: 'demo, a minute: nothing to type', value: 'demo', key: 'd' },
    { name: 'list of the cases', value: 'list', key: 'l' },
    { name: 'help', value: 'help', key: 'h' },
    { name: 'leave', value: 'leave', key: 'q' },
  ];
}

async function act(world: World, action: HomeAction, begun: Session | undefined): Promise<number> {
  switch (action) {
    case 'resume':
      return begun ? resumeSession(world, begun) : 0;
    case 'help': {
      const { columns, invokedAs } = world.situation;
      world.output.write(helpText(undefined, { columns: Math.min(columns, 80), invokedAs }));
      return 0;
    }
    case 'demo':
    case 'list':
    case 'sessions':
      return (await glances[action]()).run({ arguments: {}, options: {} }, world);
    case 'leave':
      return 0;
    default:
      return startCase(world, action);
  }
}

const glances: Readonly<Record<Glance, () => Promise<{ run: RunCommand }>>> = {
  demo: () => import('./demo.ts'),
  list: () => import('./list.ts'),
  sessions: () => import('./sessions.ts'),
};

async function startCase(world: World, how: 'one-step' | 'whole-case'): Promise<number> {
  await (await world.sessions()).checkWritable();
  const library = await world.cases();
  const { cases } = await library.list();
  const picked = await pickCase(world, cases);
  if (picked.kind === 'left') return leaveCode(picked);
  if (picked.value === 'back') return run({ arguments: {}, options: {} }, world);
  return withCase(world, picked.value.id, async (caseStudy) => {
    if (how === 'whole-case') return startSession(world, caseStudy, stepIds);
    const scope = await askOneStep({ prompter: await world.prompter(), framework: await library.framework() });
    return scope.kind === 'left' ? leaveCode(scope) : startSession(world, caseStudy, scope.steps);
  });
}

const origins: Readonly<Record<CaseSummary['origin'], string>> = {
  'built-in': '',
  example: ' (example of your own)',
  own: ' (yours)',
};

async function pickCase(world: World, cases: readonly CaseSummary[]): Promise<Picked<CaseSummary | 'back'>> {
  const choices: Choice<CaseSummary | 'back'>[] = [
    ...cases.map((one) => ({ name: `${one.title}${origins[one.origin]}`, value: one, about: one.summary })),
    { name: 'back', value: 'back', key: 'b' },
  ];
  return pick(await world.prompter(), { message: 'Which case?', choices });
}
