import type { CaseStudy, Criterion, Level } from '../../src/domain/case-study.ts';
import { sumPoints, type CriterionScore, type Score } from '../../src/domain/score.ts';
import { emptyWork, type Session, type StepWork } from '../../src/domain/session.ts';
import { stepIds, type Framework, type StepGuide, type StepId } from '../../src/domain/step.ts';
import { videoSearchDiagram } from './video-search-diagram.ts';

type Short = {
  id: string;
  level: Level;
  weight: 1 | 2 | 3;
  says: string;
  why: string;
  essential?: boolean;
  extends?: string;
};

function criterion({ id, level, weight, says, why, essential = false, ...more }: Short): Criterion {
  return {
    id,
    level,
    weight,
    says,
    why,
    essential,
    rule: { form: 'needs', needs: [], because: [] },
    where: 'block',
    ask: 'Did you say so?',
    hints: ['A nudge.', 'A pointer.', 'Nearly the answer.'],
    probe: { covered: 'And then?', missing: 'What else?' },
    sources: ['YS-5d'],
    examples: [],
    ...more,
  };
}

const frameCriteria: readonly Criterion[] = [
  criterion({
    id: 'retrieve-then-rank',
    level: 'mid',
    weight: 3,
    essential: true,
    says: 'Splits the task into a cheap search through all videos and a costly ranking of the few hundred found, because the costly model cannot score 800 million videos in 200 ms.',
    why: 'A model that attends to query and video jointly cannot be computed before the query is known. With 800 million videos and 200 ms for everything, a single careful model would answer long after the person has gone.',
  }),
  criterion({
    id: 'match-by-content',
    level: 'mid',
    weight: 3,
    essential: true,
    says: 'Lets a query match what is in a video, because good videos often lack the words of the query in title and tags.',
    why: 'Framed as title matching, the task leaves out the 30 % that started it.',
  }),
  criterion({
    id: 'satisfied-target',
    level: 'mid',
    weight: 3,
    essential: true,
    says: 'Predicts relevance or a satisfied watch and not the bare click, because a catchy thumbnail wins clicks without satisfying.',
    why: 'Clicks follow position, title and thumbnail. A ranker that is trained on them alone learns to promise, and people reformulate more.',
  }),
  criterion({
    id: 'query-in-list-out',
    level: 'mid',
    weight: 1,
    says: 'Names the input as the query with its language or region, and the output as an ordered list of videos.',
    why: 'Version 1 knows only language and region, so that results are cacheable.',
  }),
  criterion({
    id: 'stage-goals',
    level: 'senior',
    weight: 2,
    extends: 'retrieve-then-rank',
    says: 'Gives each stage its own goal, recall for the search and the order at the top for the ranking, because ranking cannot bring back what the search has lost.',
    why: 'With one goal for both, the first stage loses whole groups of videos that the second never sees.',
  }),
  criterion({
    id: 'coupled-encoders',
    level: 'staff',
    weight: 2,
    says: 'Says that the query side and the video side can only be changed together, and names the price.',
    why: 'Vectors of two differently trained encoders are not comparable. Whoever frames the task as one shared space signs up for this at every upgrade.',
  }),
];

const questions: Readonly<Record<StepId, string>> = {
  clarify:
    'What do you need to know before you design anything? Ask your questions, state what you assume, and say what follows from it.',
  frame:
    'Frame this as a machine-learning task: what goes in, what comes out, what is predicted, in which stages, and what is it optimised for?',
  data: 'Which data do you train on, where do the labels come from, and how do you prepare queries and videos?',
  model: 'Which models do you build, from the first baseline to the final one, and why these?',
  evaluation: 'How do you know that it works, offline and online, and how do you decide to launch?',
  serving: 'How is this served? Walk me through the path of a query and the path of a new upload.',
  monitoring: 'It is live. What do you watch, what raises an alarm, and what happens then?',
};

/** A case with one step in full, for pages: criteria, a misconception, a diagram and sources as a real case has them. */
export const pageCase: CaseStudy = {
  formatVersion: 1,
  id: 'youtube-search',
  title: 'YouTube video search',
  summary: 'Rank 800 million videos for a text query in 200 ms, by what is in them and not only by their titles.',
  tags: ['search'],
  difficulty: 'medium',
  brief:
    'You are joining the team that owns search on a very large video platform; think of YouTube. People type a few words and expect the video they have in mind near the top. Design the machine-learning system that takes a text query and returns a ranked list of videos.',
  facts: [
    {
      id: 'videos',
      topic: 'how many videos there are',
      asked: [],
      answer: '800 million searchable videos.',
      open: false,
      value: 8e8,
      unit: 'videos',
    },
  ],
  figures: [],
  choices: [],
  diagram: {
    title: videoSearchDiagram.title,
    nodes: videoSearchDiagram.nodes.map((node) => ({
      ...node,
      lane: node.lane === 'training' ? ('training' as const) : ('serving' as const),
    })),
    edges: videoSearchDiagram.edges,
  },
  twists: [],
  estimates: [],
  steps: stepIds.map((id) => ({
    id,
    question: questions[id],
    criteria:
      id === 'frame'
        ? frameCriteria
        : [
            criterion({
              id: `${id}-point`,
              level: 'mid',
              weight: 2,
              essential: true,
              says: `Names the point of ${id}.`,
              why: 'It breaks otherwise.',
            }),
          ],
    misconceptions: [
      {
        id: 'clicks-as-goal',
        says: 'Clicks are the goal.',
        any: [],
        caps: ['satisfied-target'],
        say: 'A click is made before anything was seen. Predict a satisfied watch, and let clicks be evidence among others.',
      },
    ],
    modelAnswer:
      'In goes the query with its language and region; out comes a **ranked list** of videos.\n\n- Retrieval narrows 800 million videos to about 500 candidates, because a heavier ranker could never score them all in 200 ms.\n- We predict a satisfied watch and not the click.',
    ...(id === 'frame' ? { secondDesign: 'I stay with one inverted index and change what is in it.' } : {}),
    weakAnswer: 'I would use deep learning.',
  })),
  deepDives: [],
  sources: [
    {
      id: 'YS-5',
      title: 'Embedding-based Retrieval in Facebook Search',
      authors: 'J. Huang et al.',
      venue: 'KDD',
      year: 2020,
      link: 'https://arxiv.org/abs/2006.11632',
    },
    {
      id: 'YM-6',
      title: 'Site Reliability Engineering',
      authors: 'M. Ulrich',
      venue: "O'Reilly",
      year: 2016,
      caution: 'seen in excerpts',
    },
  ],
  hash: 'h1',
};

const guides: readonly [StepId, string, number, string][] = [
  ['clarify', 'Clarify requirements', 5, 'scope'],
  ['frame', 'Frame the problem as an ML task', 5, 'scope'],
  ['data', 'Data preparation', 8, 'data'],
  ['model', 'Model development', 9, 'model'],
  ['evaluation', 'Evaluation', 6, 'run'],
  ['serving', 'Deployment and serving', 6, 'run'],
  ['monitoring', 'Monitoring and infrastructure', 4, 'run'],
];

export const pageFramework: Framework = {
  formatVersion: 1,
  wrapUpMinutes: 2,
  phases: [
    { id: 'scope', title: 'Scope', steps: ['clarify', 'frame'] },
    { id: 'data', title: 'Data and features', steps: ['data'] },
    { id: 'model', title: 'Model', steps: ['model'] },
    { id: 'run', title: 'Evaluation, scale and monitoring', steps: ['evaluation', 'serving', 'monitoring'] },
  ],
  steps: guides.map(([id, title, minutes, phase]): StepGuide => ({
    id,
    title,
    minutes,
    phase,
    purpose: 'Turn the product goal into a prediction that can be trained and served.',
    checklist: [
      'What goes in, what comes out?',
      'Which stages, and what is each optimised for?',
      'What is predicted, and is it what the product wants?',
    ],
    slips: ['Naming a model before the task.'],
  })),
};

/** What a candidate typed: half of the points, with a mistaken goal. */
export const frameAnswer =
  'Input is the query plus language, output a ranked list of videos.\nTwo stages: first cheap ANN retrieval gets ~500 candidates out of 800M, then a heavy cross-encoder ranks them, since it would never finish all videos in 200 ms.\nWe match on frames and transcript, as titles are often poor.\nThe label is the click.';

type Row = Partial<CriterionScore> & Pick<CriterionScore, 'id' | 'verdict'>;

/** A score of the frame step with the given rows; what is left out was not detected. */
export function frameScore(rows: readonly Row[], more: Partial<Score> = {}): Score {
  const criteria = frameCriteria.map(({ id, level, weight, essential }): CriterionScore => ({
    id,
    level,
    weight,
    essential,
    verdict: 'not-detected',
    evidence: [],
    found: [],
    missing: [],
    misconceptions: [],
    ...rows.find((row) => row.id === id),
  }));
  return { graderVersion: 1, ...sumPoints(criteria), criteria, ask: [], notices: [], ...more };
}

function words(text: string): { text: string; start: number; end: number } {
  const start = frameAnswer.indexOf(text);
  return { text, start, end: start + text.length };
}

export const middlingScore: Score = frameScore(
  [
    {
      id: 'retrieve-then-rank',
      verdict: 'covered',
      evidence: [
        words(
          'first cheap ANN retrieval gets ~500 candidates out of 800M, then a heavy cross-encoder ranks them, since it would never finish all videos in 200 ms',
        ),
      ],
    },
    {
      id: 'match-by-content',
      verdict: 'partial',
      evidence: [words('We match on frames and transcript')],
      found: ['inside-the-video'],
      missing: ['words-are-lacking'],
    },
    { id: 'satisfied-target', verdict: 'not-detected', misconceptions: ['clicks-as-goal'] },
    {
      id: 'query-in-list-out',
      verdict: 'covered',
      evidence: [words('Input is the query plus language, output a ranked list of videos')],
    },
    { id: 'stage-goals', verdict: 'unsure', found: ['two-stages'], missing: ['own-goals'] },
    {
      id: 'coupled-encoders',
      verdict: 'covered',
      saidIn: 'data',
      evidence: [{ text: 're-encode all videos', start: 0, end: 20 }],
      confirmed: 'partial',
    },
  ],
  {
    ask: ['stage-goals'],
    notices: [
      { kind: 'sum', start: 0, end: 5, text: 'The sum does not fit: 3 billion a day are about 35,000 a second.' },
    ],
  },
);

/** A session of that case with one graded step. */
export function pageSession(steps: Partial<Record<StepId, Partial<StepWork>>> = {}): Session {
  const frame: Partial<StepWork> = {
    attempts: [{ text: frameAnswer, at: '2025-03-01T18:30:00Z', score: middlingScore, aid: 'none' }],
    elapsedSeconds: 380,
    followUps: [
      {
        criterion: 'retrieve-then-rank',
        question: 'How many candidates do you pass on?',
        answer: 'About 300.\n## 3. Data preparation\n```',
        at: '2025-03-01T18:35:00Z',
      },
    ],
    state: 'done',
  };
  const work = Object.fromEntries(
    Object.entries({ frame, ...steps }).map(([id, one]) => [id, { ...emptyWork, ...one }]),
  );
  return {
    formatVersion: 1,
    id: 'youtube-search-20250301-1825',
    caseId: 'youtube-search',
    caseTitle: 'YouTube video search',
    caseHash: 'h1',
    mode: 'practice',
    startedAt: '2025-03-01T18:25:00Z',
    updatedAt: '2025-03-01T18:40:00Z',
    state: 'open',
    scope: stepIds,
    steps: work,
    asked: [],
    confirmations: [],
    disputes: [],
  };
}
