/** The stems of the content words of a case's brief and facts: what tells it from the other cases. */
export type CaseWords = { id: string; title: string; hash: string; stems: readonly string[] };
