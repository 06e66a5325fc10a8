import type { CaseStudy, Criterion, Element, Glossary, Step } from '../../src/domain/case-study.ts';
import { stepIds, type StepId } from '../../src/domain/step.ts';
import { tinyCase } from './tiny-case.ts';

/** A glossary for the grader's tests. */
export const searchGlossary: Glossary = {
  formatVersion: 1,
  concepts: [
    {
      id: 'inverted-index',
      about: 'word index',
      terms: ['inverted_index|bm25|keyword_search', 'lexical search|index|match*'],
      plain: ['match* words|terms'],
      blocks: ['inverted_index_card'],
    },
    {
      id: 'vector-retrieval',
      about: 'search by vectors',
      terms: ['ann|hnsw|ivf', 'vector|embedding* search|index|retriev*'],
      plain: ['numbers close|near together'],
      blocks: [],
    },
  ],
};

function element(name: string, ...patterns: string[]): Element {
  return { name, patterns };
}

function criterion(id: string, change: Partial<Criterion>): Criterion {
  return {
    id,
    level: 'mid',
    essential: true,
    weight: 1,
    says: `Says ${id}.`,
    rule: { form: 'needs', needs: [], because: [] },
    where: 'block',
    ask: 'Did you?',
    hints: [],
    probe: { covered: 'And?', missing: 'What?' },
    why: 'Why.',
    sources: [],
    examples: [],
    ...change,
  };
}

const servingCriteria: readonly Criterion[] = [
  criterion('both-indexes', {
    weight: 2,
    rule: {
      form: 'needs',
      needs: [element('words', '<inverted-index>'), element('vectors', '<vector-retrieval>')],
      because: [element('rare', 'name*|number*|rare_word* miss*|lose|find ~8')],
    },
  }),
  criterion('index-choice', {
    rule: {
      form: 'options',
      hedge: 'partial',
      options: [
        {
          name: 'hnsw',
          needs: [element('hnsw', 'hnsw')],
          because: [element('recall', 'recall|accuracy best|high|good')],
          price: [],
        },
        {
          name: 'ivf-pq',
          needs: [element('pq', 'ivf_pq|product_quantization')],
          because: [element('memory', 'memory|ram small|less|fits|saves')],
          price: [],
        },
        {
          name: 'exact',
          needs: [element('exact', 'exact|brute_force scan|search')],
          because: [element('few', 'few|small|<count ..1000000>')],
          price: [],
        },
      ],
    },
  }),
  criterion('latency-split', {
    essential: false,
    rule: {
      form: 'needs',
      needs: [
        element('encode', 'encod* <latency 1..60ms>'),
        element('ann', '<vector-retrieval> <latency 1..60ms>'),
        element('rank', 'rank* <latency 10..150ms>'),
        element('policy', 'policy <latency 1..60ms>'),
      ],
      because: [],
      enough: 3,
    },
  }),
  criterion('index-memory', {
    essential: false,
    level: 'senior',
    extends: 'index-choice',
    rule: { form: 'needs', needs: [element('size', 'index|vector* <figure raw-vectors>')], because: [] },
  }),
];

const clarifyCriteria: readonly Criterion[] = [
  criterion('count', {
    rule: { form: 'asks', facts: ['videos'], orStates: [element('count', '<fact videos> video*')] },
  }),
];

/** A case with each form of criterion, for the grader's tests. */
export const searchCase: CaseStudy = {
  ...tinyCase,
  id: 'search',
  title: 'Video search',
  brief: 'Design the search of a video platform that returns a ranked list of videos for a text query.',
  facts: [
    {
      id: 'videos',
      topic: 'how many videos there are',
      asked: ['how_many|number|count video*', 'size|how_big corpus|catalog'],
      answer: '800 million.',
      open: false,
      value: 8e8,
      unit: 'videos',
    },
    {
      id: 'latency',
      topic: 'how fast it must be',
      asked: ['latency|how_fast'],
      answer: '200 ms.',
      open: false,
      value: 200,
      unit: 'ms',
    },
    { id: 'budget', topic: 'the budget', asked: ['budget|hardware'], answer: 'Yours to assume.', open: true },
  ],
  figures: [
    {
      id: 'raw-vectors',
      title: 'raw vectors',
      formula: '{videos} * 1024 / 1e12',
      unit: 'TB',
      tolerance: 0.15,
      value: 0.8192,
    },
  ],
  steps: stepIds.map((id): Step => {
    const blank = tinyCase.steps.find((step) => step.id === id) as Step;
    const criteria: Partial<Record<StepId, readonly Criterion[]>> = {
      serving: servingCriteria,
      clarify: clarifyCriteria,
    };
    const misconceptions =
      id === 'serving'
        ? [
            {
              id: 'vectors-only',
              says: 'Vectors replace words.',
              any: ['vector*|embedding* replac* keyword*|words|bm25'],
              caps: ['both-indexes'],
              say: 'Rare words need an index of words.',
            },
          ]
        : [];
    return {
      ...blank,
      question: 'How is this served? Walk me through the path of a query and the path of a new upload.',
      criteria: criteria[id] ?? blank.criteria,
      misconceptions,
    };
  }),
};
