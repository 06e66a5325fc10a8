import type { CaseStudy, Diagram, Fact, Figure, Source, Step, Twist } from '../domain/case-study.ts';
import { stepIds, type StepId } from '../domain/step.ts';
import type { WrittenCase } from './case-schema.ts';
import { hashValue } from './hash-case.ts';
import { toCriterion, toMisconception } from './to-criterion.ts';
import { workOutFigures } from './work-out-figures.ts';

/** Turns a case study as it was written, already checked, into the value that everything else works with. */
export function toCaseStudy(written: WrittenCase): CaseStudy {
  const content: Omit<CaseStudy, 'hash'> = {
    formatVersion: 1,
    id: written.id,
    title: written.title,
    summary: written.summary,
    tags: written.tags,
    difficulty: written.difficulty,
    brief: written.brief,
    facts: written.facts.map(toFact),
    figures: toFigures(written),
    choices: written.choices,
    diagram: toDiagram(written.diagram),
    twists: written.twists.map(toTwist),
    estimates: written.estimates,
    steps: stepIds.map((id) => toStep(id, written.steps[id])),
    deepDives: written.deep_dives.map(({ id, question, mid, senior, staff }) => ({
      id,
      question,
      answers: { mid, senior, staff },
    })),
    sources: written.sources.map(toSource),
  };
  return { ...content, hash: hashValue(content) };
}

function toFact({ id, topic, asked, answer, open, value, unit }: WrittenCase['facts'][number]): Fact {
  return { id, topic, asked, answer, open, ...given({ value, unit }) };
}

function toFigures({ facts, figures }: WrittenCase): Figure[] {
  const { values } = workOutFigures(
    facts.map(({ id, value }) => ({ id, value })),
    figures,
  );
  return figures.map((figure) => ({ ...figure, value: values.get(figure.id) ?? Number.NaN }));
}

function toDiagram({ title, nodes, edges }: WrittenCase['diagram']): Diagram {
  return { title, nodes, edges: edges.map(({ from, to, label }) => ({ from, to, ...given({ label }) })) };
}

function toTwist({ id, title, change, after, criteria, model_answer }: WrittenCase['twists'][number]): Twist {
  return { id, title, change, after, criteria: criteria.map(toCriterion), modelAnswer: model_answer };
}

function toStep(id: StepId, written: WrittenCase['steps'][StepId]): Step {
  const { second_design: secondDesign, simulation } = written;
  return {
    id,
    question: written.question,
    criteria: written.criteria.map(toCriterion),
    misconceptions: written.misconceptions.map(toMisconception),
    modelAnswer: written.model_answer,
    weakAnswer: written.weak_answer,
    ...given({ secondDesign, simulation }),
  };
}

function toSource({ id, title, authors, venue, year, link, caution }: WrittenCase['sources'][number]): Source {
  return { id, title, authors, venue, ...given({ year, link, caution }) };
}

/** The keys that have a value: an optional key is left out, never undefined. */
function given<T extends Record<string, unknown>>(optional: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}
