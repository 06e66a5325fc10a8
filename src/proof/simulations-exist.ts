import { didYouMean } from '../domain/near-names.ts';
import { simulations } from '../simulations/index.ts';
import type { Proof } from './proof.ts';

/** A step names only a simulation of the lab. */
export const simulationsExist: Proof = ({ caseStudy, placeOf }) =>
  caseStudy.steps.flatMap(({ id, simulation }) => {
    if (!simulation || simulations.some((one) => one.id === simulation.id)) return [];
    const ids = simulations.map((one) => one.id);
    return [
      {
        where: placeOf(['steps', id, 'simulation', 'id']),
        what: `there is no simulation "${simulation.id}"`,
        mend: didYouMean(simulation.id, ids) || `They are: ${ids.join(', ')}.`,
      },
    ];
  });
