import { aidFor } from '../domain/session.ts';
import type { StepId } from '../domain/step.ts';
import { modelAnswerPage } from '../views/model-answer-page.ts';
import { caseStep, noteWork, workAt, type Desk } from './desk.ts';
import { pick, type Leave } from './reply.ts';

const looks = {
  'model-answer': { title: 'Model answer', mark: { modelAnswerShown: true } },
  'second-design': { title: 'A second sound design', mark: { secondDesignShown: true } },
} as const;

/** Shows a model answer; the first time it says before what the look costs, and can be called off. */
export async function showModelAnswer(desk: Desk, step: StepId, which: keyof typeof looks): Promise<Leave | undefined> {
  if (aidFor(workAt(desk, step)) !== 'model-answer') {
    const picked = await pick<'show' | 'back'>(desk.prompter, {
      message: 'What you write after it is graded, and not counted.',
      choices: [
        { name: 'show it', value: 'show', key: 's' },
        { name: 'not yet', value: 'back', key: 'b' },
      ],
    });
    if (picked.kind === 'left') return picked;
    if (picked.value === 'back') return undefined;
  }
  const { title, mark } = looks[which];
  const { modelAnswer, secondDesign = '' } = caseStep(desk, step);
  await noteWork(desk, step, mark);
  desk.screen.show(modelAnswerPage(title, which === 'model-answer' ? modelAnswer : secondDesign));
  return undefined;
}
