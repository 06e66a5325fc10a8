/** The simulations of the lab by their ids, in the order of the list; a case may name any of them. */
export const simulationIds = ['ann', 'ctr', 'calib', 'drift', 'retrain'] as const;
