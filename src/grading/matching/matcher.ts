import type { AnswerText } from '../text/answer-text.ts';
import type { CompiledItem, CompiledPattern } from './compile-pattern.ts';
import type { Hit, Lexicon } from './lexicon.ts';
import { equalsCaseNumber, isWithin, type Quantity } from '../text/quantity.ts';

export type CaseNumber = { value: number; unit: string; tolerance: number };

/** What patterns may refer to: the glossary's concepts, the case's numbers, and the words of all patterns. */
export type Dictionary = {
  concepts: ReadonlyMap<string, CompiledConcept>;
  numbers: ReadonlyMap<string, CaseNumber>;
  lexicon: Lexicon;
};

export type CompiledConcept = { finds: readonly CompiledPattern[]; blocks: readonly CompiledPattern[] };

/** Finds patterns in one answer. */
export type Matcher = { find: (pattern: CompiledPattern) => readonly Hit[] };

const mostHits = 40;
const nothing: readonly Hit[] = [];

/** Makes a matcher for an answer. Cost: one pass over the words, then a few look-ups a pattern. */
export function createMatcher(text: AnswerText, dictionary: Dictionary): Matcher {
  const words = dictionary.lexicon.findAll(text);
  const concepts = new Map<string, readonly Hit[]>();
  const counted = text.tokens.flatMap((token, index) => (token.quantities.length > 0 ? [index] : []));

  const findOther = (alternative: CompiledItem['others'][number]): readonly Hit[] => {
    switch (alternative.kind) {
      case 'concept': {
        const known = concepts.get(alternative.id);
        if (known) return known;
        concepts.set(alternative.id, nothing);
        const hits = findConcept(dictionary.concepts.get(alternative.id));
        concepts.set(alternative.id, hits);
        return hits;
      }
      case 'number':
        return findNumbers(text, counted, (quantity) => isWithin(quantity, alternative));
      case 'case-number': {
        const number = dictionary.numbers.get(`${alternative.of} ${alternative.id}`);
        return number ? findNumbers(text, counted, (quantity) => equalsCaseNumber(quantity, number)) : nothing;
      }
    }
  };

  const findConcept = (concept: CompiledConcept | undefined): readonly Hit[] => {
    if (!concept) return nothing;
    const hits = concept.finds.flatMap((pattern) => find(pattern));
    if (hits.length === 0) return nothing;
    const blocked = concept.blocks.flatMap((pattern) => find(pattern));
    return blocked.length === 0 ? hits : hits.filter((hit) => !blocked.some((span) => overlaps(span, hit)));
  };

  const findItem = (item: CompiledItem): readonly Hit[] => {
    let found: Hit[] | undefined;
    for (const number of item.words) {
      const hits = words[number];
      if (hits) found = found ? [...found, ...hits] : hits;
    }
    for (const other of item.others) {
      const hits = findOther(other);
      if (hits.length > 0) found = found ? [...found, ...hits] : [...hits];
    }
    return found ?? nothing;
  };

  const find = (pattern: CompiledPattern): readonly Hit[] => {
    const slots: (readonly Hit[])[] = [];
    for (const item of pattern.items) {
      const hits = findItem(item);
      if (hits.length === 0) return nothing;
      slots.push(hits.length > mostHits ? hits.slice(0, mostHits) : hits);
    }
    return slots.length === 1 ? (slots[0] ?? nothing) : combine(text, slots, pattern);
  };

  return { find };
}

/** One hit a slot, in one stretch, close together; for each hit of the first slot the tightest combination. */
function combine(text: AnswerText, slots: readonly (readonly Hit[])[], pattern: CompiledPattern): Hit[] {
  const found: Hit[] = [];
  for (const first of slots[0] ?? []) {
    let best: Hit | undefined;
    const extend = (hit: Hit, last: Hit, index: number): void => {
      if (best && hit.to - hit.from >= best.to - best.from) return;
      const slot = slots[index];
      if (!slot) {
        best = hit;
        return;
      }
      for (const next of slot) {
        if (pattern.ordered && next.from < last.to) continue;
        const from = Math.min(hit.from, next.from);
        const to = Math.max(hit.to, next.to);
        if (slotOf(text, to - 1) - slotOf(text, from) > pattern.slack + hit.tokens.length + next.tokens.length)
          continue;
        if (stretchOf(text, first) !== stretchOf(text, next) || sharesToken(hit, next)) continue;
        const joined = { from, to, tokens: [...hit.tokens, ...next.tokens] };
        if (slackOf(text, joined) <= pattern.slack) extend(joined, next, index + 1);
      }
    };
    extend(first, first, 1);
    if (best) found.push(best);
  }
  return found;
}

function sharesToken(a: Hit, b: Hit): boolean {
  return b.tokens.some((token) => a.tokens.includes(token));
}

function stretchOf(text: AnswerText, hit: Hit): number | undefined {
  return text.sentences[text.sentenceOf[hit.from] ?? 0]?.stretch;
}

function slotOf(text: AnswerText, index: number): number {
  return text.tokens[index]?.slot ?? 0;
}

/** Content words inside a hit that no item matched. */
function slackOf(text: AnswerText, hit: Hit): number {
  let all = 0;
  let last = -1;
  for (let index = hit.from; index < hit.to; index += 1) {
    const token = text.tokens[index];
    if (!token?.content || token.slot === last) continue;
    last = token.slot;
    all += 1;
  }
  const matched = new Set<number>();
  for (const index of hit.tokens) if (text.tokens[index]?.content) matched.add(slotOf(text, index));
  return all - matched.size;
}

function findNumbers(text: AnswerText, counted: readonly number[], fits: (quantity: Quantity) => boolean): Hit[] {
  return counted.flatMap((index) => {
    const token = text.tokens[index];
    if (!token?.quantities.some(fits)) return [];
    return [{ from: index, to: index + token.span, tokens: Array.from({ length: token.span }, (_, i) => index + i) }];
  });
}

function overlaps(a: Hit, b: Hit): boolean {
  return a.from < b.to && b.from < a.to;
}
