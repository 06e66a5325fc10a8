import type { StepId } from '../../domain/step.ts';
import type { StemText } from '../copied.ts';
import type { CompiledItem, CompiledPattern } from './compile-pattern.ts';

/** The parts of a case that have a language of their own: the steps, and the facts that are asked for. */
export type LanguagePart = StepId | 'facts';

/**
 * A language as JSON, made at build: nothing is parsed or stemmed when the program starts. Compiling a step of fifty
 * patterns an element from its YAML patterns costs tens of milliseconds cold, reading this about two.
 */
export type CompiledLanguage = {
  /** The runs of the lexicon in the order of their numbers: "invert index", "retriev*". */
  runs: readonly string[];
  /** By the key under which `packCase` names them. */
  patterns: Readonly<Record<string, PatternData>>;
  /** The glossary's concepts that the patterns name, by the keys of their patterns. */
  concepts: Readonly<Record<string, ConceptData>>;
  /** The literal words of all patterns: what typos are repaired to. */
  vocabulary: readonly string[];
  /** Of a step: what everybody can read on the screen. */
  printed?: PrintedTexts;
};

export type PrintedTexts = { question: StemText; criteria: StemText };

export type ConceptData = { finds: readonly string[]; blocks: readonly string[] };
export type PatternData = { items: readonly ItemData[]; slack: number; ordered?: true };
type ItemData = { words: readonly number[]; others?: readonly OtherData[] };
type OtherData = Record<string, unknown>;

/** A compiled pattern as JSON can hold it: open bounds are left out. */
export function patternData(pattern: CompiledPattern): PatternData {
  const items = pattern.items.map(({ words, others }): ItemData => ({
    words: [...words],
    ...(others.length > 0 ? { others: others.map(otherData) } : {}),
  }));
  return { items, slack: pattern.slack, ...(pattern.ordered ? { ordered: true as const } : {}) };
}

/** The pattern behind its data. */
export function patternFromData(source: string, data: PatternData): CompiledPattern {
  const items = data.items.map(({ words, others = [] }): CompiledItem => ({
    words: Int32Array.from(words),
    others: others.map((other) =>
      other['kind'] === 'number' ? { from: -Infinity, to: Infinity, ...other } : other,
    ) as unknown as CompiledItem['others'],
  }));
  return { source, items, slack: data.slack, ordered: data.ordered === true };
}

function otherData(other: CompiledItem['others'][number]): OtherData {
  return Object.fromEntries(Object.entries(other).filter(([, value]) => Math.abs(Number(value)) !== Infinity));
}
