import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileLanguages } from '../../src/grading/matching/compile-languages.ts';
import { packCase } from '../../src/grading/matching/pack-case.ts';
import { createGrader } from '../../src/grading/grader.ts';
import { searchCase, searchGlossary } from '../support/search-case.ts';
import { isWord } from '../support/words.ts';

const grader = createGrader({ caseStudy: searchCase, glossary: searchGlossary, isWord });

function verdict(id: string, text: string, step: 'serving' | 'clarify' = 'serving'): string | undefined {
  return grader.grade(step, text).criteria.find((one) => one.id === id)?.verdict;
}

describe('needs and because', () => {
  test.each([
    [
      'both and the reason',
      'We keep an inverted index beside the HNSW index, since names get lost in vectors.',
      'covered',
    ],
    ['both without the reason', 'We keep an inverted index beside the HNSW graph.', 'partial'],
    ['the reason in the next paragraph', 'BM25 plus ANN, merged.\n\nModel numbers are missed otherwise.', 'covered'],
    [
      'everyday words',
      'One part matches the words. Another keeps numbers close together. Names would be missed by the second.',
      'covered',
    ],
    ['one of two', 'We use an inverted index.', 'unsure'],
    ['nothing of it', 'The weather is fine today.', 'not-detected'],
    [
      'a reason at the other end of a long answer',
      `BM25 plus ANN.\n\n${'Then we talk about something else for quite a while here. '.repeat(9)}\n\nNames get lost.`,
      'partial',
    ],
    ['letter by letter', 'we run b m 25 next to an a n n index and merge because rare words get missed', 'covered'],
    ['typos', 'An invertd index and a vector retreival index side by side; names are misssed.', 'covered'],
  ])('%s', (_, text, expected) => {
    expect(verdict('both-indexes', text)).toBe(expected);
  });
});

describe('what does not count', () => {
  test.each([
    ['rejected', 'We do not need an inverted index, only vector search. Names are missed.', 'unsure'],
    ['rejected behind', 'An inverted index is overkill here. Vector search it is.', 'unsure'],
    ['instead of', 'Vector search instead of an inverted index, names are missed.', 'unsure'],
    ['not only keeps it', 'Not only an inverted index but also vector search, names are lost otherwise.', 'covered'],
    ['sent away after a colon', 'Inverted index: not needed. Vector search: yes, names are lost.', 'unsure'],
    [
      'a drop is a noun',
      'A drop in inverted index quality or in vector search triggers an alarm, since names get lost.',
      'covered',
    ],
    ['an arrow ends a negation', 'no cache -> inverted index and vector index, names get lost', 'covered'],
    [
      'a new subject ends a negation',
      'When it is not up we ask the inverted index and the vector index, names get lost.',
      'covered',
    ],
    ['a question after a colon', 'Both: inverted index and vector search, are names lost?', 'covered'],
    [
      'a question answered at once',
      'Which of the two, inverted index or vector search? Both, names get lost otherwise.',
      'covered',
    ],
    ['a question', 'Should we use an inverted index and vector search, as names get lost?', 'not-detected'],
    ['bare headings', '## Inverted index\n\n## Vector search\n', 'not-detected'],
    [
      'some would say',
      'Some would say an inverted index and vector search for names that get lost, but I keep a cache.',
      'not-detected',
    ],
    ['a blocked span', 'I keep an inverted index card in my drawer.', 'not-detected'],
  ])('%s', (_, text, expected) => {
    expect(verdict('both-indexes', text)).toBe(expected);
  });

  test('a heap of terms is capped at partial and named', () => {
    const text = 'inverted index, BM25, vector search, HNSW, IVF, names miss, fusion, ranking, caching, sharding';
    expect(verdict('both-indexes', text)).toBe('partial');
    expect(grader.grade('serving', text).notices.map((one) => one.kind)).toContain('stuffed');
  });

  test('the question repeated earns nothing and is named', () => {
    const score = grader.grade(
      'serving',
      'How is this served? Walk me through the path of a query and the path of a new upload.',
    );
    expect(score.auto).toBe(0);
    expect(score.notices.map((one) => one.kind)).toContain('copied-question');
  });

  test('a shown model answer earns nothing when copied, and counts when it was not shown', () => {
    const model = 'We keep an inverted index beside the HNSW index because names and numbers get lost in the vectors.';
    const shown = grader.grade('serving', model, { shown: [{ kind: 'model-answer', text: model }] });
    expect(shown.auto).toBe(0);
    expect(shown.notices.map((one) => one.kind)).toContain('copied-model-answer');
    expect(grader.grade('serving', model).auto).toBeGreaterThan(0);
  });

  test('a misconception caps its criteria', () => {
    const text = 'Embeddings replace keywords. We keep an inverted index beside HNSW since names get lost.';
    const score = grader.grade('serving', text).criteria.find((one) => one.id === 'both-indexes');
    expect(score).toMatchObject({ verdict: 'not-detected', misconceptions: ['vectors-only'] });
  });
});

describe('options', () => {
  test.each([
    ['a committed choice with its reason', 'HNSW, because recall is high.', 'covered'],
    ['another sound choice', 'IVF-PQ so that it fits in memory, small codes.', 'covered'],
    ['the simplest choice where it is right', 'An exact scan, there are only few vectors.', 'covered'],
    ['a choice in a word, without a reason', 'I take an HNSW graph over the vectors.', 'unsure'],
    ['a hedge', 'It could be HNSW or IVF-PQ, recall is high or memory small, it depends.', 'partial'],
  ])('%s', (_, text, expected) => {
    expect(verdict('index-choice', text)).toBe(expected);
  });
});

describe('numbers', () => {
  test.each([
    ['three stages in milliseconds', 'Encoding 20 ms, ANN 40 ms, ranking 80ms.', 'covered'],
    [
      'the unit stands once',
      'A budget of 200 ms: 10 encoding the query, 40 ANN, 90 ranking of 300 candidates.',
      'covered',
    ],
    ['two of three', 'Encoding takes twenty milliseconds and ANN 40 ms.', 'partial'],
  ])('enough: %s', (_, text, expected) => {
    expect(verdict('latency-split', text)).toBe(expected);
  });

  test.each([
    'about 0.8 TB of vectors',
    '820 GB for the raw vectors',
    'vectors take 819,200,000,000 bytes',
    '.82 TB vectors',
  ])('a figure in any notation: %s', (text) => {
    expect(verdict('index-memory', `HNSW, because recall is high. ${text}`)).toBe('covered');
  });

  test('a bare count is no size', () => {
    expect(verdict('index-memory', 'HNSW, because recall is high. The index has 0.82 of it.')).toBe('not-detected');
  });

  test('the cells of a table row belong together', () => {
    const table = '| stage | time |\n|---|---|\n| encode | 20 ms |\n| ANN | 40 ms |\n| rank | 80 ms |';
    expect(verdict('latency-split', table)).toBe('covered');
  });

  test('a wrong figure is not the figure', () => {
    expect(verdict('index-memory', 'HNSW, because recall is high. The index takes 8 TB.')).toBe('not-detected');
  });

  test('a wrong sum is worked out', () => {
    const notices = grader.grade('serving', 'There are 3 billion searches a day, so 350k QPS on average.').notices;
    expect(notices.find((one) => one.kind === 'sum')?.text).toContain('35 k');
  });

  test.each(['3 billion a day, so about 35k QPS', '3 B/day, 100k QPS at peak', '5M uploads a day and 100 ms'])(
    'no remark on a right sum: %s',
    (text) => {
      expect(grader.grade('serving', text).notices.filter((one) => one.kind === 'sum')).toEqual([]);
    },
  );
});

describe('rungs', () => {
  test('a rung waits for the one below', () => {
    const score = grader
      .grade('serving', 'The vectors take 0.82 TB.')
      .criteria.find((one) => one.id === 'index-memory');
    expect(score).toMatchObject({ verdict: 'unsure', ungated: 'covered' });
  });
});

describe('clarify', () => {
  test.each([
    ['a question', 'How many videos are there?', 'covered'],
    ['a note', '- number of videos', 'covered'],
    ['an assumption aloud', 'I assume 800M videos in total.', 'covered'],
    ['a sentence that asks', 'I would like to know how big the corpus is.', 'covered'],
    ['a mention', 'The number of videos makes this a long and difficult thing to do for everybody.', 'unsure'],
    ['nothing', 'Who are the users?', 'not-detected'],
  ])('%s', (_, text, expected) => {
    expect(verdict('count', text, 'clarify')).toBe(expected);
  });
});

describe('the whole session', () => {
  test('what was said in another step counts, with the place named', () => {
    const others = [
      {
        step: 'model' as const,
        text: 'We keep an inverted index beside the HNSW index, since names get lost in vectors.',
      },
    ];
    const score = grader
      .grade('serving', 'A cache in front.', { others })
      .criteria.find((one) => one.id === 'both-indexes');
    expect(score).toMatchObject({ verdict: 'covered', saidIn: 'model' });
  });
});

describe('laws', () => {
  test('the words quoted are those of the sentence that says most', () => {
    const text =
      'We keep a vector index. It is small.\n\nAn inverted index and vector search together, since names get lost.\n\nBM25 falls over.';
    const score = grader.grade('serving', text).criteria.find((one) => one.id === 'both-indexes');
    expect(score?.evidence.map((one) => one.text)).toEqual([
      'inverted index and vector search together, since names get lost',
    ]);
  });

  test('a heap of terms leaves nothing to be confirmed', () => {
    const score = grader.grade(
      'serving',
      'inverted index, caching, sharding, fusion, ranking, latency, encoder, loss, recall, replicas',
    );
    expect(score).toMatchObject({ auto: 0, possible: 0, ask: [] });
  });

  test('the same text gets the same score, and evidence is quoted from the text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 400 }),
        fc.constantFrom('', ' inverted index — HNSW, “names” get lost. ', '３ billion ＡＮＮ'),
        (noise, core) => {
          const text = noise + core + noise;
          const first = grader.grade('serving', text);
          expect(
            createGrader({ caseStudy: searchCase, glossary: searchGlossary, isWord }).grade('serving', text),
          ).toEqual(first);
          for (const one of first.criteria)
            for (const evidence of one.evidence) expect(text.slice(evidence.start, evidence.end)).toBe(evidence.text);
          for (const notice of first.notices)
            expect(notice.start <= notice.end && notice.end <= text.length).toBe(true);
          expect(first.auto <= first.possible && first.possible <= first.max).toBe(true);
        },
      ),
      { numRuns: 60 },
    );
  });

  test('a confirmed verdict changes the confirmed points and leaves the automatic ones', () => {
    const bare = grader.grade('serving', 'We use an inverted index.');
    const confirmed = grader.grade('serving', 'We use an inverted index.', { confirm: { 'both-indexes': 'covered' } });
    expect(confirmed.auto).toBe(bare.auto);
    expect(confirmed.confirmed).toBe(bare.confirmed + 2);
    expect(confirmed.ask).not.toContain('both-indexes');
  });

  test('at most three questions, essential and heavy ones first, never about what is covered', () => {
    const score = grader.grade('serving', 'An inverted index. Encoding 20 ms. Vectors 0.82 TB.');
    expect(score.ask.length).toBeLessThanOrEqual(3);
    expect(score.ask[0]).toBe('both-indexes');
  });

  test('twenty thousand characters are read, and the cut is named', () => {
    const score = grader.grade('serving', `${'word '.repeat(5000)} inverted index`);
    expect(score.notices.map((one) => one.kind)).toContain('truncated');
  });

  test('an answer in another language is named', () => {
    const text =
      'Wir halten einen invertierten Index neben dem Vektorindex, weil Namen und Nummern sonst verloren gehen.';
    expect(grader.grade('serving', text).notices.map((one) => one.kind)).toContain('other-language');
  });

  test('an empty answer is named', () => {
    expect(grader.grade('serving', ' \n ')).toMatchObject({ auto: 0, notices: [{ kind: 'empty' }] });
  });
});

describe('a language compiled at build', () => {
  const languages = JSON.parse(
    JSON.stringify(compileLanguages({ caseStudy: searchCase, glossary: searchGlossary, isWord })),
  ) as ReturnType<typeof compileLanguages>;
  const compiled = createGrader({
    caseStudy: searchCase,
    glossary: searchGlossary,
    isWord,
    compiled: (part) => languages[part],
  });

  test.each([
    'We keep an invertd index beside HNSW, since names get lost. Encoding 20 ms, ANN 40 ms, ranking 80 ms.',
    'we run b m 25 next to an a n n index and the vectors take 0.82 TB',
    'An exact scan, there are only few vectors: 5000.',
  ])('gives the same score: %s', (text) => {
    expect(compiled.grade('serving', text)).toEqual(grader.grade('serving', text));
    expect(compiled.ask('How many videos? How fast?')).toEqual(grader.ask('How many videos? How fast?'));
    expect(packed.grade('serving', text)).toEqual(grader.grade('serving', text));
    expect(packed.ask('How many videos? How fast?')).toEqual(grader.ask('How many videos? How fast?'));
  });

  const noConcepts = { formatVersion: 1, concepts: [] } as const;
  const pack = packCase(searchCase, languages);
  const packed = createGrader({
    caseStudy: pack.caseStudy,
    glossary: noConcepts,
    isWord,
    compiled: (part) => pack.languages[part],
  });

  test('a packed case holds no pattern as text, and fails aloud without its languages', () => {
    expect(JSON.stringify(pack)).not.toContain('product_quantization');
    const alone = createGrader({ caseStudy: pack.caseStudy, glossary: noConcepts, isWord });
    expect(() => alone.grade('serving', 'An index.')).toThrow(RangeError);
  });
});

describe('ask', () => {
  test.each([
    ['How many videos are there?', 'fact', 'videos', '800 million.'],
    ['What hardware do we have?', 'open', 'budget', 'Yours to assume.'],
    ['Who is the king of videos?', 'unknown', null, 'I do not know that.'],
    ['number of videos', 'fact', 'videos', '800 million.'],
  ])('%s', (question, kind, id, answer) => {
    const [first] = grader.ask(question);
    expect(first).toMatchObject({ kind, id });
    expect(first?.text).toContain(answer);
  });

  test('two questions get two answers, each with its place', () => {
    const text = 'How fast must it be? And how many videos?';
    const answers = grader.ask(text);
    expect(answers.map((one) => one.id)).toEqual(['latency', 'videos']);
    expect(answers.map((one) => text.slice(one.start, one.end))).toEqual([
      'How fast must it be',
      'And how many videos',
    ]);
  });
});
