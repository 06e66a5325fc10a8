import type { Verdict } from '../domain/score.ts';
import { judgeAsked } from './judge-asked.ts';
import { judgeElements } from './judge-elements.ts';
import type { Judgement, Material } from './material.ts';
import type { CompiledCriterion } from './matching/rubric.ts';

const rank: Record<Verdict, number> = { 'not-detected': 0, unsure: 1, partial: 2, covered: 3 };

/** Orders verdicts: a positive result when `a` is better. */
export function compareVerdicts(a: Verdict, b: Verdict): number {
  return rank[a] - rank[b];
}

/** Judges one criterion by the best and shortest window of the answer. */
export function judgeCriterion(compiled: CompiledCriterion, material: Material): Judgement {
  const { rule, criterion } = compiled;
  switch (rule.form) {
    case 'needs':
      return judgeElements(rule, criterion.where, material);
    case 'options':
      return best(
        rule.options.map((option) =>
          judgeElements({ ...option, enough: option.needs.length }, criterion.where, material),
        ),
      );
    case 'asks': {
      const asked = judgeAsked(rule.asked, material);
      if (rule.orStates.length === 0) return asked;
      const stated = { needs: rule.orStates, because: [], enough: rule.orStates.length };
      return best([asked, judgeElements(stated, criterion.where, material)]);
    }
  }
}

function best(judgements: readonly Judgement[]): Judgement {
  return judgements.reduce((a, b) =>
    compareVerdicts(b.verdict, a.verdict) > 0 || (a.verdict === b.verdict && b.found.length > a.found.length) ? b : a,
  );
}
