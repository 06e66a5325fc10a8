import { describe, expect, it } from 'vitest';
import { createBurstCollector, type Key } from '../../src/edge/key-bursts.ts';

function type(collector: ReturnType<typeof createBurstCollector>, text: string): void {
  for (const character of text) {
    if (character === '\r') collector.add('\r', { name: 'return', sequence: '\r' });
    else if (character === '\n') collector.add('\n', { name: 'enter', sequence: '\n' });
    else collector.add(character, { name: character, sequence: character });
  }
}

const key = (name: string): Key => ({ name, sequence: '\u001b[x' });

describe('key bursts', () => {
  it.each([
    ['one line and Enter is typed', ':hint\r', 'typed', ':hint\n'],
    ['Enter alone is typed', '\r', 'typed', '\n'],
    ['several lines at once were pasted', 'one\r:hint\r', 'pasted', 'one\n:hint\n'],
    ['more than anybody types at once was pasted', 'x'.repeat(400), 'pasted', 'x'.repeat(400)],
    ['a line end of two characters counts once', 'one\r\ntwo', 'pasted', 'one\ntwo'],
    ['empty lines are typed', '\r\r', 'typed', '\n\n'],
  ])('%s', (_, keys, how, text) => {
    const collector = createBurstCollector();
    type(collector, keys);
    expect(collector.take(0)).toEqual([{ kind: 'text', text, how }]);
  });

  it('takes what stands between paste marks as pasted, keys left out', () => {
    const collector = createBurstCollector();
    collector.add(undefined, key('paste-start'));
    type(collector, ':hint\r');
    collector.add('\u0004', { name: 'd', ctrl: true, sequence: '\u0004' });
    expect(collector.insidePaste).toBe(true);
    collector.add(undefined, key('paste-end'));
    expect(collector.take(0)).toEqual([{ kind: 'text', text: ':hint\n', how: 'pasted' }]);
    expect(collector.insidePaste).toBe(false);
  });

  it('takes the next piece of a long paste as pasted, and what comes later as typed', () => {
    const collector = createBurstCollector();
    type(collector, 'x'.repeat(400));
    collector.take(1000);
    type(collector, ':hint\r');
    expect(collector.take(1005)).toMatchObject([{ how: 'pasted' }]);
    type(collector, ':hint\r');
    expect(collector.take(1200)).toMatchObject([{ how: 'typed' }]);
  });

  it('keeps the order of text and keys', () => {
    const collector = createBurstCollector();
    type(collector, 'ab');
    collector.add(undefined, key('left'));
    type(collector, 'c');
    expect(collector.take(0).map((piece) => piece.kind)).toEqual(['text', 'key', 'text']);
  });
});
