import { describe, expect, it } from 'vitest';
import { readCaseStudy } from '../../src/cases/read-case-study.ts';
import type { Criterion } from '../../src/domain/case-study.ts';
import { caseFixture, edited, smallCase, smallCaseText } from '../support/small-case.ts';

/** Problems as `line:column what | mend`. */
function problems(text: string): string[] {
  const reading = readCaseStudy(text, 'x.yaml');
  return reading.ok
    ? []
    : reading.problems.map(({ where, what, mend }) => `${where.line}:${where.column} ${what} | ${mend}`);
}

/** Line and column of a text that stands once in another. */
function placeOf(text: string, part: string): string {
  const before = text.slice(0, text.indexOf(part)).split('\n');
  return `${before.length}:${(before.at(-1) ?? '').length + 1}`;
}

function criterion(id: string): Criterion {
  const found = smallCase()
    .steps.flatMap((step) => step.criteria)
    .find((one) => one.id === id);
  if (!found) throw new Error(id);
  return found;
}

describe('a case study that is sound', () => {
  it('is read with its seven steps in order and its figures worked out', () => {
    const { steps, figures, hash, deepDives, facts } = smallCase();
    expect(steps.map((step) => step.id)).toEqual([
      'clarify',
      'frame',
      'data',
      'model',
      'evaluation',
      'serving',
      'monitoring',
    ]);
    expect(figures.map(({ id, value, tolerance }) => [id, value, tolerance])).toEqual([
      ['report-rate', 36, 0.1],
      ['week', 6048, 0.1],
    ]);
    expect(hash).toMatch(/^[0-9a-f]{16}$/u);
    expect(deepDives[0]?.answers.staff).toBe('As a vector that is calibrated at each camera.');
    expect(facts[3]).toEqual({
      id: 'staff',
      topic: 'the staff',
      asked: ['staff|people|hands'],
      answer: 'Yours to assume.',
      open: true,
    });
  });

  it('keeps folded texts without their last line break', () => {
    expect(smallCase().brief).toBe(
      'An airport keeps bags that nobody claimed, and people write what they lost. Design the system that finds the bag for a report.',
    );
  });

  it.each([
    [
      'matching',
      {
        form: 'needs',
        needs: [{ name: 'match', patterns: ['match*|pair* report*|text photo*|bag'] }],
        because: [{ name: 'words', patterns: ['colour*|word* differ*|vary'] }],
      },
    ],
    ['pictures', { form: 'asks', facts: ['photos', 'staff'], orStates: [] }],
    ['recall', { form: 'needs', needs: [{ name: 'point', patterns: ['recall 20|twenty|top'] }], because: [] }],
    [
      'load',
      {
        form: 'needs',
        needs: [{ name: 'figure', patterns: ['<figure report-rate>'] }],
        because: [{ name: 'small', patterns: ['one_machine'] }],
      },
    ],
  ])('gives the criterion "%s" its rule', (id, rule) => {
    expect(criterion(id).rule).toEqual(rule);
  });

  it('reads options with their reasons and prices, and how many elements are enough', () => {
    const { rule, where } = criterion('encoder');
    expect(rule.form === 'options' && rule.options.map(({ name, price }) => [name, price.length])).toEqual([
      ['two', 1],
      ['pairwise', 0],
    ]);
    expect(where).toBe('answer');
    expect(criterion('sources-of-pairs').rule).toMatchObject({ enough: 2 });
  });

  it('fills what the short form leaves out with words that can be asked', () => {
    const { ask, probe, hints, essential, weight } = criterion('recall');
    expect([ask, hints, essential, weight]).toEqual([
      'Did your answer make this point? Measures recall among 20.',
      [],
      false,
      1,
    ]);
    expect(probe.covered).not.toBe('');
    expect(probe.missing).not.toBe('');
  });

  it('reads examples with their verdicts', () => {
    expect(criterion('matching').examples.map(({ verdict, register }) => [verdict, register])).toEqual([
      ['covered', 'plain'],
      ['partial', 'terse'],
    ]);
  });

  it('changes its hash with any word, and not with comments or the order of keys', () => {
    const hashOf = (text: string): string => {
      const reading = readCaseStudy(text, 'x.yaml');
      return reading.ok ? reading.value.hash : '';
    };
    const { hash } = smallCase();
    expect(hashOf(edited('bag-count, level: mid, essential: true', 'bag-count, essential: true, level: mid'))).toBe(
      hash,
    );
    expect(hashOf(edited('tags: [matching]', 'tags: [matching] # a remark'))).toBe(hash);
    expect(hashOf(edited('tags: [matching]', 'tags: [matched]'))).not.toBe(hash);
    expect(hashOf(edited('value: 12000', 'value: 12001'))).not.toBe(hash);
  });
});

describe('every fault is told with its place and the way out', () => {
  // The third column is the text at which the fault must be told.
  it.each([
    [
      'a duplicate key',
      'difficulty: easy',
      'difficulty: easy\ndifficulty: hard',
      'difficulty: hard',
      'the key "difficulty" stands twice in one mapping | Keep one of the two.',
    ],
    [
      'an unknown key',
      'weight: 2',
      'weigth: 2',
      'weigth',
      'the key "weigth" is not known in item 1 of "criteria" | Did you mean "weight"?',
    ],
    [
      'an unknown key at the top',
      'tags:',
      'tag:',
      'tag:',
      'the key "tag" is not known at the top of the file | Did you mean "tags"?',
    ],
    [
      'a text for a number',
      'value: 12000',
      'value: "12000"',
      '"12000"',
      '"value" is the text "12000"; expected a number | Write a number without quotes, unit or separators, such as 40000 or 8e8.',
    ],
    [
      'a number for a text',
      'title: Lost luggage',
      'title: 7',
      '7\n',
      '"title" is the number 7; expected a text | Write a text. Put it in quotes when it looks like a number or has ": " or " #" in it.',
    ],
    [
      'a text for a list',
      'any: [recall 20|twenty|top]',
      'any: nothing',
      'nothing }',
      '"any" is the text "nothing"; expected a list | Write it in brackets, [one, two], or with a dash for each line; [] for none.',
    ],
    [
      'a list for a mapping',
      'because: { small: [one_machine] }',
      'because: [one_machine]',
      'because: [one_machine]',
      '"because" is a list; expected a mapping (names with values) | Write names with their values, such as { price: [cost*|memory] }.',
    ],
    [
      'an empty key',
      'tags: [matching]',
      'tags:',
      'tags:',
      '"tags" is empty; expected a list | Write it in brackets, [one, two], or with a dash for each line; [] for none.',
    ],
    [
      'a word outside its choices',
      'level: senior',
      'level: senor',
      'senor',
      '"level" is the text "senor"; expected mid, senior or staff | Did you mean "senior"?',
    ],
    [
      'a weight outside its choices',
      'weight: 2',
      'weight: 4',
      '4, says',
      '"weight" is the number 4; expected 1, 2 or 3 | Points: 1, 2 or 3.',
    ],
    [
      'a missing key',
      'summary: Match reports of lost bags with photos of found ones.\n',
      '',
      'formatVersion',
      'the key "summary" is missing | Add it. One line that says what is to be designed.',
    ],
    [
      'a missing step',
      / {2}serving:\n[^]*?(?= {2}monitoring:)/u,
      '',
      'steps:',
      'the key "serving" is missing in "steps" | Add it. One of the seven steps.',
    ],
    [
      'a bad id',
      'id: small-case',
      'id: Small Case',
      'Small Case',
      '"id" is the text "Small Case", which is not an id | Write it in letters, digits and hyphens, without spaces: small-case.',
    ],
    [
      'a bad name of an element',
      '{ match: [',
      '{ Match It: [',
      'Match It',
      'the name "Match It" cannot be read | Write it in letters, digits and hyphens, without spaces: match-it.',
    ],
    [
      'a blank text',
      'says: Names two sources.',
      'says: " "',
      '" "',
      '"says" is blank | One plain sentence that a person could grade by: at most two claims and one reason.',
    ],
    [
      'a link that is none',
      '"https://example.org/bags"',
      '"javascript:alert(1)"',
      '"javascript',
      '"link" is the text "javascript:alert(1)", which is not a web address | Write the whole address, from https:// on.',
    ],
    [
      'a wrong version',
      'formatVersion: 1',
      'formatVersion: 2',
      '2\nid',
      '"formatVersion" is the number 2; expected 1 | Always 1.',
    ],
    [
      'an infinite number',
      'value: 12000',
      'value: .inf',
      '.inf',
      '"value" is the number .inf; expected a number | Write a number without quotes, unit or separators, such as 40000 or 8e8.',
    ],
    [
      'a wrong item of a list',
      'asks: [photos, staff]',
      'asks: [photos, 3]',
      '3] }',
      'item 2 of "asks" is the number 3; expected a text | Write a text. Put it in quotes when it looks like a number or has ": " or " #" in it.',
    ],
  ])('%s', (_, from, to, at, expected) => {
    const text = edited(from, to);
    expect(problems(text)).toEqual([`${placeOf(text, at)} ${expected}`]);
  });

  it.each([
    ['a pattern that does not parse', 'recall 20', 're* 20', 'the prefix "re*" in "re* 20|twenty|top" is too short'],
    ['an empty alternative', 'recall 20|twenty', 'recall 20 | twenty', '| Write'],
    ['an unknown fact', 'asks: bags', 'asks: bagz', 'there is no fact "bagz" | Did you mean "bags"?'],
    [
      'an unknown fact in a pattern',
      '<fact bags>',
      '<fact bagz>',
      '<fact bagz> names no fact of this case | Did you mean "bags"?',
    ],
    [
      'a fact without a value in a pattern',
      '<fact bags>',
      '<fact photos>',
      '<fact photos> names a fact without a value',
    ],
    [
      'an unknown figure',
      'figures: [report-rate]',
      'figures: [report-rat]',
      'there is no figure "report-rat" | Did you mean "report-rate"?',
    ],
    [
      'an unknown figure of an estimate',
      'figure: week',
      'figure: weak',
      'there is no figure "weak" | Did you mean "week"?',
    ],
    ['an unknown source', 'LL-1a', 'LL-2a', 'there is no source "LL-2a" | Did you mean "LL-1"?'],
    ['two letters after a source', 'LL-1a', 'LL-1ab', 'there is no source "LL-1ab" | Did you mean "LL-1"?'],
    [
      'an unknown rung below',
      'extends: encoder',
      'extends: encode',
      'there is no criterion "encode" in step model | Did you mean "encoder" or "encoder-price"?',
    ],
    [
      'a rung of another step',
      'extends: encoder',
      'extends: matching',
      'there is no criterion "matching" in step model | Known: encoder, encoder-price.',
    ],
    [
      'an unknown capped criterion',
      'caps: [sources-of-pairs]',
      'caps: [recall]',
      'there is no criterion "recall" in step data | Known: sources-of-pairs.',
    ],
    [
      'an edge to nowhere',
      'to: search, label',
      'to: serch, label',
      'there is no node "serch" | Did you mean "search"?',
    ],
    ['an id used twice', 'id: pictures', 'id: bag-count', 'the id "bag-count" of a criterion is used twice'],
    [
      'a figure with the id of a fact',
      '{ id: week, title',
      '{ id: bags, title',
      'the id "bags" of a fact or figure is used twice',
    ],
    [
      'a rung on itself',
      'extends: encoder',
      'extends: encoder-price',
      'extends runs in a circle: encoder-price -> encoder-price',
    ],
    [
      'a formula that does not parse',
      '{reports} / 24',
      'reports / 24',
      '"r" is not expected in a formula | Write ids of facts and figures in braces',
    ],
    ['a division by zero', '{reports} / 24', '{reports} / ({bags} - 12000)', 'the formula divides by zero'],
    [
      'an unknown id in a formula',
      '{reports} / 24',
      '{report} / 24',
      '{report}, which is neither a fact nor a figure | Did you mean "reports"',
    ],
    [
      'a figure that stands below',
      '{reports} / 24',
      '{week} / 24',
      '{week} is this figure or one that stands below it',
    ],
    ['a fact without a value in a formula', '{reports} / 24', '{photos} / 24', 'the fact {photos} has no value'],
    ['an open fact with a value', 'open: true', 'open: true, value: 3', 'an open fact has a value'],
    ['a unit without a value', 'topic: the staff,', 'topic: the staff, unit: people,', 'a unit stands without a value'],
    ['no form', 'any: [recall 20|twenty|top]', 'why: so', 'nothing says what earns this criterion'],
    ['two forms', 'any: [recall 20|twenty|top]', 'any: [recall], asks: bags', 'a criterion has asks and any'],
    [
      'a reason beside options',
      'hedge: partial',
      'because: { x: [word] }',
      '"because" does not fit what this criterion is earned by',
    ],
    ['more than there are', 'enough: 2', 'enough: 4', 'enough is 4, but there are only 3 elements'],
    ['no elements', 'needs: { design: [cross_encoder] }', 'needs: {}', '"needs" is empty'],
    [
      'an example with two verdicts',
      '{ covered: "Match reports with photos, because words for colours differ."',
      '{ partial: x, covered: y',
      'an example has 2 verdicts',
    ],
  ])('%s', (_, from, to, expected) => {
    const found = problems(edited(from, to));
    expect(found).toHaveLength(expected.startsWith('the id "bags"') ? found.length : 1);
    expect(found.join('\n')).toContain(expected);
  });

  it('a comma that cuts a text inside braces', () => {
    expect(problems(edited('answer: Three photos of each bag.', 'answer: Three photos, one of each side'))).toEqual([
      expect.stringContaining(
        'the key "one of each side" is not known in item 3 of "facts" | A text with a comma inside { } needs quotes.',
      ),
    ]);
  });

  it('a wrong order of steps', () => {
    const [, frame = ''] = /( {2}frame:\n[^]*?)(?= {2}data:)/u.exec(smallCaseText) ?? [];
    const text = edited('  evaluation:\n', `${frame}  evaluation:\n`, edited(frame, ''));
    expect(problems(text).join()).toContain(
      'the step "frame" stands in the wrong order | The order is clarify, frame, data',
    );
  });

  it('a circle of two rungs, at each of them', () => {
    expect(problems(caseFixture('extends-circle'))).toEqual([
      expect.stringContaining('extends runs in a circle: encoder -> encoder-price -> encoder'),
      expect.stringContaining('extends runs in a circle: encoder-price -> encoder -> encoder-price'),
    ]);
  });

  it('all at once, in the order of the text, of syntax, shape and meaning', () => {
    const text = edited(
      'asks: bags',
      'asks: bagz',
      edited('weight: 2', 'weigth: 2', edited('tags: [matching]', 'tags: zero')),
    );
    expect(problems(text).map((one) => one.split(' ')[0])).toEqual(
      ['zero', 'weigth', 'bagz'].map((part) => placeOf(text, part)),
    );
  });

  it('up to sixty; the rest is counted', () => {
    const facts = Array.from({ length: 90 }, (_, i) => `  - { id: f${i}, topic: t, asked: [ab*], answer: a }`).join(
      '\n',
    );
    const found = problems(edited('facts:\n', `facts:\n${facts}\n`));
    expect(found).toHaveLength(61);
    expect(found.at(-1)).toContain('30 more problems from here on');
  });
});

describe('with a glossary', () => {
  const glossary = {
    formatVersion: 1 as const,
    concepts: [{ id: 'two-tower', about: 'x', terms: ['two_tower'], plain: [], blocks: [] }],
  };

  it('a concept that it does not know is a problem at its pattern', () => {
    const text = edited('[two_tower]', '[<two-towers>]');
    const reading = readCaseStudy(text, 'x.yaml', { glossary });
    const [line, column] = placeOf(text, '<two-towers>').split(':').map(Number);
    expect(reading).toEqual({
      ok: false,
      problems: [
        {
          where: { file: 'x.yaml', line, column },
          what: 'the glossary knows no concept <two-towers>',
          mend: 'Did you mean "two-tower"?',
        },
      ],
    });
  });

  it('a known one is none, and without a glossary none is looked for', () => {
    expect(readCaseStudy(edited('[two_tower]', '[<two-tower>]'), 'x.yaml', { glossary }).ok).toBe(true);
    expect(readCaseStudy(edited('[two_tower]', '[<two-towers>]'), 'x.yaml').ok).toBe(true);
  });
});
