import type { CaseStudy } from '../domain/case-study.ts';
import type { CaseWords } from '../domain/case-words.ts';
import { foldText } from './text/fold-text.ts';
import type { AnswerText } from './text/answer-text.ts';
import { tokenize } from './text/tokenize.ts';

/** The words that tell one case from the others. */
export type Signature = { id: string; title: string; weights: ReadonlyMap<string, number> };

const fewestWords = 25;
const clearlyOther = 2.5;
const fewestHits = 4;

/** The words of a case that its signature is made of: read once, at build for the cases that ship. */
export function caseWords({ id, title, hash, summary, brief, facts }: CaseStudy): CaseWords {
  const text = [title, summary, brief, ...facts.map((fact) => fact.topic)].join('. ');
  return { id, title, hash, stems: [...new Set(contentStems(text))] };
}

/** Weighs the words of each case by how few of the cases share them. */
export function signaturesOf(cases: readonly CaseWords[]): Signature[] {
  const spread = new Map<string, number>();
  for (const stem of cases.flatMap((one) => one.stems)) spread.set(stem, (spread.get(stem) ?? 0) + 1);
  return cases.map(({ id, title, stems }) => ({
    id,
    title,
    weights: new Map(stems.map((stem) => [stem, Math.log(cases.length / (spread.get(stem) ?? 1))])),
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
