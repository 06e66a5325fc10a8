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
  ])('fits into seventeen lines when the answer earned %s, so that the menu has room', (_, score) => {
    expect(draw(score).trimEnd().split('\n').length).toBeLessThanOrEqual(17);
  });

  it('names what waits in the menu first, and never what is not offered', () => {
    const at = (way: Parameters<typeof scorePage>[3], score = middlingScore): string =>
      renderTerminal(scorePage(step, guide, { text: frameAnswer, score }, way), look);
    expect(at({ questions: 1, hasFollowUp: true })).toContain('Next: “did you say this?”');
    expect(at({ questions: 0, hasFollowUp: true })).toContain('Next: one follow-up question, or improve');
    expect(at({ questions: 0, hasFollowUp: false })).toContain('Next: go on, or improve');
    expect(at({ questions: 0, hasFollowUp: false }, everything)).toContain('Next: passed; go on.');
  });

  it('counts unsure rows apart from those that were not detected', () => {
    expect(draw()).toMatch(/\d unsure, \d not detected/u);
  });

  it('has no word on disputes where nothing can be disputed, or where a notice says why', () => {
    const empty = frameScore([]);
    expect(draw(empty)).toContain('No point was detected yet.\n');
    const notices = [{ kind: 'empty' as const, start: 0, end: 0, text: 'Nothing to grade yet.' }];
    const text = renderTerminal(scorePage(step, guide, { text: '', score: { ...empty, notices } }), look);
    expect(text).not.toMatch(/No point was detected|Worth most/u);
    expect(text).toContain('Nothing to grade yet.');
  });

  it("quotes the candidate's own words, and names the step where they stand", () => {
    expect(draw()).toContain('“We match on frames and transcript”');
    const quiet = { ...middlingScore, notices: [], criteria: middlingScore.criteria.filter((row) => row.saidIn) };
    expect(draw(quiet)).toContain('said in step 3: “re-encode');
  });

  it('shows the range from what is sure to what is possible, and the checker alone beside own verdicts', () => {
    expect(draw()).toContain('6.5 to 8.5 of 14 points, 46 to 61 %; checker 7.5');
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
    [middlingScore, 'a sentence on the point above'],
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
