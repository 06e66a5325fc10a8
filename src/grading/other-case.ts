import type { CaseStudy } from '../domain/case-study.ts';
import { foldText } from './text/fold-text.ts';
import type { AnswerText } from './text/answer-text.ts';
import { tokenize } from './text/tokenize.ts';

/** The words that tell one case from the others. */
export type Signature = { id: string; title: string; weights: ReadonlyMap<string, number> };

const fewestWords = 25;
const clearlyOther = 2.5;
const fewestHits = 4;

/** Weighs the content words of each case's brief and facts by how few of the cases share them. */
export function signaturesOf(cases: readonly CaseStudy[]): Signature[] {
  const stems = cases.map(
    (one) =>
      new Set(contentStems([one.title, one.summary, one.brief, ...one.facts.map((fact) => fact.topic)].join('. '))),
  );
  const spread = (stem: string): number => stems.filter((set) => set.has(stem)).length;
  return cases.map((one, index) => ({
    id: one.id,
    title: one.title,
    weights: new Map([...(stems[index] ?? [])].map((stem) => [stem, Math.log(cases.length / spread(stem))])),
  }));
}

/** The other case that an answer is about, when it clearly is about another; undefined otherwise. */
export function findOtherCase(text: AnswerText, own: string, signatures: readonly Signature[]): Signature | undefined {
  const stems = [...new Set(text.tokens.filter((token) => token.content).map((token) => token.stem))];
  if (stems.length < fewestWords) return undefined;
  const weigh = (one: Signature): number => stems.reduce((sum, stem) => sum + (one.weights.get(stem) ?? 0), 0);
  const hits = (one: Signature): number => stems.filter((stem) => (one.weights.get(stem) ?? 0) > 0).length;
  const ownWeight = weigh(signatures.find((one) => one.id === own) ?? { id: own, title: '', weights: new Map() });
  const others = signatures.filter((one) => one.id !== own && hits(one) >= fewestHits);
  const top = others.reduce<Signature | undefined>(
    (a, b) => (a === undefined || weigh(b) > weigh(a) ? b : a),
    undefined,
  );
  return top && weigh(top) > ownWeight * clearlyOther + 1 ? top : undefined;
}

function contentStems(text: string): string[] {
  return tokenize(foldText(text), () => false)
    .filter((token) => token.content && token.quantities.length === 0)
    .map((token) => token.stem);
}
