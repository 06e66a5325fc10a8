/** Text made comparable, with the way back: `origin[i]` is where character `i` of `text` stands in the given text. */
export type FoldedText = { text: string; origin: Int32Array; truncated: boolean };

export const longestAnswer = 20_000;

const signs: Readonly<Record<string, string>> = {
  '’': "'",
  '‘': "'",
  '`': ' ',
  '“': '"',
  '”': '"',
  '„': '"',
  '«': '"',
  '»': '"',
  '→': '→',
  '⇒': '→',
  '➜': '→',
  '➔': '→',
  '⟶': '→',
  '•': '\u2022',
  '◦': '\u2022',
  '▪': '\u2022',
  '●': '\u2022',
  '·': '\u2022',
  '–': '\u2013',
  '—': '\u2013',
  '−': '-',
  '\u00a0': ' ',
  '\t': ' ',
  '×': '*',
  '≈': '~',
  '≤': '<',
  '≥': '>',
  '…': '.',
};

/**
 * Lower-cases a text, takes accents off letters, unifies quotes, arrows, bullets and full-width forms (NFKC),
 * and cuts it at 20,000 characters. Offsets into the given text are kept for every character.
 */
export function foldText(given: string): FoldedText {
  const truncated = given.length > longestAnswer;
  const source = truncated ? given.slice(0, longestAnswer) : given;
  const pieces: string[] = [];
  const origin: number[] = [];
  let at = 0;
  for (const character of source) {
    const folded = foldCharacter(character);
    pieces.push(folded);
    for (let i = 0; i < folded.length; i += 1) origin.push(at);
    at += character.length;
  }
  origin.push(source.length);
  return { text: pieces.join(''), origin: Int32Array.from(origin), truncated };
}

function foldCharacter(character: string): string {
  const code = character.charCodeAt(0);
  if (code < 128 && character !== '`' && character !== '\t') {
    return code >= 65 && code <= 90 ? character.toLowerCase() : character;
  }
  const sign = signs[character];
  if (sign !== undefined) return sign;
  return character.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}
