import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFramework } from '../../src/cases/read-framework.ts';
import { stepIds, type StepId } from '../../src/domain/step.ts';
import { renderMarkdown } from '../../src/render/markdown.ts';
import { readAnswers } from '../../src/sheets/read-answers.ts';
import { stepHeading } from '../../src/sheets/step-headings.ts';
import type { Answers } from '../../src/sheets/answer-sheet.ts';
import { blankSheet, writeAnswers } from '../../src/sheets/write-answers.ts';
import { sheetPage } from '../../src/views/sheet-parts.ts';
import { frameAnswer, pageCase, pageFramework, pageSession } from '../support/page-case.ts';

const pieces = [
  '```',
  '````',
  '``````answer frame',
  '```answer',
  '~~~',
  '## Frame',
  '## 2. Frame the problem as an ML task',
  '# Data',
  '## Framme',
  '<!-- end of the answer: what follows is not read -->',
  '<!-- x',
  '---\ntitle: x\n---',
  'Case: `other`',
  '> **Question.** no',
  '`',
  '{',
  '\ufeff',
  'a',
  ' ',
  '\n',
  '\r\n',
  '\r',
  '\t',
  '\u2028',
  '\u0000',
  '\u001b[31m',
  '\u202e',
  '$&',
  '|',
  '\\',
];
const hostileText = fc.oneof(
  fc.array(fc.constantFrom(...pieces), { maxLength: 25 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary' }),
  fc.string(),
);
const answerSets = fc.dictionary(fc.constantFrom(...stepIds), hostileText, {
  minKeys: 1,
  noNullPrototype: true,
}) as fc.Arbitrary<Answers>;

function read(text: string): Answers {
  const reading = readAnswers(text, 'sheet.md');
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return reading.value.answers;
}

function problems(text: string): { at: string; what: string; mend: string }[] {
  const reading = readAnswers(text, 'sheet.md');
  return reading.ok
    ? []
    : reading.problems.map(({ where, what, mend }) => ({ at: `${where.line}:${where.column}`, what, mend }));
}

describe('an answer sheet', () => {
  it('that was written is read to the letter, whatever stands in the answers', () => {
    fc.assert(
      fc.property(answerSets, (answers) => {
        expect(read(writeAnswers(answers, pageCase, pageFramework))).toEqual(answers);
      }),
      { numRuns: 2000 },
    );
  });

  it('of a session is read to the letter as well: verdicts, follow-ups and sources are not the answer', () => {
    fc.assert(
      fc.property(hostileText, hostileText, fc.boolean(), (text, reply, forPeers) => {
        const session = pageSession();
        const frame = session.steps.frame;
        const attempt = frame?.attempts[0];
        if (!frame || !attempt) return false;
        const steps = {
          ...session.steps,
          frame: {
            ...frame,
            attempts: [
              { ...attempt, text },
              { ...attempt, text: `${reply} improved`, aid: 'model-answer' as const },
            ],
            draft: `${reply} draft`,
            followUps: [{ criterion: 'c', question: reply, answer: reply, at: '' }],
          },
        };
        const sheet = renderMarkdown(
          sheetPage({
            session: {
              ...session,
              steps,
              deepDives: [{ id: 'd', question: reply, answer: reply, at: '' }],
              openDeepDive: { id: 'e', draft: reply },
            },
            caseStudy: pageCase,
            framework: pageFramework,
            forPeers,
            ledger: [{ question: reply, kind: 'fact', told: reply, fact: null, use: 'cannot-tell', usedIn: [] }],
          }),
        );
        const wanted = Object.fromEntries(stepIds.map((id) => [id, id === 'frame' ? text : '']));
        expect(read(sheet)).toEqual(wanted);
        return true;
      }),
      { numRuns: 500 },
    );
  });

  it('keeps its answers when an editor gives it Windows line ends', () => {
    const answers = { clarify: 'one\ntwo\n\n```\nx\n```\n', frame: frameAnswer };
    expect(read(writeAnswers(answers, pageCase, pageFramework).replace(/\n/gu, '\r\n'))).toEqual(answers);
    expect(read(`\ufeff${writeAnswers(answers, pageCase, pageFramework)}`)).toEqual(answers);
  });

  it('names its case', () => {
    const reading = readAnswers(writeAnswers({ frame: 'Case: `other`' }, pageCase, pageFramework));
    expect(reading.ok && reading.value.caseId).toBe('youtube-search');
  });

  it('shows the question, and stays readable', () => {
    expect(writeAnswers({ frame: 'text' }, pageCase, pageFramework)).toMatchSnapshot();
  });

  it('calls the steps as the framework does', () => {
    const url = new URL('../../case-studies/shared/framework.yaml', import.meta.url);
    const framework = readFramework(readFileSync(url, 'utf8'), 'framework.yaml');
    expect(framework.ok && framework.value.steps.map((guide, i) => `${i + 1}. ${guide.title}`)).toEqual(
      stepIds.map(stepHeading),
    );
  });
});

/** A blank sheet with something done to the section of one step. */
function filled(step: StepId, change: (section: string) => string): string {
  const blank = blankSheet(pageCase, pageFramework);
  const start = blank.indexOf(`## ${stepHeading(step)}`);
  const next = blank.indexOf('\n## ', start + 1);
  const end = next < 0 ? blank.length : next + 1;
  return blank.slice(0, start) + change(blank.slice(start, end)) + blank.slice(end);
}

const fence = '````';
const byHand: readonly [string, StepId, (section: string) => string, string][] = [
  [
    'between the fences',
    'frame',
    (s) => s.replace('frame\n\n', 'frame\nTwo stages.\n\nA list.\n'),
    'Two stages.\n\nA list.',
  ],
  [
    'with the fences deleted',
    'frame',
    (s) => s.replace(/````answer frame\n\n````/u, 'Two stages.\n\n- a\n- b'),
    'Two stages.\n\n- a\n- b',
  ],
  [
    'with only the opening fence deleted',
    'frame',
    (s) => s.replace(`${fence}answer frame\n`, 'Two stages.\n'),
    'Two stages.',
  ],
  ['below the empty fences', 'frame', (s) => `${s}\nTwo stages.\n`, 'Two stages.'],
  [
    'above the empty fences',
    'frame',
    (s) => s.replace(`${fence}answer`, `Two stages.\n\n${fence}answer`),
    'Two stages.',
  ],
  [
    'within and below the fences',
    'frame',
    (s) => `${s.replace('frame\n\n', 'frame\nTwo stages.\n')}\nAnd a reason.\n`,
    'Two stages.\n\nAnd a reason.',
  ],
  [
    'with the question deleted too',
    'frame',
    () => '## 2. Frame the problem as an ML task\nTwo stages.\n\n',
    'Two stages.',
  ],
  [
    'with code of its own',
    'model',
    (s) => s.replace('model\n\n', 'model\n```python\n## Frame\n```\nend\n'),
    '```python\n## Frame\n```\nend',
  ],
  [
    'with code and without the fences',
    'model',
    (s) => s.replace(/````answer model\n\n````/u, 'a\n```\n## Frame\n```\nb'),
    'a\n```\n## Frame\n```\nb',
  ],
  [
    'with smaller headings',
    'model',
    (s) => s.replace(/````answer model\n\n````/u, '### Baseline\ntext'),
    '### Baseline\ntext',
  ],
  ['with a quotation', 'model', (s) => s.replace(/````answer model\n\n````/u, '> quoted\n\ntext'), '> quoted\n\ntext'],
  ['in the last step', 'monitoring', (s) => s.replace(/````answer monitoring\n\n````/u, 'Alerts.'), 'Alerts.'],
];

describe('a blank sheet', () => {
  it('has seven empty answers', () => {
    expect(read(blankSheet(pageCase, pageFramework))).toEqual(Object.fromEntries(stepIds.map((id) => [id, ''])));
  });

  it.each(byHand)('is read when it was filled in %s', (_, step, change, wanted) => {
    const answers = read(filled(step, change));
    expect(answers[step]).toBe(wanted);
    expect(Object.entries(answers).filter(([id, text]) => id !== step && text !== '')).toEqual([]);
    expect(Object.keys(answers)).toHaveLength(7);
  });

  it('is read with every fence deleted', () => {
    const text = blankSheet(pageCase, pageFramework).replace(/````answer (\w+)\n\n````/gu, 'My $1.');
    expect(read(text)).toEqual(Object.fromEntries(stepIds.map((id) => [id, `My ${id}.`])));
  });

  it('is read with every opening fence deleted and every closing one left', () => {
    const text = blankSheet(pageCase, pageFramework).replace(/````answer (\w+)\n/gu, 'My $1.\n');
    expect(read(text)).toEqual(Object.fromEntries(stepIds.map((id) => [id, `My ${id}.`])));
  });
});

describe("a sheet of one's own", () => {
  it.each([
    ['## Clarify\nWho?\n## Frame\nRank.', { clarify: 'Who?', frame: 'Rank.' }],
    ['# 1. Clarify requirements\nWho?\n# Step 2: framing\nRank.', { clarify: 'Who?', frame: 'Rank.' }],
    ['## 6. Deployment and serving (6 minutes)\nCache.', { serving: 'Cache.' }],
    ['---\ntitle: my notes\n---\n\n## DATA ##\nLogs.', { data: 'Logs.' }],
    ['## 3\nLogs.', { data: 'Logs.' }],
  ])('is read by the names of the steps: %j', (text, wanted) => {
    expect(read(text)).toEqual(wanted);
  });

  it.each([
    [
      '## Clarify\nx\n\n## Framme\ny',
      '4:4',
      '"Framme" is not the heading of a step',
      'Did you mean "## 2. Frame the problem as an ML task"?',
    ],
    ['## Clarify\nx\n## My assumptions\ny', '3:4', '"My assumptions" is not the heading of a step', '###'],
    ['## 2. Objectives\ny', '1:4', '"2. Objectives" is not the heading of a step', '"## 2. Frame'],
    ['## Frame\nx\n## Data\ny\n## Frame\nz', '5:4', 'the step frame stands here a second time', 'line 1'],
    ['no headings at all', '1:1', 'no heading of a step was found', '## 1. Clarify requirements'],
    ['', '1:1', 'no heading of a step was found', '## 1. Clarify requirements'],
    ['## Frame\n\n````answer frame\ntext', '3:1', 'the answer that begins here has no end', '````'],
    [
      '## Frame\n````answer frame\ntext\n## Data\n````answer data\nx\n````',
      '2:1',
      'the answer that begins here has no end',
      '````',
    ],
    ['## Frame\n````answer frmae\nx\n````', '2:1', '"frmae" is no step', 'clarify, frame'],
  ])('with a fault says where and how to mend it: %j', (text, at, what, mend) => {
    const found = problems(text);
    expect(found[0]).toMatchObject({ at, what });
    expect(found[0]?.mend).toContain(mend);
  });

  it('tells every fault at once', () => {
    expect(problems('## Framme\n\n## Dta\n\n## Modle\n')).toHaveLength(4);
  });
});

describe('answers as JSON', () => {
  it('are read by the ids of the steps', () => {
    const reading = readAnswers('{"case": "youtube-search", "clarify": "Who?", "frame": ""}');
    expect(reading).toEqual({ ok: true, value: { caseId: 'youtube-search', answers: { clarify: 'Who?', frame: '' } } });
  });

  it('come back from JSON to the letter', () => {
    fc.assert(
      fc.property(answerSets, (answers) => {
        expect(read(JSON.stringify(answers, null, 2))).toEqual(answers);
      }),
    );
  });

  it.each([
    ['{\n  "frmae": "x"\n}', '2:3', '"frmae" is no step', 'Did you mean "frame"?'],
    ['{"frame": 3}', '1:2', '"frame" is not a text', '{"clarify"'],
    ['{"__proto__": "x"}', '1:2', '"__proto__" is no step', 'clarify'],
    ['{"frame": x}', '1:1', 'this is not JSON', '{"clarify"'],
    ['{"frame": "x",}', '1:15', 'this is not JSON from here on', '{"clarify"'],
  ])('with a fault say where: %j', (text, at, what, mend) => {
    const found = problems(text);
    expect(found[0]).toMatchObject({ at, what });
    expect(found[0]?.mend).toContain(mend);
  });
});
