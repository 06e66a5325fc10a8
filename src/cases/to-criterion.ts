import type { Criterion, Element, Example, Misconception, Rule } from '../domain/case-study.ts';
import type { WrittenCriterion, WrittenElements } from './criterion-schema.ts';

/** What is asked about a criterion whose author wrote no follow-up of its own. */
export const plainProbe = {
  covered: 'What would break if you left that out?',
  missing: 'Which decision of this step would you look at again, and why?',
};

/** The name of the one element of the short form `any`. */
export const shortFormElement = 'point';

/** Turns a criterion as it was written into one that can be graded, with everything optional filled in. */
export function toCriterion(written: WrittenCriterion): Criterion {
  return {
    id: written.id,
    level: written.level,
    essential: written.essential,
    weight: written.weight,
    says: written.says,
    ...(written.extends === undefined ? {} : { extends: written.extends }),
    rule: toRule(written),
    where: written.where,
    ask: written.ask ?? plainQuestion(written.says),
    hints: written.hints,
    probe: written.probe ?? plainProbe,
    why: written.why ?? '',
    sources: written.sources,
    examples: written.examples.map(toExample),
  };
}

/** The "did you say this?" question of a criterion whose author wrote none. */
export function plainQuestion(says: string): string {
  return `Did your answer make this point? ${says}`;
}

type WrittenMisconception = { id: string; says: string; any: string[]; caps: string[]; say: string };

/** Keeps a misconception as it was written. */
export function toMisconception({ id, says, any, caps, say }: WrittenMisconception): Misconception {
  return { id, says, any, caps, say };
}

function toRule(written: WrittenCriterion): Rule {
  if (written.options) {
    const options = Object.entries(written.options).map(([name, option]) => ({
      name,
      needs: toElements(option.needs),
      because: toElements(option.because),
      price: toElements(option.price),
    }));
    return { form: 'options', options, hedge: 'partial' };
  }
  if (written.asks !== undefined) {
    return { form: 'asks', facts: [written.asks].flat(), orStates: toElements(written.or_states) };
  }
  const short = written.any ? [{ name: shortFormElement, patterns: written.any }] : [];
  const figure = written.figures ? [{ name: 'figure', patterns: written.figures.map((id) => `<figure ${id}>`) }] : [];
  const needs = [...toElements(written.needs), ...short, ...figure];
  return {
    form: 'needs',
    needs,
    because: toElements(written.because),
    ...(written.enough === undefined ? {} : { enough: written.enough }),
  };
}

function toElements(written: WrittenElements | undefined): Element[] {
  return Object.entries(written ?? {}).map(([name, patterns]) => ({ name, patterns }));
}

function toExample(written: WrittenCriterion['examples'][number]): Example {
  const { by, register } = written;
  if (written.covered !== undefined) return { text: written.covered, verdict: 'covered', by, register };
  if (written.partial !== undefined) return { text: written.partial, verdict: 'partial', by, register };
  return { text: written['not-detected'] ?? '', verdict: 'not-detected', by, register };
}
