import { describe, expect, it } from 'vitest';
import type { Attempt, StepWork } from '../../src/domain/session.ts';
import type { StepId } from '../../src/domain/step.ts';
import { renderMarkdown } from '../../src/render/markdown.ts';
import { readAnswers } from '../../src/sheets/read-answers.ts';
import type { Sheet } from '../../src/views/sheet.ts';
import { sheetPage } from '../../src/views/sheet-parts.ts';
import { frameAnswer, frameScore, middlingScore, pageCase, pageFramework, pageSession } from '../support/page-case.ts';

const counted: Attempt = { text: frameAnswer, at: '2025-03-01T18:30:00Z', score: middlingScore, aid: 'none' };
const improved: Attempt = { ...counted, text: `${frameAnswer}\nPolicy last.`, aid: 'model-answer' };

function sheetOf(steps: Partial<Record<StepId, Partial<StepWork>>>, more: Partial<Sheet> = {}): string {
  const sheet = { session: pageSession(steps), caseStudy: pageCase, framework: pageFramework, forPeers: false };
  return renderMarkdown(sheetPage({ ...sheet, ...more }));
}

function readFrame(text: string): string | undefined {
  const reading = readAnswers(text);
  return reading.ok ? reading.value.answers.frame : undefined;
}

describe('the texts of a sheet', () => {
  it('keeps the last text beside the one that counts, and that one alone is read again', () => {
    const text = sheetOf({ frame: { attempts: [counted, improved], modelAnswerShown: true, hintsShown: { a: 2 } } });
    expect(text).toContain('Policy last.');
    expect(text).toContain('written after the model answer or second design: not counted');
    expect(text).toContain(
      'Shown in this step: 2 hints, the model answer. The answer was written before anything was shown.',
    );
    expect(readFrame(text)).toBe(frameAnswer);
  });

  it('reads the uncounted text where there is no other, and does not count it', () => {
    const text = sheetOf({ frame: { attempts: [improved] } });
    expect(readFrame(text)).toBe(improved.text);
    expect(text).toContain('**Points, not counted**');
    expect(text).not.toContain('## Score');
  });

  it('keeps drafts, replies that wait, and the deep dive', () => {
    const session = pageSession({
      frame: {
        attempts: [counted],
        draft: 'half improved',
        openFollowUp: { criterion: 'c', question: 'Why?', about: 'said', draft: 'half a reply', elapsedSeconds: 1 },
      },
    });
    const deepDives = [{ id: 'd', question: 'How big is the index?', answer: 'As big as needed.', at: '' }];
    const text = sheetOf({}, { session: { ...session, deepDives } });
    for (const words of ['half improved', 'half a reply', 'How big is the index?', 'As big as needed.'])
      expect(text).toContain(words);
  });

  it('says what the candidate held a deep dive to be, and not to peers', () => {
    const deepDives = [{ id: 'd', question: 'How big?', answer: 'Big.', at: '', nearest: 'senior' as const }];
    const session = { ...pageSession({}), deepDives };
    expect(sheetOf({}, { session })).toContain('nearest to the senior answer');
    expect(sheetOf({}, { session, forPeers: true })).not.toContain('senior answer');
  });

  it('tells peers nothing that was written after a spoiler', () => {
    expect(sheetOf({ frame: { attempts: [counted, improved] } }, { forPeers: true })).not.toContain('Policy last.');
  });

  it('holds what was asked, told and used', () => {
    const row = { question: 'How many videos?', kind: 'fact', told: '800 million.', fact: 'videos' } as const;
    const text = sheetOf({}, { ledger: [{ ...row, use: 'used', usedIn: ['frame'] }] });
    expect(text).toContain('## Asked, told, used');
    expect(text).toContain('| How many videos? | 800 million. |');
  });
});

describe('the score of a sheet', () => {
  it('is over the answered steps, and names the others with the reason', () => {
    const text = sheetOf({ data: { draft: 'half a thought' }, model: { attempts: [improved] } });
    expect(text).toContain('Over the one answered step.');
    expect(text).toContain('4 steps left out, and not counted: 1 Clarify requirements, 5 ');
    expect(text).toContain('Not submitted, so not counted: 3 Data preparation.');
    expect(text).toContain('so not counted: 4 Model development.');
  });

  it('counts what a reply earned by half, and says so', () => {
    const reply = {
      criterion: 'satisfied-target',
      question: 'What is the label?',
      answer: 'A satisfied watch.',
      at: '',
      gained: ['satisfied-target'],
      score: frameScore([{ id: 'satisfied-target', verdict: 'covered' }]),
    };
    const text = sheetOf({ frame: { attempts: [counted], followUps: [reply] } });
    expect(text).toContain('8 to 10 of 14 points, 57 to 71 %; checker 9; 1.5 of them prompted, counted half');
    expect(text).toContain('**57 %** with your confirmations and disputes; **64 %** by the checker alone.');
  });

  it('quotes the sentence that was picked', () => {
    const score = frameScore([
      { id: 'stage-goals', verdict: 'unsure', confirmed: 'covered', chosen: 'Each stage has its own goal.' },
    ]);
    expect(sheetOf({ frame: { attempts: [{ ...counted, score }] } })).toContain('“Each stage has its own goal.”');
  });
});

describe('what to work on', () => {
  it('lists every open point, with what a strong answer says', () => {
    const text = sheetOf({});
    const gaps = text.slice(text.indexOf('## What to work on'), text.indexOf('## The reference'));
    for (const id of ['satisfied-target', 'match-by-content', 'stage-goals', 'coupled-encoders']) {
      const says = pageCase.steps[1]?.criteria.find((one) => one.id === id)?.says ?? id;
      expect(gaps).toContain(says);
    }
    expect(gaps).toContain('mlsd show youtube-search --step frame --model-answer');
  });

  it('says of a point that was taken back whose verdict that is', () => {
    const score = frameScore([
      { id: 'retrieve-then-rank', verdict: 'covered', confirmed: 'not-detected', found: ['words'] },
    ]);
    const text = sheetOf({ frame: { attempts: [{ ...counted, score }] } });
    expect(text).toContain('not detected (essential, 3 points), by you; the checker: covered');
    expect(text).not.toContain('seen: words');
  });
});
