import type { ConfirmedVerdict, CriterionScore, Evidence, Verdict } from '../domain/score.ts';
import type { StepId } from '../domain/step.ts';
import { quote, type AnswerText } from './text/answer-text.ts';
import { compareVerdicts, judgeCriterion } from './judge-criterion.ts';
import type { Judgement, Material } from './material.ts';
import type { Hit } from './matching/lexicon.ts';
import { isRejected } from './rejection/rejection.ts';
import type { StepRubric } from './matching/rubric.ts';

const mostQuestions = 3;
const openVerdicts: ReadonlySet<Verdict> = new Set<Verdict>(['unsure', 'partial']);

/** Grades the criteria of a step: in its own answer, then in the other answers of the session. */
export function gradeCriteria(
  rubric: StepRubric,
  own: Material,
  others: readonly { step: StepId; material: Material }[],
  cap: Verdict,
  confirm: Readonly<Record<string, ConfirmedVerdict>>,
): CriterionScore[] {
  const misled = misconceptionsIn(rubric, own);
  const scores = rubric.criteria.map((compiled): CriterionScore => {
    const { criterion } = compiled;
    const here = {
      judgement: capped(judgeCriterion(compiled, own), cap),
      material: own,
      step: undefined as StepId | undefined,
    };
    const top = others.reduce((best, other) => {
      if (best.judgement.verdict === 'covered') return best;
      const judgement = judgeCriterion(compiled, other.material);
      const counts =
        compareVerdicts(judgement.verdict, 'partial') >= 0 &&
        compareVerdicts(judgement.verdict, best.judgement.verdict) > 0;
      return counts ? { judgement, material: other.material, step: other.step } : best;
    }, here);
    const misconceptions = misled.filter((one) => one.caps.includes(criterion.id)).map((one) => one.id);
    return {
      id: criterion.id,
      level: criterion.level,
      essential: criterion.essential,
      weight: criterion.weight,
      verdict: misconceptions.length > 0 ? 'not-detected' : top.judgement.verdict,
      ...(confirm[criterion.id] ? { confirmed: confirm[criterion.id] as ConfirmedVerdict } : {}),
      evidence: evidenceOf(top.material.text, top.judgement.hits),
      found: top.judgement.found,
      missing: top.judgement.missing,
      misconceptions,
      ...(top.step ? { saidIn: top.step } : {}),
    };
  });
  return gateRungs(rubric, scores);
}

function capped(judgement: Judgement, cap: Verdict): Judgement {
  return compareVerdicts(judgement.verdict, cap) > 0 ? { ...judgement, verdict: cap } : judgement;
}

function misconceptionsIn(rubric: StepRubric, material: Material): { id: string; caps: readonly string[] }[] {
  return rubric.misconceptions
    .filter(({ any }) => any.some((pattern) => material.matcher.find(pattern).some((hit) => isHeld(material, hit))))
    .map(({ misconception }) => misconception);
}

function isHeld(material: Material, hit: Hit): boolean {
  return material.worth[material.text.sentenceOf[hit.from] ?? 0] !== 'void' && !isRejected(material.rejection, hit);
}

/** A deeper rung is credited only where the one below is at least partial; else it is worth a question. */
function gateRungs(rubric: StepRubric, scores: readonly CriterionScore[]): CriterionScore[] {
  const gated = new Map(scores.map((score) => [score.id, score]));
  for (const { criterion } of rubric.criteria) {
    const score = gated.get(criterion.id);
    const below = criterion.extends === undefined ? undefined : gated.get(criterion.extends);
    if (
      score &&
      below &&
      compareVerdicts(below.verdict, 'partial') < 0 &&
      compareVerdicts(score.verdict, 'unsure') > 0
    ) {
      gated.set(criterion.id, {
        ...score,
        verdict: 'unsure',
        ungated: score.verdict,
        missing: [...score.missing, below.id],
      });
    }
  }
  return scores.map((score) => gated.get(score.id) ?? score);
}

/** One quotation a sentence, from the first matched word to the last. */
export function evidenceOf(text: AnswerText, hits: readonly Hit[]): Evidence[] {
  const spans = new Map<number, { from: number; to: number }>();
  for (const hit of hits) {
    const sentence = text.sentenceOf[hit.from] ?? 0;
    const span = spans.get(sentence);
    spans.set(sentence, { from: Math.min(hit.from, span?.from ?? hit.from), to: Math.max(hit.to, span?.to ?? hit.to) });
  }
  return [...spans.values()].sort((a, b) => a.from - b.from).map((span) => quote(text, span.from, span.to));
}

/** The criteria worth a "did you say this?": unsure and partial ones, essential first, then by weight, then by how much was found. */
export function criteriaToAsk(scores: readonly CriterionScore[]): string[] {
  return scores
    .filter((score) => openVerdicts.has(score.verdict) && score.confirmed === undefined)
    .sort((a, b) => Number(b.essential) - Number(a.essential) || b.weight - a.weight || shareFound(b) - shareFound(a))
    .slice(0, mostQuestions)
    .map((score) => score.id);
}

function shareFound(score: CriterionScore): number {
  return score.found.length / Math.max(1, score.found.length + score.missing.length);
}
