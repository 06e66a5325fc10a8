import type { YAMLError } from 'yaml';
import type { Fault } from './located.ts';

/** A fault of the YAML itself, in words, with the way out. */
export function syntaxFault(error: YAMLError, text: string): Fault {
  const at = error.pos[0];
  const open = unclosedBracket(error, text);
  if (open !== undefined) return { at: open, ...notClosed(text[open] ?? '[') };
  const character = text[at];
  const [what, mend] = wordsFor(error, character);
  return { at, what, mend };
}

function wordsFor(error: YAMLError, character: string | undefined): readonly [string, string] {
  const known = words[error.code];
  if (known) return known;
  if (/nresolved alias/u.test(error.message)) return signAtStart('*');
  if (character === '@' || character === '`' || character === '%') return signAtStart(character);
  return [`this is not YAML: ${lowerFirst(error.message)}`, quoteIt];
}

/** Where the bracket stands that a fault of the indent comes from; nothing for any other fault. */
function unclosedBracket(error: YAMLError, text: string): number | undefined {
  if (error.code !== 'BAD_INDENT' || !/^Flow /u.test(error.message)) return undefined;
  let closed = 0;
  for (let at = Math.min(error.pos[0], text.length) - 1; at >= 0; at -= 1) {
    const sign = text[at] ?? '';
    if (sign === ']' || sign === '}') closed += 1;
    else if ((sign === '[' || sign === '{') && closed-- === 0) return at;
  }
  return undefined;
}

function notClosed(bracket: string): { what: string; mend: string } {
  const [kind, end] = bracket === '[' ? ['list', ']'] : ['map', '}'];
  return {
    what: `the ${kind} that begins here with "${bracket}" is not closed`,
    mend: `Close it with "${end}"; its lines are indented deeper than the key that it belongs to. A text that begins with "${bracket}" needs quotes.`,
  };
}

function signAtStart(sign: string): readonly [string, string] {
  return [`a text begins with "${sign}", which means something else in YAML`, 'Put the text in quotes.'];
}

function lowerFirst(message: string): string {
  const line = message.split('\n')[0] ?? message;
  return `${line.slice(0, 1).toLowerCase()}${line.slice(1, 140)}`;
}

const quoteIt = 'Look at the indent of this line and the one above; a text with ": " or " #" in it needs quotes.';

const words: Partial<Record<YAMLError['code'], readonly [string, string]>> = {
  TAB_AS_INDENT: ['a tab is used to indent', 'Indent with two spaces instead.'],
  BAD_INDENT: ['this line is indented differently from its neighbours', 'Line it up: two spaces for each level.'],
  BLOCK_AS_IMPLICIT_KEY: [
    'a second ": " stands in one line',
    'Put the text after the first ": " in quotes, or start a new line.',
  ],
  MULTILINE_IMPLICIT_KEY: [
    'a text goes on in the next line without being a value',
    'Write "key: >" and indent the text below it, or put the text in quotes.',
  ],
  MISSING_CHAR: [
    'a sign is missing here: a colon, a comma, a quote or a closing bracket',
    'Close what was opened on this line or above; put texts with commas or colons in quotes.',
  ],
  UNEXPECTED_TOKEN: ['a sign stands where none is expected', quoteIt],
  BLOCK_IN_FLOW: [
    'a list with dashes stands inside brackets',
    'Use one style: [one, two], or dashes on lines of their own.',
  ],
  BAD_DQ_ESCAPE: [
    'a backslash in double quotes is not followed by a known escape',
    'Use single quotes, or write the backslash twice.',
  ],
  BAD_SCALAR_START: ['a text begins with a sign that means something else in YAML', 'Put the text in quotes.'],
  DUPLICATE_KEY: ['a key stands twice', 'Keep one of the two.'],
  MULTIPLE_ANCHORS: ['an anchor stands here', 'Leave it out; write the text where it is needed.'],
  MULTIPLE_TAGS: ['a tag stands here', 'Leave it out; put texts that begin with "!" in quotes.'],
  TAG_RESOLVE_FAILED: ['a tag ("!…") stands here', 'Leave it out; put texts that begin with "!" in quotes.'],
  KEY_OVER_1024_CHARS: [
    'a key is longer than 1024 characters',
    'Close the quotes or the bracket that was opened before it.',
  ],
};
