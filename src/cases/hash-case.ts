/** A fingerprint of any plain value in 16 hex digits (FNV-1a, 64 bits): the order of keys does not count, everything else does. */
export function hashValue(value: unknown): string {
  return fnv1a64(canonicalJson(value));
}

/** Writes a value as JSON with sorted keys, so that equal values are equal texts. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value).filter(([, inside]) => inside !== undefined);
  const sorted = entries.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${sorted.map(([key, inside]) => `${JSON.stringify(key)}:${canonicalJson(inside)}`).join(',')}}`;
}

/** FNV-1a over the UTF-8 bytes of a text. @example fnv1a64('foobar') // '85944171f73967e8' */
export function fnv1a64(text: string): string {
  let high = 0xcbf29ce4;
  let low = 0x84222325;
  for (const byte of new TextEncoder().encode(text)) {
    low = (low ^ byte) >>> 0;
    // The prime is 2^40 + 0x1b3: a shift by 40 bits, and a product that stays below 2^53 in each half.
    const product = low * 0x1b3;
    const carry = Math.floor(product / 0x100000000);
    high = (high * 0x1b3 + carry + low * 0x100) % 0x100000000;
    low = product % 0x100000000;
  }
  return hex(high) + hex(low);
}

function hex(half: number): string {
  return half.toString(16).padStart(8, '0');
}
