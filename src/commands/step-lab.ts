import type { StepLab, World } from '../ports.ts';
import { simulations } from '../simulations/index.ts';
import { readParameter } from '../simulations/parameters.ts';

/** The simulations as a conversation needs them, run in the laboratory. */
export function createStepLab(world: World): StepLab {
  return async (id) => {
    const simulation = await simulations.find((one) => one.id === id)?.load();
    if (!simulation) return undefined;
    const { title, question, parameters, predictions } = simulation;
    return {
      id,
      title,
      question,
      parameters,
      predictions,
      read: (name, typed) => {
        const parameter = parameters.find((one) => one.name === name);
        return parameter ? readParameter(parameter, typed) : { ok: false, what: `there is no "${name}"` };
      },
      run: async (params, seed) => (await world.laboratory()).run({ id, params, seed, files: [] }, () => undefined),
    };
  };
}
