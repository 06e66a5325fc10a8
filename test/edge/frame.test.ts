import xterm from '@xterm/headless';
import { describe, expect, it } from 'vitest';
import { erase, eraseReflowed, paint, type Frame } from '../../src/edge/frame.ts';

const screenRows = 8;

async function screenAfter(...writes: string[]): Promise<{ lines: string[]; caret: [number, number] }> {
  const terminal = new xterm.Terminal({ cols: 20, rows: screenRows, allowProposedApi: true });
  for (const text of writes) await new Promise<void>((resolve) => terminal.write(text, resolve));
  const { active } = terminal.buffer;
  const lines = Array.from(
    { length: screenRows },
    (_, i) => active.getLine(active.viewportY + i)?.translateToString(true) ?? '',
  );
  while (lines.at(-1) === '') lines.pop();
  return { lines, caret: [active.cursorY, active.cursorX] };
}

const frame = (lines: string[], row: number, column: number): Frame => ({ lines, caret: { row, column } });

describe('frames', () => {
  const one = frame(['title', 'text', 'hint'], 1, 4);

  it.each<[string, Frame, string[]]>([
    ['a changed line is drawn anew', frame(['title', 'other', 'hint'], 1, 5), ['title', 'other', 'hint']],
    ['a longer frame pushes on', frame(['title', 'text', 'more', 'hint'], 2, 4), ['title', 'text', 'more', 'hint']],
    ['a shorter frame leaves nothing behind', frame(['hint'], 0, 0), ['hint']],
  ])('%s', async (_, next, expected) => {
    const { lines, caret } = await screenAfter('before\r\n', paint(undefined, one), paint(one, next));
    expect(lines).toEqual(['before', ...expected]);
    expect(caret).toEqual([1 + (next.caret?.row ?? 0), next.caret?.column]);
  });

  it('lines that did not change are not written again', () => {
    expect(paint(one, frame(['title', 'text!', 'hint'], 1, 5))).not.toContain('title');
  });

  it('a frame at the foot of the screen scrolls what stood above', async () => {
    const above = Array.from({ length: 7 }, (_, i) => `above ${i}\r\n`).join('');
    const { lines } = await screenAfter(above, paint(undefined, one));
    expect(lines).toEqual(['above 2', 'above 3', 'above 4', 'above 5', 'above 6', 'title', 'text', 'hint']);
  });

  it('erasing leaves the caret where the frame began', async () => {
    expect(await screenAfter('before\r\n', paint(undefined, one), erase(one))).toEqual({
      lines: ['before'],
      caret: [1, 0],
    });
  });

  it('counts the rows that a narrower window made of the lines above the caret', () => {
    const wide = frame(['x'.repeat(30), 'y'.repeat(15)], 1, 15);
    expect(eraseReflowed(wide, 10, (line) => line.length)).toBe('\u001b[4A\r\u001b[J');
  });
});
