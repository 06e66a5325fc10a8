import { describe, expect, it } from 'vitest';
import type { Criterion } from '../../src/domain/case-study.ts';
import type { Verdict } from '../../src/domain/score.ts';
import { renderTerminal } from '../../src/render/terminal.ts';
import { scorePage } from '../../src/views/score-page.ts';
import { frameScore, pageCase, pageFramework } from '../support/page-case.ts';

const [, step] = pageCase.steps;
const [, guide] = pageFramework.steps;
if (!step || !guide) throw new Error('the case has a step "frame"');

const menuRows = 7;
const words = (letters: number): string => 'words and '.repeat(letters).slice(0, letters).trim();

/** A step whose gap has a point and a reason of some length, with three points earned beside it. */
function screenOf(says: number, why: number, verdict: Verdict, notices: number): string[] {
  const [first, ...others] = step?.criteria ?? [];
  if (!step || !guide || !first) throw new Error('the step has criteria');
  const gap: Criterion = { ...first, says: words(says), why: `${words(why)}.` };
  const criteria = [gap, ...others];
  const seen = verdict === 'not-detected' ? [] : ['query-and-index', 'both-lists'];
  const evidence = [{ text: words(90), start: 0, end: 90 }];
  const rows = criteria.map(({ id }, i) => ({
    id,
    verdict: i === 0 ? verdict : ('covered' as const),
    evidence,
    ...(i === 0 ? { found: seen, missing: seen } : {}),
  }));
  const score = {
    ...frameScore(rows),
    notices: Array.from({ length: notices }, (_, i) => ({
      kind: 'sum' as const,
      start: 0,
      end: 60,
      text: `${i} ${words(60)}`,
    })),
  };
  const page = scorePage(
    { ...step, criteria },
    guide,
    { text: words(300), score },
    { questions: 1, hasFollowUp: true },
  );
  return renderTerminal(page, { columns: 80, color: false, unicode: true, plain: false }).trimEnd().split('\n');
}

describe('the screen after an answer, with its menu, in a window of 24 rows', () => {
  const cases = [100, 160, 230].flatMap((says) =>
    [90, 200].flatMap((why) =>
      (['not-detected', 'partial', 'unsure'] as const).flatMap((verdict) =>
        [0, 1].map((notices) => ({ says, why, verdict, notices })),
      ),
    ),
  );
  it.each(cases)('shows its top: $says letters of a point, $why of a reason, $verdict, $notices remarks', (one) => {
    const lines = screenOf(one.says, one.why, one.verdict, one.notices);
    expect(lines[0]).toContain('Step 2');
    expect(lines.length + menuRows, lines.join('\n')).toBeLessThanOrEqual(24);
    expect(lines.join('\n')).toContain('● covered');
  });
});
