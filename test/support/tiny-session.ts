import { emptyWork, type Session } from '../../src/domain/session.ts';
import { stepIds } from '../../src/domain/step.ts';
import { createGrader } from '../../src/grading/grader.ts';
import { tinyCase } from './tiny-case.ts';

const glossary = { formatVersion: 1, concepts: [] } as const;
const text = 'I rank the articles.\n```\nnot a fence\n## Data preparation\n';
const at = '2026-01-02T03:04:05.000Z';

/** A session of the tiny case with one step answered and disputed, and one left as a draft. */
export const tinySession: Session = {
  formatVersion: 1,
  id: 'help-search-0102-a3f',
  caseId: tinyCase.id,
  caseTitle: tinyCase.title,
  caseHash: tinyCase.hash,
  mode: 'practice',
  startedAt: '2026-01-02T02:00:00.000Z',
  updatedAt: at,
  state: 'open',
  scope: stepIds,
  steps: {
    frame: {
      ...emptyWork,
      state: 'done',
      elapsedSeconds: 125,
      attempts: [
        {
          text,
          at,
          aid: 'none',
          score: createGrader({ caseStudy: tinyCase, glossary, isWord: () => true }).grade('frame', text),
        },
      ],
    },
    data: { ...emptyWork, state: 'open', draft: 'A draft about data.' },
  },
  asked: [],
  confirmations: [],
  disputes: [
    {
      step: 'frame',
      criterion: 'two-stages',
      automatic: 'not-detected',
      claimed: 'covered',
      sentence: 'I rank the articles.',
      at,
      graderVersion: 1,
      caseHash: tinyCase.hash,
    },
  ],
};

export const tinyAnswer = text;
