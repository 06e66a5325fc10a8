import { describe, expect, it } from 'vitest';
import { renderTerminal } from '../../src/render/terminal.ts';
import { criteriaPage } from '../../src/views/criteria-page.ts';
import { mostValuableGap } from '../../src/views/gap-prose.ts';
import { scorePage } from '../../src/views/score-page.ts';
import { frameAnswer, frameScore, middlingScore, pageCase, pageFramework } from '../support/page-case.ts';

const step = pageCase.steps[1];
const guide = pageFramework.steps[1];
if (!step || !guide) throw new Error('the case has a step "frame"');

const look = { columns: 80, color: false, unicode: true, plain: false };
const draw = (score = middlingScore, columns = 80): string =>
  renderTerminal(scorePage(step, guide, { text: frameAnswer, score }), { ...look, columns });
const everything = frameScore(
  step.criteria.map(({ id }) => ({
    id,
    verdict: 'covered' as const,
    evidence: [{ text: 'words that are long enough to be cut at some place of the line', start: 0, end: 60 }],
  })),
);

describe('the screen after an answer', () => {
  it.each([80, 40])('is drawn as in its frame at %i columns', (columns) => {
    expect(draw(middlingScore, columns)).toMatchSnapshot();
  });

  it.each([
    ['half of the points', middlingScore],
    ['nothing', frameScore([])],
    ['everything', everything],
  ])('fits into twenty lines when the answer earned %s', (_, score) => {
    expect(draw(score).trimEnd().split('\n').length).toBeLessThanOrEqual(20);
  });

  it("quotes the candidate's own words, and names the step where they stand", () => {
    expect(draw()).toContain('“We match on frames and transcript”');
    expect(draw()).toContain('said in step 3: “re-encode all videos”');
  });

  it('shows the range from what is sure to what is possible, and the checker alone beside own verdicts', () => {
    expect(draw()).toContain('6.5 to 9.5 of 14 points, 46 to 68 %; checker 7.5');
    expect(draw(everything)).toContain('14 of 14 points, 100 %');
  });

  it('never says that something was not said', () => {
    expect(draw() + draw(frameScore([]))).not.toMatch(/did not say|didn't|you failed|missing/iu);
  });

  it('explains a mistaken belief, and quotes what the checker remarks on', () => {
    expect(draw()).toContain('A click is made before anything was seen.');
    expect(draw()).toContain('The sum does not fit');
  });

  it.each([
    [middlingScore, '“did you say this?”'],
    [frameScore([]), 'a sentence on the point above'],
    [everything, 'passed'],
  ])('says what is next', (score, words) => {
    expect(draw(score)).toContain(words);
  });

  it('shows no mark of Markdown from what was typed', () => {
    const text = renderTerminal(
      scorePage(step, guide, {
        text: '**x** _y_',
        score: { ...middlingScore, notices: [{ kind: 'stuffed', start: 0, end: 9, text: 'A list.' }] },
      }),
      { ...look, color: true },
    );
    expect(text).toContain('“**x** _y_”');
  });
});

describe('the most valuable gap', () => {
  it('is the one that raises the points most', () => {
    expect(mostValuableGap(step, middlingScore)?.criterion.id).toBe('satisfied-target');
  });

  it('is none when nothing can be gained', () => {
    expect(mostValuableGap(step, everything)).toBeUndefined();
  });
});

describe('the table of criteria', () => {
  it.each([80, 40])('is drawn as in its frame at %i columns', (columns) => {
    expect(renderTerminal(criteriaPage(step, guide, middlingScore), { ...look, columns })).toMatchSnapshot();
  });

  it('says of each row its number, verdict, words and what was not seen', () => {
    const text = renderTerminal(criteriaPage(step, guide, middlingScore), { ...look, columns: 120 });
    expect(text).toMatch(/ 2 {2}◐ partial[^\n]*\n/u);
    expect(text).toContain('not seen: words are lacking');
    expect(text).toContain('by you; checker: covered');
  });

  it('says of a rung that it waits for the one below', () => {
    const score = frameScore([{ id: 'stage-goals', verdict: 'not-detected', ungated: 'covered' }]);
    expect(renderTerminal(criteriaPage(step, guide, score), look)).toContain(
      'counts once “retrieve then rank” is seen',
    );
  });
});
