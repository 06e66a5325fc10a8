import type { simulationIds } from './ids.ts';
import type { Simulation } from './simulation.ts';

/** A simulation as the list shows it; the rest is loaded when it is asked for. */
export type SimulationEntry = Pick<Simulation, 'title' | 'question'> & {
  id: (typeof simulationIds)[number];
  load: () => Promise<Simulation>;
};

/** Every simulation of the lab, in the order of the list. */
export const simulations: readonly SimulationEntry[] = [
  {
    id: 'ann',
    title: 'Approximate nearest neighbours',
    question: 'You have a billion vectors and 20 ms. Which index, and what do you give up?',
    load: async () => (await import('./ann/ann.ts')).ann,
  },
  {
    id: 'ctr',
    title: 'The ladder of click models',
    question: 'Why not just logistic regression? What does each step buy within 30 ms?',
    load: async () => (await import('./ctr/ctr.ts')).ctr,
  },
  {
    id: 'calib',
    title: 'Negative sampling and calibration',
    question: 'You kept one in twenty negatives. What do your probabilities mean, and who gets hurt?',
    load: async () => (await import('./calib/calib.ts')).calib,
  },
  {
    id: 'drift',
    title: 'Drift tests and their alarms',
    question: 'The stability index of a feature is 0.12. Do you retrain?',
    load: async () => (await import('./drift/drift.ts')).drift,
  },
  {
    id: 'retrain',
    title: 'When to retrain',
    question: 'Nightly, weekly, or when something triggers it?',
    load: async () => (await import('./retrain/retrain.ts')).retrain,
  },
];
