import { describe, expect, test } from 'vitest';
import { presetsOf, valuesOf, type PresetParameter } from '../../src/domain/simulation-presets.ts';

const parameters: readonly PresetParameter[] = [
  {
    kind: 'number',
    name: 'd',
    about: '',
    default: 32,
    from: 4,
    to: 256,
    whole: true,
    said: { before: ['d', 'dimension'], after: ['d', 'dim', 'dimensional'] },
  },
  { kind: 'number', name: 'm', about: '', default: 8, from: 4, to: 48, whole: true },
  { kind: 'number', name: 'ef-construction', about: '', default: 64, from: 16, to: 500, whole: true },
  { kind: 'number', name: 'n', about: '', default: 5000, from: 1000, to: 1e9, whole: true },
  { kind: 'choice', name: 'kind', about: '', default: 'mean' },
  { kind: 'switch', name: 'hard', about: '', default: false },
];
const facts = [{ id: 'videos', topic: '', asked: [], value: 8e8, answer: '', open: false }] as const;

describe('the numbers that a simulation starts with', () => {
  test.each([
    ['256-d float vectors', { d: 256 }],
    ['128 dim, HNSW with M=32', { d: 128, m: 32 }],
    ['M = 16, ef construction 200', { m: 16, 'ef-construction': 200 }],
    ['efConstruction: 100', { 'ef-construction': 100 }],
    ['a dimension of 64, later 128-dimensional', { d: 128 }],
    ['768-dimensional text vectors', {}],
    ['for a 5 minute video, m 20', {}],
    ['n = 20k items', { n: 20_000 }],
    ['n=1,000,000', { n: 1_000_000 }],
    ['the 64 different servers', {}],
  ])('%s', (answer, named) => {
    expect(valuesOf(presetsOf(parameters, {}, facts, answer))).toEqual({
      d: 32,
      m: 8,
      'ef-construction': 64,
      n: 5000,
      kind: 'mean',
      hard: false,
      ...named,
    });
  });

  test('the case presets numbers, choices and facts by their id; the answer goes before it', () => {
    const presets = presetsOf(parameters, { n: 'videos', d: 64, kind: 'scale', m: 1000 }, facts, '128 dim');
    expect(presets.map(({ name, value, from }) => [name, value, from])).toEqual([
      ['d', 128, 'answer'],
      ['m', 8, 'default'],
      ['ef-construction', 64, 'default'],
      ['n', 8e8, 'case'],
      ['kind', 'scale', 'case'],
      ['hard', false, 'default'],
    ]);
  });
});
