import type { CaseStudy, Criterion, Rule, Step } from '../../src/domain/case-study.ts';
import { stepIds, type Framework, type StepId } from '../../src/domain/step.ts';

function criterion(id: string, says: string, rule: Rule, more: Partial<Criterion> = {}): Criterion {
  return {
    id,
    level: 'mid',
    essential: true,
    weight: 1,
    says,
    rule,
    where: 'block',
    ask: `Did you say this: ${says}`,
    hints: [`First hint of ${id}, which points at the way to go here.`],
    probe: { covered: 'And then?', missing: 'What else?' },
    why: 'Because it breaks otherwise.',
    sources: ['own'],
    examples: [],
    ...more,
  };
}

function needs(name: string, ...patterns: string[]): Rule {
  return { form: 'needs', needs: [{ name, patterns }], because: [] };
}

const criteria: Readonly<Partial<Record<StepId, readonly Criterion[]>>> = {
  clarify: [
    criterion('article-count', 'Asks how many articles there are.', {
      form: 'asks',
      facts: ['articles'],
      orStates: [],
    }),
  ],
  frame: [
    criterion('ranked-list', 'Returns a ranked list of articles.', needs('ranking', 'rank* article*')),
    criterion('two-stages', 'Retrieves first and ranks second.', needs('stages', 'retriev* rank*'), {
      level: 'senior',
      weight: 2,
    }),
  ],
};

function step(id: StepId): Step {
  return {
    id,
    question: `What do you do about ${id} in this system, and for which reason?`,
    criteria: criteria[id] ?? [criterion(`${id}-point`, `Names the point of ${id}.`, needs('point', `point* ${id}`))],
    misconceptions: [],
    modelAnswer: `The point of ${id} is to rank articles well for everybody who asks for help today.`,
    weakAnswer: 'It depends.',
  };
}

/** A whole case of the least size: help-centre search. */
export const tinyCase: CaseStudy = {
  formatVersion: 1,
  id: 'help-search',
  title: 'Help-centre search',
  summary: 'Find the article that solves a described problem.',
  tags: ['retrieval'],
  difficulty: 'easy',
  brief: 'You own the help centre. Design the search.',
  facts: [
    {
      id: 'articles',
      topic: 'how many articles there are',
      asked: ['how_many|number|count article*|document*'],
      answer: 'About 40,000 articles.',
      open: false,
      value: 40000,
      unit: 'articles',
    },
    { id: 'budget', topic: 'the budget', asked: ['budget|hardware'], answer: 'Yours to assume.', open: true },
  ],
  figures: [],
  choices: [],
  diagram: {
    title: 'Help-centre search',
    nodes: [
      { id: 'query', label: 'query', lane: 'serving' },
      { id: 'retrieve', label: 'retrieve', lane: 'serving' },
    ],
    edges: [{ from: 'query', to: 'retrieve', label: '5' }],
  },
  twists: [],
  estimates: [],
  steps: stepIds.map(step),
  deepDives: [],
  sources: [{ id: 'own', title: 'Own experience', authors: 'me', venue: 'unpublished' }],
  hash: 'abc',
};

const minutes: Readonly<Record<StepId, number>> = {
  clarify: 5,
  frame: 5,
  data: 8,
  model: 9,
  evaluation: 6,
  serving: 6,
  monitoring: 4,
};

/** The framework in its least words. */
export const tinyFramework: Framework = {
  formatVersion: 1,
  wrapUpMinutes: 2,
  phases: [{ id: 'all', title: 'All of it', steps: stepIds }],
  steps: stepIds.map((id) => ({
    id,
    title: id[0]?.toUpperCase() + id.slice(1),
    minutes: minutes[id],
    phase: 'all',
    purpose: `What ${id} is for.`,
    checklist: [],
    slips: [],
  })),
};
