import type { CaseStudy } from '../domain/case-study.ts';
import type { StepGuide } from '../domain/step.ts';
import type { Path } from './located.ts';

/** A fault of a case study that is already a value: the path leads to its line by `casePlaces`. */
export type CaseFault = { path: Path; what: string; mend: string };

/** A truth about the cases that ship; for a case of one's own it is advice. */
export type Law = (caseStudy: CaseStudy, guides: readonly StepGuide[]) => CaseFault[];
