import { didYouMean } from '../domain/near-names.ts';
import { simulationIds } from '../simulations/ids.ts';
import type { Proof } from './proof.ts';

/** A step names only a simulation of the lab. */
export const simulationsExist: Proof = ({ caseStudy, placeOf }) =>
  caseStudy.steps.flatMap(({ id, simulation }) => {
    if (!simulation || simulationIds.some((id) => id === simulation.id)) return [];
    return [
      {
        where: placeOf(['steps', id, 'simulation', 'id']),
        what: `there is no simulation "${simulation.id}"`,
        mend: didYouMean(simulation.id, simulationIds) || `They are: ${simulationIds.join(', ')}.`,
      },
    ];
  });
