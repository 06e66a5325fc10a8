import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isoTime, timeStamp } from '../../src/domain/iso-time.ts';

test.each([
  [0, '1970-01-01T00:00:00.000Z'],
  [951_782_400_000, '2000-02-29T00:00:00.000Z'],
  [1_767_323_045_006, '2026-01-02T03:04:05.006Z'],
])('%i milliseconds are %s', (ms, text) => {
  expect(isoTime(ms)).toBe(text);
});

test('every moment until 9999 is written as the platform writes it', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 253_402_300_799_999 }), (ms) => {
      expect(isoTime(ms)).toBe(new Date(ms).toISOString());
    }),
  );
});

test('a stamp is a moment as digits', () => {
  expect(timeStamp('2025-11-20T23:52:07.000Z')).toBe('20251120-235207');
});
