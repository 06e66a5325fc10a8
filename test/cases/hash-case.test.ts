import { describe, expect, it } from 'vitest';
import { canonicalJson, fnv1a64, hashValue } from '../../src/cases/hash-case.ts';

describe('fnv1a64', () => {
  // Known values of 64-bit FNV-1a from the reference vectors of its authors.
  it.each([
    ['', 'cbf29ce484222325'],
    ['a', 'af63dc4c8601ec8c'],
    ['b', 'af63df4c8601f1a5'],
    ['foobar', '85944171f73967e8'],
  ])('of "%s" is %s', (text, hash) => {
    expect(fnv1a64(text)).toBe(hash);
  });
});

describe('hashValue', () => {
  it('does not see the order of keys, and sees the order of lists', () => {
    expect(hashValue({ a: 1, b: [1, 2] })).toBe(hashValue({ b: [1, 2], a: 1 }));
    expect(hashValue({ a: 1, b: [1, 2] })).not.toBe(hashValue({ a: 1, b: [2, 1] }));
    expect(hashValue({ a: undefined })).toBe(hashValue({}));
  });

  it('tells a text from a number', () => {
    expect(canonicalJson({ b: '1', a: [1, null, true] })).toBe('{"a":[1,null,true],"b":"1"}');
    expect(hashValue('1')).not.toBe(hashValue(1));
  });
});
