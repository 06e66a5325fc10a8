import type { Quantity } from './quantity.ts';

/** A word or number of an answer. Offsets are into the given text. */
export type Token = {
  /** Folded: lower case, no accents. */
  text: string;
  stem: string;
  start: number;
  end: number;
  /** The signs between the token before and this one: spaces, punctuation, line breaks. */
  gap: string;
  /** Position among content words; tokens made from one written word share it. Function words keep the one before. */
  slot: number;
  content: boolean;
  /** Set on the first token of a number: "40" of "40 ms". */
  quantities: readonly Quantity[];
  /** How many tokens the number takes; 1 for a word. */
  span: number;
};

/** A stretch of the text that is one word or number, before words are compared. */
export type RawToken = {
  text: string;
  from: number;
  to: number;
  gap: string;
  value?: number;
  unit?: string;
  rate?: number;
  /** The pieces of a merged number, one token each. */
  parts?: readonly RawToken[];
};
