/** What scoring one item takes. */
export type ItemCost = {
  multiplyAdds: number;
  /** Weights fetched by id, cuts compared and tree questions answered: each may wait for memory. */
  lookUps: number;
};

export const candidates = 500;
export const budgetMs = 30;
export const nsPerMultiplyAdd = 1;
export const nsPerLookUp = 5;

/** The share of the budget that scoring all candidates takes on one core: a model of counted operations, no measurement. */
export function budgetShare({ multiplyAdds, lookUps }: ItemCost): number {
  return (candidates * (multiplyAdds * nsPerMultiplyAdd + lookUps * nsPerLookUp)) / (budgetMs * 1e6);
}
