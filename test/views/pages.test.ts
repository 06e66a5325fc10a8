import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import type { Page } from '../../src/page.ts';
import { renderMarkdown } from '../../src/render/markdown.ts';
import { renderTerminal } from '../../src/render/terminal.ts';
import { blankAnswersPage } from '../../src/views/blank-answers-page.ts';
import { briefPage, stepsPage } from '../../src/views/brief-page.ts';
import { caseListPage, type CaseRow } from '../../src/views/case-list-page.ts';
import { casePage } from '../../src/views/case-page.ts';
import { disputesPage } from '../../src/views/disputes-page.ts';
import { followUpResultPage } from '../../src/views/follow-up-page.ts';
import { gradePage } from '../../src/views/grade-page.ts';
import { sessionsPage } from '../../src/views/sessions-page.ts';
import { sheetPage } from '../../src/views/sheet-parts.ts';
import { stepPage } from '../../src/views/step-page.ts';
import { frameAnswer, frameScore, middlingScore, pageCase, pageFramework, pageSession } from '../support/page-case.ts';

const step = pageCase.steps[1];
const guide = pageFramework.steps[1];
if (!step || !guide) throw new Error('the case has a step "frame"');

const dispute = {
  step: 'frame',
  criterion: 'stage-goals',
  automatic: 'unsure',
  claimed: 'covered',
  sentence: 'then a heavy **cross-encoder**',
  at: '2025-03-01T18:30:00Z',
  graderVersion: 1,
  caseHash: 'h',
} as const;
const rows: readonly CaseRow[] = [
  {
    id: 'fraud-detection',
    title: 'Fraud',
    summary: 'Stop fraudulent payments.',
    difficulty: 'medium',
    origin: 'example',
  },
  {
    id: 'my-case',
    title: 'Mine',
    summary: 'A case of my own.',
    difficulty: 'easy',
    origin: 'own',
    file: 'cases/my-case.yaml',
  },
  { id: 'youtube-search', title: 'YouTube', summary: pageCase.summary, difficulty: 'medium', origin: 'built-in' },
];
const sheet = { session: pageSession(), caseStudy: pageCase, framework: pageFramework };
const graded = { step, guide, graded: { text: frameAnswer, score: middlingScore } };

const pages: readonly { name: string; page: Page }[] = [
  { name: 'brief', page: briefPage(pageCase) },
  { name: 'steps of a whole case', page: stepsPage(pageFramework) },
  { name: 'step', page: stepPage(step, guide) },
  { name: 'questions', page: blankAnswersPage(pageCase, pageFramework) },
  { name: 'list of cases', page: caseListPage(rows, 'mlsd') },
  { name: 'case', page: casePage(pageCase, pageFramework, { invokedAs: 'npm start --' }) },
  {
    name: 'step of a case with its answers',
    page: casePage(pageCase, pageFramework, { step: 'frame', modelAnswer: true, sources: true, invokedAs: 'mlsd' }),
  },
  {
    name: 'sessions',
    page: sessionsPage([pageSession(), { ...pageSession(), id: 'other', state: 'finished' }], 'mlsd'),
  },
  {
    name: 'disputes',
    page: disputesPage([{ dispute, caseTitle: 'YouTube video search', says: 'Gives each stage its own goal.' }]),
  },
  {
    name: 'grades',
    page: gradePage(
      [graded, { ...graded, graded: { text: 'x', score: frameScore([]) } }],
      pageFramework.steps.slice(2, 4),
      'mlsd practice youtube-search',
    ),
  },
];

describe.each(pages)('the page of the $name', ({ page }) => {
  it.each([80, 40])('is drawn as in its frame at %i columns', (columns) => {
    const text = renderTerminal(page, { columns, color: false, unicode: true, plain: false });
    expect(text).toMatchSnapshot();
    expect(Math.max(...text.split('\n').map((line) => stringWidth(line)))).toBeLessThanOrEqual(columns);
  });

  it('exclaims nothing and blames nobody', () => {
    expect(renderTerminal(page, { columns: 80, color: false, unicode: true, plain: true })).not.toMatch(
      /!|did not say|great|awesome/iu,
    );
  });
});

describe('what a reply earned', () => {
  it('stands in rows, and quotes the words of the reply before those of the answer', () => {
    const evidence = [
      { text: 'in the answer', start: 5, end: 18 },
      { text: 'in the reply', start: 60, end: 72 },
    ];
    const score = frameScore([{ id: step.criteria[0]?.id ?? '', verdict: 'covered', evidence }]);
    const page = followUpResultPage(score, [step.criteria[0]?.id ?? ''], 50);
    const text = renderTerminal(page, { columns: 80, color: false, unicode: true, plain: false });
    expect(text).toMatch(/^● covered: [a-z ]+ {2}“in the reply”$/mu);
    expect(text).not.toContain('in the answer');
  });
});

describe('what is shown of a case', () => {
  const text = (view: Parameters<typeof casePage>[2]): string =>
    renderMarkdown(casePage(pageCase, pageFramework, view));

  it('holds no spoiler unless it is asked for', () => {
    for (const step of [undefined, 'frame'] as const)
      expect(text({ step, invokedAs: 'mlsd' })).not.toMatch(
        /500 candidates|inverted index|Facebook|mermaid|Splits the task/u,
      );
  });

  it.each([
    [{ modelAnswer: true }, '500 candidates'],
    [{ modelAnswer: true }, 'I stay with one inverted index'],
    [{ diagram: true }, '```mermaid'],
    [{ sources: true }, 'Facebook'],
  ])('holds by flag %j', (flags, words) => {
    expect(text({ ...flags, invokedAs: 'mlsd' })).toContain(words);
  });

  it.each([{ diagram: true }, { sources: true }])('by flag %j is shown alone', (flags) => {
    expect(text({ ...flags, invokedAs: 'mlsd' })).not.toMatch(/You are joining|The interviewer|Question/u);
  });

  it('prints the next command in the form that works', () => {
    expect(text({ step: 'frame', invokedAs: 'npm start --' })).toContain(
      'npm start -- practice youtube-search --only frame',
    );
  });
});

describe('the list of cases', () => {
  it('puts the example of your own last', () => {
    const text = renderMarkdown(caseListPage(rows, 'mlsd'));
    const places = ['youtube-search', 'my-case', 'Example of your own', 'fraud-detection'].map((word) =>
      text.indexOf(word),
    );
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  it('says so when it is empty', () => {
    expect(renderMarkdown(caseListPage([], 'mlsd'))).toBe('No case study was found.\n');
  });
});

describe('the answer sheet', () => {
  it('is written as in its frame', () => {
    expect(renderMarkdown(sheetPage({ ...sheet, forPeers: false }))).toMatchSnapshot();
  });

  it('holds for peers no verdict, quote, score, diagram or source, and the criteria as a blank scorecard', () => {
    const text = renderMarkdown(sheetPage({ ...sheet, forPeers: true }));
    expect(text).not.toMatch(/covered<br>|not detected|“|mermaid|Facebook| %|Why:|about 500 candidates/u);
    expect(text).toContain(`| 1 | ${step.criteria[0]?.ask} |`);
    expect(text).not.toContain('Splits the task');
    expect(text).toContain('| ☐ | ☐ | ☐ |');
    expect(text).toContain(frameAnswer);
  });

  it('says which steps were not answered and what was only a draft', () => {
    const text = renderMarkdown(
      sheetPage({ ...sheet, session: pageSession({ data: { draft: 'half a thought' } }), forPeers: false }),
    );
    expect(text).toContain('half a thought\n````');
    expect(text).toContain('A draft, not submitted.');
    expect(text).toContain('Not answered.');
  });
});
