import type { Findings } from '../simulation.ts';
import type { Settings } from './settings.ts';

type Small = Pick<Findings, 'costUnit' | 'doesNotModel' | 'sources'>;

/** How the figures of the generated comparison are defined. */
export function conventionsOf(settings: Settings, repetitions: number): Record<string, string> {
  const { alpha } = settings;
  return {
    ...figureConventions(settings),
    'clean rows': 'share of repeated comparisons of two samples of n rows of one law; truth by the chi-square law',
    features:
      'independent features of 200 rows in each sample, chi-square on their bins, a week being one test of each',
    missed: missedConvention(repetitions),
    'size of a change':
      'a normal moves by so many standard deviations; category, missing and label shares are multiplied by e^(shift z), z the standardised category, which does the same to a normal',
    'log loss':
      'expected under the true chances, inputs standard normal, model sigmoid(-1 + x), world then sigmoid(-1 - x)',
    alpha: `${alpha}, the level of chi-square, KS and the features`,
  };
}

function missedConvention(repetitions: number): string {
  if (repetitions === 0) return 'left out: samples of this size would take too long to repeat';
  const error = 0.5 / Math.sqrt(repetitions);
  return `share of ${repetitions} repetitions without an alarm, standard error at most ${(error * 100).toFixed(1)} %; Wasserstein's false alarms and p-value come from the same repetitions, clean`;
}

/** How the figures of a comparison are defined, wherever the samples come from. */
export function figureConventions({ bins, smoothing }: Settings): Record<string, string> {
  const smoothed =
    'count' in smoothing
      ? `${smoothing.count} of a row added to every bin of both samples`
      : `shares below ${smoothing.floor} raised to it, nothing renormalised`;
  return {
    bins: `${bins} by the reference's quantiles (each edge a value of it, belonging to the bin below); equal edges merged; missing values a bin of their own`,
    PSI: `Σ (p - q) ln(p / q) in nats; empty bins: ${smoothed}; limits 0.1 and 0.25 are habits of credit scoring`,
    KL: 'of the current sample from the reference, in nats, smoothed as PSI; twice it is about PSI',
    'JS distance':
      'the root of the divergence in nats (as scipy returns it), unsmoothed; 8 times its square is about PSI',
    KS: 'ties step together; p-value exact up to n m = 1,000,000, the limit law above; its limit is the limit law at alpha',
    'chi-square':
      'both samples against their common shares, no continuity correction, bins less one degrees of freedom',
    Wasserstein: "in standard deviations of the reference; the limit 0.1 is a monitoring tool's default",
    'false alarms':
      'share of clean comparisons of these sizes above the limit; PSI, 2 KL and 8 JS² by (1/n + 1/m) chi-square(bins - 1)',
  };
}

export const smallPrint: Small = {
  costUnit: 'false alarms, as a share of clean comparisons',
  doesNotModel: [
    'seasons, weekdays and rows that depend on each other: real clean weeks differ more than these',
    'features that depend on each other: alarms of correlated features come together',
    'what an alarm costs, and how late labels arrive',
    'drift that hides in a combination of features while each stays as it was',
  ],
  sources: [
    'B. Yurdakul, J. Naranjo, Statistical properties of the population stability index, Journal of Risk Model Validation 14 (2020)',
    'C. Potgieter et al., The Population Resemblance Statistic, arXiv 2307.11878 (the limits ignore the sample size)',
    'N. V. Smirnov (1939, 1948); J. Lin (1991); H. Jeffreys (1946)',
    'Evidently documentation, data drift: Wasserstein and Jensen-Shannon with limit 0.1 above 1,000 reference rows',
  ],
};
