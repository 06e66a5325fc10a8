import type { Sentence } from './sentences.ts';
import type { Token } from './token.ts';

const longestBareMs = 999;
const counted = /^(top|first|last|best|few|some|of|over|from|every|step|version|gpu|gpus|cores?)$/u;

/**
 * In "a budget of 200 ms: 10 query encoding, 40 ANN, 90 ranking" the unit stands once. A bare number of a stretch
 * that names milliseconds is read as milliseconds too, unless a plural says what it counts ("300 candidates").
 */
export function shareUnits(tokens: readonly Token[], sentences: readonly Sentence[]): Token[] {
  const timed = new Set<number>();
  for (const { from, to, stretch } of sentences) {
    if (tokens.slice(from, to).some((token) => token.quantities.some((one) => one.kind === 'latency')))
      timed.add(stretch);
  }
  if (timed.size === 0) return [...tokens];
  const stretchOf = new Int32Array(tokens.length);
  for (const { from, to, stretch } of sentences) stretchOf.fill(stretch, from, to);
  return tokens.map((token, index) => {
    const value = bareValue(token);
    if (value === undefined || !timed.has(stretchOf[index] ?? -1) || countsThings(tokens, index)) return token;
    return { ...token, quantities: [...token.quantities, { value: value / 1000, kind: 'latency' }] };
  });
}

function bareValue({ text, quantities, span }: Token): number | undefined {
  const only = quantities.length === 1 && span === 1 ? quantities[0] : undefined;
  const whole = only?.kind === 'count' && /^\d+$/u.test(text) && only.value >= 1 && only.value <= longestBareMs;
  return whole ? only.value : undefined;
}

function countsThings(tokens: readonly Token[], index: number): boolean {
  const before = tokens[index - 1]?.text ?? '';
  const after = tokens[index + 1];
  return counted.test(before) || (after !== undefined && after.gap.trim() === '' && /[^s]s$/u.test(after.text));
}
