import type { CaseStudy, Step } from '../domain/case-study.ts';
import type { Framework } from '../domain/step.ts';
import type { Page } from '../page.ts';
import type { World } from '../ports.ts';
import { casePage, type CaseView } from '../views/case-page.ts';
import type { Invocation, RunCommand } from './command.ts';
import { jsonText } from './json-text.ts';
import { readStepOption } from './read-step.ts';
import { textArgument } from './typed-words.ts';
import { withCase } from './with-case.ts';

type ShownParts = Omit<CaseView, 'invokedAs'>;

/** Shows a case: what the interviewer says, the questions, and answers only when asked for. */
export const run: RunCommand = async (invocation, world) => {
  const view = viewOf(invocation);
  return withCase(world, textArgument(invocation, 'case'), async (caseStudy) => {
    const framework = await (await world.cases()).framework();
    if (world.situation.json) world.output.write(jsonText(caseJson(caseStudy, framework, view)));
    else await showRichly(world, casePage(caseStudy, framework, { ...view, invokedAs: world.situation.invokedAs }));
    return 0;
  });
};

/** Briefs and model answers are full Markdown, and the renderer for it is heavy: it is loaded here alone. */
async function showRichly(world: World, page: Page): Promise<void> {
  const { renderRichTerminal } = await import('../render/rich-terminal.ts');
  world.output.write(renderRichTerminal(page, world.situation));
}

function viewOf({ options }: Invocation): ShownParts {
  const step = readStepOption(options['step']);
  return {
    ...(step ? { step } : {}),
    modelAnswer: options['modelAnswer'] === true,
    diagram: options['diagram'] === true,
    sources: options['sources'] === true,
  };
}

/** The same as the page shows: no criterion, no fact, and answers only when asked for. */
function caseJson(caseStudy: CaseStudy, framework: Framework, view: ShownParts): object {
  const { id, title, summary, difficulty, tags, brief, steps, diagram, sources } = caseStudy;
  return {
    ...{ id, title, summary, difficulty, tags, brief },
    steps: steps.filter((step) => !view.step || step.id === view.step).map((step) => stepJson(step, framework, view)),
    ...(view.diagram ? { diagram } : {}),
    ...(view.sources ? { sources } : {}),
  };
}

function stepJson(step: Step, framework: Framework, view: ShownParts): object {
  const { id, question, modelAnswer, secondDesign } = step;
  const guide = framework.steps.find((one) => one.id === id);
  return {
    ...{ id, title: guide?.title, minutes: guide?.minutes, question },
    ...(view.modelAnswer ? { modelAnswer, ...(secondDesign ? { secondDesign } : {}) } : {}),
  };
}
