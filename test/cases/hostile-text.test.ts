import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCaseStudy } from '../../src/cases/read-case-study.ts';
import { readFramework } from '../../src/cases/read-framework.ts';
import { readGlossary } from '../../src/cases/read-glossary.ts';
import { caseFixture, edited, smallCaseText } from '../support/small-case.ts';

/** The first problem as `line:column what`; empty when there is none. */
function first(text: string): string {
  const reading = readCaseStudy(text, 'x.yaml');
  const [problem] = reading.ok ? [] : reading.problems;
  return problem ? `${problem.where.line}:${problem.where.column} ${problem.what}` : '';
}

describe('a hostile text is refused in words', () => {
  it.each([
    ['empty', '', '1:1 the file is empty'],
    ['blank', ' \n\n\n', '1:1 the file is empty'],
    ['only a comment', caseFixture('empty'), '1:1 the file is empty'],
    ['above one megabyte', 'a'.repeat(1_000_001), '1:1 the file is 1.0 MB long; 1 MB is the most that is read'],
    ['ten megabytes', '- a\n'.repeat(2_500_000), '1:1 the file is 10.0 MB long'],
    ['an alias bomb', caseFixture('alias-bomb'), '1:7 an anchor ("&a") stands here; anchors are not read'],
    ['no mapping', '- a\n- b\n', '1:1 the file is a list; expected a mapping'],
    ['a bare word', 'hello', '1:1 the file is the text "hello"; expected a mapping'],
    ['two documents', caseFixture('two-documents'), 'a second document begins here'],
    ['a directive', '%YAML 1.1\n---\na: b\n', '1:1 a directive ("%…") stands before the document'],
    ['open brackets without end', '['.repeat(500_000), '1:40 the file is nested more than 40 levels deep here'],
    ['open braces without end', `a: ${'{'.repeat(900_000)}`, 'nested more than 40 levels'],
    ['dashes without end', '- '.repeat(400_000), 'nested more than 40 levels'],
    [
      'indents without end',
      Array.from({ length: 1300 }, (_, i) => `${' '.repeat(i)}a:`).join('\n'),
      'nested more than 40 levels',
    ],
    ['closing brackets without end', ']'.repeat(900_000), 'the file has more than 200000 parts'],
    [
      'keys without end',
      Array.from({ length: 100_000 }, (_, i) => `a${i}:`).join('\n'),
      'the file has more than 200000 parts',
    ],
    ['a tab as indent', caseFixture('tab-indent'), 'a tab is used to indent'],
    ['an anchor', edited('title: Lost', 'title: &t Lost'), '4:11 an anchor ("&t") stands here'],
    ['a tag', edited('title: Lost', 'title: !!str Lost'), '4:14 a tag ("!!str") stands here; tags are not read'],
    ["a tag of one's own", edited('title: Lost', 'title: !run Lost'), 'a tag ("!run") stands here'],
    ['an alias of nothing', edited('title: Lost luggage', 'title: *lost'), 'an alias ("*lost") stands here'],
    ['a merge key', edited('tags: [matching]', '<<: { tags: [x] }'), 'a merge key ("<<") stands here'],
    ['the key __proto__', edited('tags: [matching]', '__proto__: { tags: [x] }'), 'the key "__proto__" is not known'],
    ['a list as a key', edited('tags: [matching]', '? [a, b]\n: c'), 'a key is not a word'],
    ['an unclosed quote', edited('title: Lost luggage', 'title: "Lost luggage'), 'a sign is missing here'],
    ['two colons', edited('title: Lost luggage', 'title: Lost: luggage'), '4:8 a second ": " stands in one line'],
    ['a sign at the start', edited('title: Lost luggage', 'title: @lost'), '4:8 a text begins with a sign'],
    ['zero bytes', `\u0000\u0000${smallCaseText}`, '1:1 the text holds a control character (U+0000)'],
    ['UTF-16 read as UTF-8', [...smallCaseText].join('\u0000'), 'the text holds a control character (U+0000)'],
    [
      'a raw escape character',
      edited('Lost luggage', 'Lost \u001b[31mluggage'),
      '4:13 the text holds an escape character (U+001B), which steers terminals',
    ],
    [
      'an escaped escape character',
      edited('title: Lost luggage', 'title: "Lost \\e[31mluggage"'),
      '4:8 an escape in this text spells an escape character (U+001B)',
    ],
    [
      'an escaped bell',
      edited('title: Lost luggage', 'title: "Lost \\a"'),
      '4:8 an escape in this text spells a control character (U+0007)',
    ],
    [
      'a bidi override',
      edited('Lost luggage', 'Lost \u202eluggage'),
      '4:13 the text holds a bidi control (U+202E), which reorders what is shown',
    ],
    [
      'an escaped bidi isolate',
      edited('title: Lost luggage', 'title: "Lost \\u2066luggage"'),
      '4:8 an escape in this text spells a bidi control (U+2066)',
    ],
    [
      'an escape in a key',
      edited('presets: { N:', 'presets: { "\\eN":'),
      'an escape in this text spells an escape character (U+001B)',
    ],
    [
      'half a character',
      edited('title: Lost luggage', 'title: "Lost \\ud800"'),
      '4:8 an escape in this text spells half of a character (U+D800)',
    ],
    [
      'a carriage return in a line',
      edited('Lost luggage', 'Lost\rluggage'),
      'a carriage return (U+000D) inside a line',
    ],
    [
      'bytes that are not UTF-8',
      edited('Lost luggage', 'Lost l\ufffdggage'),
      '4:14 the text holds a replacement character (U+FFFD), left where bytes were not UTF-8',
    ],
    ['a next-line control', edited('Lost luggage', 'Lost\u0085luggage'), 'a control character (U+0085)'],
  ])('%s', (_, text, expected) => {
    const start = Date.now();
    expect(first(text)).toContain(expected);
    expect(Date.now() - start).toBeLessThan(5000);
  });

  it('no message holds a character that could steer a terminal', () => {
    const text = edited(
      'title: Lost luggage',
      'title: "\\e[2J"\n"\\e[31mkey": "\\u202e"',
      edited('id: small-case', 'id: "\\e[0m"'),
    );
    const reading = readCaseStudy(text, 'x.yaml');
    expect(reading.ok).toBe(false);
    expect(JSON.stringify(reading.ok ? [] : reading.problems.map(({ what, mend }) => what + mend))).not.toMatch(
      /\\u001b|[\u202a-\u202e]/u,
    );
  });
});

describe('what is unusual and harmless is read', () => {
  it.each([
    ['a byte order mark', `\ufeff${smallCaseText}`],
    ['CRLF line ends', smallCaseText.replaceAll('\n', '\r\n')],
    ['a document marker', `---\n${smallCaseText}...\n`],
    ['tabs inside a text', edited('title: Lost luggage', 'title: "Lost\\tluggage"')],
    ['other scripts', edited('title: Lost luggage', 'title: 行李 für naïve 👩‍👩‍👧')],
  ])('%s', (_, text) => {
    expect(first(text)).toBe('');
  });

  it('CRLF and a byte order mark leave places and hash as they are', () => {
    const plain = readCaseStudy(smallCaseText, 'x.yaml');
    expect(readCaseStudy(`\ufeff${smallCaseText.replaceAll('\n', '\r\n')}`, 'x.yaml')).toEqual(plain);
    const broken = edited('asks: bags', 'asks: bagz');
    expect(readCaseStudy(`\ufeff${broken.replaceAll('\n', '\r\n')}`, 'x.yaml')).toEqual(
      readCaseStudy(broken, 'x.yaml'),
    );
  });
});

describe('whatever the text, a reading comes back', () => {
  const pieces = [
    ':',
    ' ',
    '\n',
    '  ',
    '- ',
    '[',
    ']',
    '{',
    '}',
    '"',
    "'",
    '#',
    '&a ',
    '*a',
    '!t ',
    '|',
    '>',
    '%',
    '@',
    '`',
    '\t',
    '~',
    'null',
    '1e999',
    '<count 1..2>',
    '\u0000',
    '\u202e',
    '---\n',
    '? ',
    ', ',
    '\\',
    '\ud800',
  ];
  const mutation = fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    cut: fc.nat(40),
    put: fc.oneof(
      fc.constantFrom(...pieces),
      fc.string({ maxLength: 12 }),
      fc.constantFrom(...smallCaseText.split('\n')),
    ),
  });
  const mutate = (text: string, edits: readonly { at: number; cut: number; put: string }[]): string =>
    edits.reduce((now, { at, cut, put }) => {
      const index = Math.floor(at * now.length);
      return now.slice(0, index) + put + now.slice(index + cut);
    }, text);
  const isSound = (reading: ReturnType<typeof readCaseStudy>): boolean =>
    reading.ok ||
    (reading.problems.length > 0 &&
      reading.problems.length <= 61 &&
      reading.problems.every(
        ({ where, what, mend }) =>
          Number.isInteger(where.line) && where.line >= 1 && where.column >= 1 && what !== '' && mend !== '',
      ));

  it('for a valid file with random edits', () => {
    fc.assert(
      fc.property(fc.array(mutation, { minLength: 1, maxLength: 6 }), (edits) =>
        isSound(readCaseStudy(mutate(smallCaseText, edits), 'x.yaml')),
      ),
      { numRuns: 150 },
    );
  });

  it('for pieces of YAML in any order', () => {
    const soup = fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'binary', maxLength: 6 })), {
      maxLength: 60,
    });
    fc.assert(
      fc.property(soup, (parts) => {
        const text = parts.join('');
        return (
          isSound(readCaseStudy(text, 'x')) &&
          readGlossary(text, 'x') !== undefined &&
          readFramework(text, 'x') !== undefined
        );
      }),
      { numRuns: 200 },
    );
  });

  it('for any plain value in place of any key', () => {
    const lines = smallCaseText.split('\n');
    const keyLines = lines.flatMap((line, i) => (/^\s*[a-z_A-Z]+:/u.test(line) ? [i] : []));
    fc.assert(
      fc.property(fc.constantFrom(...keyLines), fc.jsonValue({ maxDepth: 3 }), (index, value) => {
        const text = lines
          .map((line, i) => (i === index ? line.replace(/:.*/u, () => `: ${JSON.stringify(value)}`) : line))
          .join('\n');
        return isSound(readCaseStudy(text, 'x.yaml'));
      }),
      { numRuns: 150 },
    );
  });
});
