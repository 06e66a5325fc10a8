import type { AnswerText } from './text/answer-text.ts';

/** The stems of a text, and where its sentences stand among them: what the build keeps of the texts on the screen. */
export type StemText = { stems: readonly string[]; sentences: readonly (readonly [from: number, to: number])[] };

/** A text as its stems. */
export function stemText({ tokens, sentences }: AnswerText): StemText {
  return { stems: tokens.map((token) => token.stem), sentences: sentences.map(({ from, to }) => [from, to]) };
}

/** What a text may have been copied from, as runs of words. */
export type CopySource = {
  kind: 'question' | 'criterion' | 'hint' | 'model-answer';
  runs: ReadonlySet<string>;
  sentences: ReadonlySet<string>;
  words: ReadonlySet<string>;
};

const runLength = 8;
const shortestSentence = 5;

/** Remembers the runs of eight words and the whole sentences of a text. */
export function copySource(kind: CopySource['kind'], { stems, sentences: found }: StemText): CopySource {
  const runs = new Set<string>();
  for (let i = 0; i + runLength <= stems.length; i += 1) runs.add(stems.slice(i, i + runLength).join(' '));
  const sentences = new Set(
    found.filter(([from, to]) => to - from >= shortestSentence).map(([from, to]) => stems.slice(from, to).join(' ')),
  );
  return { kind, runs, sentences, words: new Set(stems) };
}

export type CopiedSpan = { kind: CopySource['kind']; from: number; to: number };

/** The token ranges of an answer that repeat a source word for word. */
export function findCopied(text: AnswerText, sources: readonly CopySource[]): CopiedSpan[] {
  const stems = text.tokens.map((token) => token.stem);
  return sources.flatMap((source) => {
    const copied = new Uint8Array(stems.length);
    let known = 0;
    stems.forEach((stem, at) => {
      known = source.words.has(stem) ? known + 1 : 0;
      const from = at + 1 - runLength;
      if (known >= runLength && source.runs.has(stems.slice(from, at + 1).join(' '))) copied.fill(1, from, at + 1);
    });
    for (const sentence of text.sentences) {
      if (source.sentences.has(stems.slice(sentence.from, sentence.to).join(' ')))
        copied.fill(1, sentence.from, sentence.to);
    }
    return spansOf(copied).map((span) => ({ kind: source.kind, ...span }));
  });
}

function spansOf(marks: Uint8Array): { from: number; to: number }[] {
  const spans: { from: number; to: number }[] = [];
  for (let i = 0; i < marks.length; i += 1) {
    if (!marks[i]) continue;
    const from = i;
    while (i < marks.length && marks[i]) i += 1;
    spans.push({ from, to: i });
  }
  return spans;
}
