import type { StepId } from '../domain/step.ts';

/** Answers by step; a step that is absent was not in the sheet. */
export type Answers = Readonly<Partial<Record<StepId, string>>>;

/** What a sheet holds: the answers, and the case where the sheet names it. */
export type AnswerSheet = { caseId: string | undefined; answers: Answers };
