import type { Fault } from './located.ts';

/**
 * Finds the characters that could steer a terminal, reorder a line, or show that a file is not UTF-8 text:
 * controls except newline and tab, bidi overrides and isolates, lone surrogates, the replacement character.
 */
export function forbiddenCharacters(text: string): { index: number; name: string }[] {
  return [...text.matchAll(forbidden)].map((match) => ({ index: match.index, name: nameOf(match[0]) }));
}

/** The faults of a text's raw characters; after a dozen only their number is told. */
export function characterFaults(text: string): Fault[] {
  const found = forbiddenCharacters(text);
  const faults = found
    .slice(0, mostTold)
    .map(({ index, name }) => ({ at: index, what: `the text holds ${name}`, mend: mendFor(name) }));
  const more = found.length - mostTold;
  const last = found[mostTold];
  if (last && more > 0)
    faults.push({ at: last.index, what: `${more} more such characters`, mend: 'Save the file as plain UTF-8 text.' });
  return faults;
}

/** The fault of a value whose escapes (`"\x1b"`) spell a character that is not allowed. */
export function escapedCharacterFault(value: string, at: number): Fault | undefined {
  const [first] = forbiddenCharacters(value);
  return first && { at, what: `an escape in this text spells ${first.name}`, mend: 'Leave the escape out.' };
}

/** The text with each forbidden character replaced by a visible one. */
export function replaceForbidden(text: string): string {
  return text.replace(forbidden, '\ufffd');
}

const forbidden = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufffd]|\p{Cs}/gu;
const mostTold = 12;

function nameOf(character: string): string {
  const code = character.charCodeAt(0);
  const number = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
  if (code === 0x1b) return `an escape character (${number}), which steers terminals`;
  if (code === 0x0d) return `a carriage return (${number}) inside a line`;
  if (code === 0xfffd) return `a replacement character (${number}), left where bytes were not UTF-8`;
  if (code >= 0xd800 && code <= 0xdfff) return `half of a character (${number})`;
  return code >= 0x2000
    ? `a bidi control (${number}), which reorders what is shown`
    : `a control character (${number})`;
}

function mendFor(name: string): string {
  return name.startsWith('a replacement')
    ? 'Save the file as UTF-8 and type the character again.'
    : 'Delete it; editors show such characters on request.';
}
