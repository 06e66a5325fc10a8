import type { Parameter } from '../simulation.ts';
import { methods } from './recalibrate.ts';

export const parameters: readonly Parameter[] = [
  {
    kind: 'number',
    name: 'keep',
    about: 'share of the negatives that training keeps; 0 runs the list 1, 0.5, 0.25, 0.1, 0.05, 0.025, 0.01, 0.001',
    from: 0,
    to: 1,
    scale: 'log',
    whole: false,
    default: 0,
  },
  {
    kind: 'choice',
    name: 'recalibration',
    about: 'what is set beside the uncorrected rows',
    choices: ['all', ...methods],
    default: 'formula',
  },
  { kind: 'switch', name: 'positives-too', about: 'keeps only half of the positives as well', default: false },
  count('rows', 'training rows before sampling', 60_000),
  count('test-rows', 'rows that are scored', 30_000),
  count('calibration-rows', 'rows that are not sampled, for the methods that learn', 20_000),
  {
    kind: 'number',
    name: 'base-logit',
    about: 'log-odds of a click before any effect; -4.1 gives about 3 % clicks',
    from: -7,
    to: 0,
    scale: 'linear',
    whole: false,
    default: -4.1,
  },
];

function count(name: string, about: string, standard: number): Parameter {
  return { kind: 'number', name, about, from: 5000, to: 500_000, scale: 'log', whole: true, default: standard };
}

export const conventions = {
  NE: 'log loss expected under the true probabilities, over the entropy of their mean on the test rows',
  AUC: 'expected under the true probabilities; a tie counts half',
  'pred/true': 'sum of predictions over sum of true probabilities on the test rows; 1 is right',
  ECE: 'ten bins of equal mass, against the mean true probability of a bin',
  kept: 'share of the negatives, w; smaller shares keep subsets of larger ones',
  formula: 'q = p / (p + (1 - p) / w), a shift of the log-odds by ln w',
  'Platt, isotonic, temperature': 'learnt on calibration rows that were neither sampled nor trained on',
  isotonic: 'kept half a calibration row away from 0 and 1',
  lost: 'auctions of four test rows, ranked by bid x prediction, bids exponential; value won = bid x true probability, against a ranking by the true ones',
  mixed: 'two of the four are scored by this row, two by the uncorrected model of all rows; an even match wins 50 %',
};

export const doesNotModel = [
  'payments, budgets and bidders who learn to shade their bids',
  'calibration that differs between segments while the whole is right',
  'training time; only rows are counted',
];

export const sources = [
  'X. He et al., Practical lessons from predicting clicks on ads at Facebook, ADKDD (2014)',
  'A. Dal Pozzolo et al., Calibrating probability with undersampling for unbalanced classification, SSCI (2015)',
  'J. Platt, Probabilistic outputs for support vector machines (1999)',
  'B. Zadrozny, C. Elkan, Transforming classifier scores into accurate multiclass probability estimates, KDD (2002)',
];

export const explain = `## Negative sampling and calibration

Clicks are rare, so most training rows are negatives that teach little. Keeping a share **w** of them cuts the rows to a
few percent, and the order of the model hardly suffers. Its **probabilities** do: the odds it learns are 1 / w too high.

- **AUC never notices.** The formula q = p / (p + (1 - p) / w) shifts every log-odds by ln w; the order stays, so AUC
  before and after is the same number.
- **Log loss and NE notice at once**, and so does everyone who multiplies: an expected value, a bid, a blend of several
  heads in a feed.
- **Who is hurt.** Where all bidders share the error, winners hardly change. Where some are corrected and some are
  not, the inflated half wins nearly every auction, and value is lost.
- **When the formula is wrong.** It knows only the negatives' share. If positives were sampled too, use the ratio of
  the two shares. For models that were stopped early or shrunk, learn the map on untouched rows: Platt needs few of
  them, isotonic many. Isotonic makes ties and can say 0. A temperature stretches and cannot shift, so it does not help.
- **ECE** depends on its bins; say which.

In the interview: name the share, the correction and where it sits (in serving, versioned with the model), and a
monitor of predicted over observed by segment.
`;
