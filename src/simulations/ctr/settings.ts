import type { ParameterValues } from '../../domain/simulation-result.ts';
import { choiceOf, isOn, numberOf, type Parameter } from '../simulation.ts';

export type Settings = {
  rows: number;
  testRows: number;
  baseLogit: number;
  interaction: number;
  nonlinearity: number;
  epochs: number;
  optimiser: string;
  factors: number;
  trees: number;
  levels: number;
  hidden: number;
  labels: boolean;
  leakTrees: boolean;
  leakTarget: boolean;
};

const number = (
  name: string,
  about: string,
  [from, to, fallback]: readonly [number, number, number],
  scale: 'linear' | 'log',
  whole = true,
): Parameter => ({ kind: 'number', name, about, from, to, scale, whole, default: fallback });
const onOff = (name: string, about: string): Parameter => ({ kind: 'switch', name, about, default: false });

export const parameters: readonly Parameter[] = [
  number('rows', 'impressions to train on', [5000, 1_000_000, 60_000], 'log'),
  number('test-rows', 'impressions to score', [5000, 200_000, 30_000], 'log'),
  number('base-logit', 'log-odds of a click before any effect; -4.1 gives about 3.5 %', [-6, 0, -4.1], 'linear', false),
  number('interaction', 'spread of the effect of segment meeting category', [0, 1.5, 0.55], 'linear', false),
  number('nonlinearity', 'size of the steps in x1 and of the sign of x1 times x2', [0, 1.5, 0.6], 'linear', false),
  number('epochs', 'passes over the rows, of all models but trees', [1, 20, 3], 'linear'),
  {
    kind: 'choice',
    name: 'optimiser',
    about: 'what trains the logistic regression; ftrl keeps weights at exactly 0',
    choices: ['adagrad', 'ftrl'],
    default: 'adagrad',
  },
  number('factors', 'numbers in a vector of the factorisation machine and in an embedding', [1, 16, 4], 'linear'),
  number('trees', 'trees to grow', [1, 200, 40], 'log'),
  number('levels', 'questions from the root of a tree to a leaf', [1, 8, 4], 'linear'),
  number('hidden', 'hidden units of the net', [2, 64, 16], 'log'),
  onOff('labels', 'score against sampled clicks instead of true probabilities: the noisy view'),
  onOff('leak-trees', 'break it: add trees + LR with both fitted on the same rows'),
  onOff('leak-target', 'break it: add trees whose click rates of ids have seen the label of their own row'),
];

export function settingsOf(params: ParameterValues): Settings {
  return {
    rows: numberOf(params, 'rows'),
    testRows: numberOf(params, 'test-rows'),
    baseLogit: numberOf(params, 'base-logit'),
    interaction: numberOf(params, 'interaction'),
    nonlinearity: numberOf(params, 'nonlinearity'),
    epochs: numberOf(params, 'epochs'),
    optimiser: choiceOf(params, 'optimiser'),
    factors: numberOf(params, 'factors'),
    trees: numberOf(params, 'trees'),
    levels: numberOf(params, 'levels'),
    hidden: numberOf(params, 'hidden'),
    labels: isOn(params, 'labels'),
    leakTrees: isOn(params, 'leak-trees'),
    leakTarget: isOn(params, 'leak-target'),
  };
}
