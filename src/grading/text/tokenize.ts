import type { FoldedText } from './fold-text.ts';
import { mergeNumbers, quantitiesOf, shareQuantity } from './merge-numbers.ts';
import { numberWord, smallNumberName } from './quantity.ts';
import { stem } from './stem.ts';
import type { RawToken, Token } from './token.ts';
import { abbreviations, contractions, fillers, functionWords } from './vocabulary.ts';

const lexeme =
  /(e\.g\.?|i\.e\.?|a\/b|b\/c|w\/o|w\/)(?![\p{L}])|((?:\d[\d,]*\d|\d)(?:\.\d+)?(?:e\+?\d+)?|\.\d+(?!\.))|(\p{L}[\p{L}\p{N}]*(?:'\p{L}+)*)|(%)|((?<=[ \t(])#(?=\p{L}))/gu;

/** Splits a folded text into words and typed numbers; contractions, abbreviations and letter-by-letter speech are read in full. */
export function tokenize(folded: FoldedText, isTerm: (word: string) => boolean): Token[] {
  const raw = joinLetters(mergeNumbers(scan(folded.text)), isTerm);
  const tokens: Token[] = [];
  let slot = -1;
  for (const piece of raw) {
    const parts = piece.parts ?? [piece];
    const words = parts.flatMap((part) => wordsOf(part));
    const content = piece.value !== undefined || words.some((word) => isContent(word.text));
    if (content) slot += 1;
    words.forEach((word, index) => {
      tokens.push({
        text: word.text,
        stem: word.stem,
        start: folded.origin[word.from] ?? 0,
        end: folded.origin[word.to] ?? 0,
        gap: word.gap,
        slot,
        content: content && (piece.value !== undefined || isContent(word.text)),
        quantities: index === 0 ? meaningOf(piece) : [],
        span: index === 0 && piece.value !== undefined ? words.length : 1,
      });
    });
  }
  return tokens;
}

/** A written word as the words it stands for: "can't" is "can not", "ann" is "approximate nearest neighbor". */
export function expand(word: string): string[] {
  const said = contractions.get(word) ?? abbreviations.get(word);
  if (said !== undefined) return said.split(' ');
  if (!word.includes("'")) return [word];
  if (word.endsWith("n't")) return [word.slice(0, -3), 'not'];
  return [word.replace(/'(?:s|re|ve|ll|d|m)$/u, '')];
}

function wordsOf(part: RawToken): { text: string; stem: string; from: number; to: number; gap: string }[] {
  const place = { from: part.from, to: part.to };
  if (part.value !== undefined)
    return [{ text: part.text, stem: smallNumberName(part.value) ?? part.text, gap: part.gap, ...place }];
  return expand(part.text).map((text, index) => ({
    text,
    stem: stem(text),
    gap: index === 0 ? part.gap : ' ',
    ...place,
  }));
}

function isContent(word: string): boolean {
  return !functionWords.has(word) && !fillers.has(word);
}

function scan(text: string): RawToken[] {
  const found: RawToken[] = [];
  let end = 0;
  for (const match of text.matchAll(lexeme)) {
    const number = match[2];
    const gap = text.slice(end, match.index);
    end = match.index + match[0].length;
    const token: RawToken = { text: match[0] === '#' ? 'number' : match[0], from: match.index, to: end, gap };
    if (number !== undefined) token.value = Number(number.replaceAll(',', ''));
    found.push(token);
  }
  return found;
}

function meaningOf(piece: RawToken): Token['quantities'] {
  if (piece.value !== undefined) return quantitiesOf(piece);
  const small = numberWord(piece.text);
  return small === undefined ? shareQuantity(piece.text) : [{ value: small, kind: 'count' }];
}

/** "h n s w" as dictated becomes "hnsw" when that is a term, "b m 25" becomes "bm25"; at least two letters. */
function joinLetters(raw: RawToken[], isTerm: (word: string) => boolean): RawToken[] {
  const joined: RawToken[] = [];
  for (let i = 0; i < raw.length; i += 1) {
    let last = i;
    while (isLetter(raw[last]) && isLetter(raw[last + 1]) && /^ ?$/u.test(raw[last + 1]?.gap ?? '')) last += 1;
    if (last > i && raw[last + 1]?.value !== undefined && isTerm(joinedText(raw.slice(i, last + 2)))) last += 1;
    const run = raw.slice(i, last + 1);
    const word = joinedText(run);
    const first = run[0];
    const final = run.at(-1);
    if (run.length > 1 && first && final && (isTerm(word) || abbreviations.has(word))) {
      joined.push({ text: word, from: first.from, to: final.to, gap: first.gap });
      i = last;
    } else if (raw[i]) {
      joined.push(raw[i] as RawToken);
    }
  }
  return joined;
}

function joinedText(run: readonly RawToken[]): string {
  return run.map((piece) => piece.text).join('');
}

function isLetter(piece: RawToken | undefined): boolean {
  return piece !== undefined && piece.text.length === 1 && piece.value === undefined && /\p{L}/u.test(piece.text);
}
