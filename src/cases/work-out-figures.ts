import { evaluateFormula, readFormula } from '../domain/formula.ts';
import { didYouMean } from '../domain/near-names.ts';

type FigureFault = { index: number; what: string; mend: string };

/** Works out every figure from the facts and the figures above it; what cannot be worked out is a fault. */
export function workOutFigures(
  facts: readonly { id: string; value: number | undefined }[],
  figures: readonly { id: string; formula: string | undefined }[],
): { values: ReadonlyMap<string, number>; faults: readonly FigureFault[] } {
  const values = new Map<string, number>();
  for (const { id, value } of facts) if (value !== undefined) values.set(id, value);
  const faults: FigureFault[] = [];
  for (const [index, { id, formula }] of figures.entries()) {
    if (formula === undefined) continue;
    const later = figures.slice(index).map((figure) => figure.id);
    const result = workOut(
      formula,
      values,
      facts.map((fact) => fact.id),
      later,
    );
    // A figure that failed counts as 1 below it, so that one fault is told once.
    if (result.ok) values.set(id, result.value);
    else {
      faults.push({ index, what: result.what, mend: result.mend });
      values.set(id, 1);
    }
  }
  return { values, faults };
}

function workOut(
  source: string,
  values: ReadonlyMap<string, number>,
  facts: readonly string[],
  later: readonly string[],
): ReturnType<typeof evaluateFormula> {
  const reading = readFormula(source);
  if (!reading.ok) return reading;
  const unknown = reading.formula.ids.find((id) => !values.has(id));
  if (unknown === undefined) return evaluateFormula(reading.formula, (id) => values.get(id));
  if (later.includes(unknown))
    return {
      ok: false,
      what: `{${unknown}} is this figure or one that stands below it`,
      mend: 'Move it up: a figure may use facts and the figures above it.',
    };
  if (facts.includes(unknown))
    return {
      ok: false,
      what: `the fact {${unknown}} has no value`,
      mend: 'Give the fact a value, or use another one.',
    };
  return {
    ok: false,
    what: `the formula names {${unknown.slice(0, 60)}}, which is neither a fact nor a figure`,
    mend: didYouMean(unknown, values.keys()) || 'Add a fact with that id.',
  };
}
