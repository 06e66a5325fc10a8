import type { Register } from '../domain/case-study.ts';
import { share, sumPoints, type CriterionScore, type Score, type Verdict } from '../domain/score.ts';
import type { StepId } from '../domain/step.ts';
import { bootstrapInterval } from '../math/bootstrap-interval.ts';
import { cohenKappa } from '../math/cohen-kappa.ts';
import { mersenneTwister } from '../math/mersenne-twister.ts';
import { quantile } from '../math/quantile.ts';

export const labels = ['missing', 'partial', 'covered'] as const;
export type Label = (typeof labels)[number];

/** A line of `test/golden/<case>/*.jsonl`: an answer, who wrote it and how, and what a labeller made of it. */
export type GoldenAnswer = {
  id: string;
  case: string;
  step: StepId;
  text: string;
  author: string;
  register: Register;
  /** `honest`, or the kind of adversarial answer. */
  kind: string;
  /** Answers with the same content in different registers share it. */
  content?: string | null;
  labels: Readonly<Record<string, Label>>;
  labels2?: Readonly<Record<string, Label>>;
  /** The word "people" is kept for people. */
  labelledBy: 'machine' | 'people';
};

export type GradedAnswer = GoldenAnswer & { score: Score };

/** A figure with its 95 % bootstrap interval over answers. */
export type Measured = { value: number; low: number; high: number; of: number };

export const unmeasured: Measured = { value: NaN, low: NaN, high: NaN, of: 0 };

const bins = 10;

/** An automatic verdict in the labeller's three classes: unsure and not-detected count as missing. */
export function labelOfVerdict(verdict: Verdict): Label {
  return verdict === 'covered' || verdict === 'partial' ? verdict : 'missing';
}

/** Kappa over all labels of the answers, three classes. */
export function labelKappa(answers: readonly GradedAnswer[]): Measured {
  return measure(answers, (sample) =>
    kappaOf(sample.flatMap((answer) => labelPairs(answer, (score) => score.verdict))),
  );
}

/** The same after the candidate answered the questions of `score.ask` as the labeller would. */
export function confirmedKappa(answers: readonly GradedAnswer[]): Measured {
  return measure(answers, (sample) =>
    kappaOf(
      sample.flatMap((answer) =>
        labelPairs(answer, (score) =>
          answer.score.ask.includes(score.id) ? verdictOfLabel(answer.labels[score.id]) : score.verdict,
        ),
      ),
    ),
  );
}

/** Quadratic kappa of the step's share in ten bins. */
export function shareKappa(answers: readonly GradedAnswer[]): Measured {
  return measure(answers, (sample) =>
    cohenKappa(
      sample.map((answer) => [bin(share(answer.score.auto, answer.score.max)), bin(labelledShare(answer))]),
      bins,
      'quadratic',
    ),
  );
}

/** Of the criteria called covered, the share that the labeller called covered. */
export function coveredPrecision(answers: readonly GradedAnswer[]): Measured {
  return measure(answers, (sample) => {
    const called = sample.flatMap((answer) =>
      answer.score.criteria.filter((one) => one.verdict === 'covered').map((one) => answer.labels[one.id]),
    );
    return called.filter((label) => label === 'covered').length / called.length;
  });
}

/** Of the criteria that the labeller called missing, the share that was called covered. */
export function falseCovered(answers: readonly GradedAnswer[]): Measured {
  return measure(answers, (sample) => {
    const missing = sample.flatMap((answer) =>
      answer.score.criteria.filter((one) => answer.labels[one.id] === 'missing'),
    );
    return missing.filter((one) => one.verdict === 'covered').length / missing.length;
  });
}

/** For each content said in several registers: the points of a hundred between its highest and lowest share; the median. */
export function registerSpread(answers: readonly GradedAnswer[]): Measured {
  const groups = [...groupByContent(answers).values()];
  const spreads = groups
    .filter((group) => group.length >= 3)
    .map((group) => {
      const shares = group.map((answer) => 100 * share(answer.score.auto, answer.score.max));
      return Math.max(...shares) - Math.min(...shares);
    });
  if (spreads.length === 0) return unmeasured;
  return { value: quantile(spreads, 0.5), low: Math.min(...spreads), high: Math.max(...spreads), of: spreads.length };
}

/** How often the range from automatic to possible points holds the labelled points. */
export function rangeHolds(answers: readonly GradedAnswer[]): Measured {
  return measure(answers, (sample) => {
    const held = sample.filter((answer) => {
      const points = labelledPoints(answer);
      return points >= answer.score.auto - 1e-9 && points <= answer.score.possible + 1e-9;
    });
    return held.length / sample.length;
  });
}

/** Rows: label; columns: verdict, in the order missing, partial, covered. */
export function confusion(answers: readonly GradedAnswer[]): number[][] {
  const table = labels.map(() => labels.map(() => 0));
  for (const answer of answers) {
    for (const [said, labelled] of labelPairs(answer, (score) => score.verdict)) {
      const row = table[labelled];
      if (row) row[said] = (row[said] ?? 0) + 1;
    }
  }
  return table;
}

/** Kappa between the first and the second labeller, where both marked an answer. */
export function labellerKappa(answers: readonly GoldenAnswer[]): Measured {
  const twice = answers.filter((answer) => answer.labels2 !== undefined);
  return measure(twice, (sample) =>
    kappaOf(
      sample.flatMap((answer) =>
        Object.entries(answer.labels2 ?? {}).map(([id, second]): [number, number] => [
          classOf(answer.labels[id]),
          classOf(second),
        ]),
      ),
    ),
  );
}

function groupByContent(answers: readonly GradedAnswer[]): Map<string, GradedAnswer[]> {
  const groups = new Map<string, GradedAnswer[]>();
  for (const answer of answers) {
    if (!answer.content) continue;
    const key = `${answer.author} ${answer.step} ${answer.content}`;
    groups.set(key, [...(groups.get(key) ?? []), answer]);
  }
  return groups;
}

function measure<T>(answers: readonly T[], statistic: (sample: readonly T[]) => number): Measured {
  if (answers.length === 0) return unmeasured;
  const [low, high] = bootstrapInterval(answers, statistic, mersenneTwister(1), 300);
  return { value: statistic(answers), low, high, of: answers.length };
}

function labelPairs(answer: GradedAnswer, verdictOf: (score: CriterionScore) => Verdict): [number, number][] {
  return answer.score.criteria
    .filter((one) => answer.labels[one.id] !== undefined)
    .map((one) => [classOf(labelOfVerdict(verdictOf(one))), classOf(answer.labels[one.id])]);
}

function kappaOf(pairs: readonly (readonly [number, number])[]): number {
  return pairs.length === 0 ? NaN : cohenKappa(pairs, labels.length);
}

function classOf(label: Label | undefined): number {
  return labels.indexOf(label ?? 'missing');
}

function verdictOfLabel(label: Label | undefined): Verdict {
  return label === 'covered' || label === 'partial' ? label : 'not-detected';
}

function labelledPoints(answer: GradedAnswer): number {
  return sumPoints(
    answer.score.criteria.map(({ confirmed: _, ...one }) => ({
      ...one,
      verdict: verdictOfLabel(answer.labels[one.id]),
    })),
  ).auto;
}

function labelledShare(answer: GradedAnswer): number {
  return share(labelledPoints(answer), answer.score.max);
}

function bin(part: number): number {
  return Math.min(bins - 1, Math.floor(part * bins));
}
