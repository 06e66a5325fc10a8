import type { Tone } from '../page.ts';
import type { Look } from './look.ts';

/** Every mark that is drawn and is not a word, in Unicode or in ASCII. */
export type Glyphs = {
  tones: Readonly<Record<Tone, string>>;
  bullet: string;
  quoteBar: string;
  rule: string;
  next: string;
  info: string;
  warning: string;
  barFull: string;
  barPossible: string;
  barEmpty: string;
  barMark: string;
  ellipsis: string;
};

const unicode: Glyphs = {
  tones: { good: '●', middling: '◐', doubtful: '?', absent: '○', strong: '', faint: '', warning: '▲' },
  bullet: '•',
  quoteBar: '│',
  rule: '─',
  next: '→',
  info: '·',
  warning: '▲',
  barFull: '█',
  barPossible: '▒',
  barEmpty: '░',
  barMark: '┃',
  ellipsis: '…',
};

const ascii: Glyphs = {
  tones: { good: '+', middling: '~', doubtful: '?', absent: '-', strong: '', faint: '', warning: '!' },
  bullet: '-',
  quoteBar: '|',
  rule: '-',
  next: '->',
  info: '*',
  warning: '!',
  barFull: '#',
  barPossible: '+',
  barEmpty: '.',
  barMark: '|',
  ellipsis: '...',
};

/** The marks that this terminal can draw. */
export function glyphsFor(look: Pick<Look, 'unicode'>): Glyphs {
  return look.unicode ? unicode : ascii;
}

const asciiTwins: Readonly<Record<string, string>> = {
  '→': '->',
  '←': '<-',
  '↔': '<->',
  '≤': '<=',
  '≥': '>=',
  '≠': '!=',
  '≈': '~',
  '×': 'x',
  '÷': '/',
  '−': '-',
  '–': '-',
  '—': '-',
  '…': '...',
  '·': '-',
  '•': '-',
  '“': '"',
  '”': '"',
  '‘': "'",
  '’': "'",
  '\u00A0': ' ',
};

/** Our own typography in ASCII where Unicode cannot be drawn; letters of other scripts stay as they are. */
export function drawable(text: string, look: Pick<Look, 'unicode'>): string {
  return look.unicode ? text : text.replace(/[→←↔≤≥≠≈×÷−–—…·•“”‘’\u00A0]/gu, (one) => asciiTwins[one] ?? one);
}
