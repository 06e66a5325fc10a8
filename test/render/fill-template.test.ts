import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fillTemplate } from '../../src/render/fill-template.ts';
import { sheetSlots } from '../../src/views/sheet-parts.ts';

describe('a frame', () => {
  it('is filled slot by slot, and what is filled in is not read again', () => {
    expect(fillTemplate('a {{x}} {{ y }} {{x}} $&', { x: '{{y}}', y: '$1' })).toEqual({
      ok: true,
      value: 'a {{y}} $1 {{y}} $&',
    });
  });

  it.each([
    ['a\n\n{{x}}\n\nb', 'a\n\nb'],
    ['a\r\n\r\n{{ x }}\r\n\r\nb', 'a\r\n\r\nb'],
    ['a\n{{x}}', 'a\n'],
    ['a {{x}}\n\nb', 'a \n\nb'],
  ])('leaves no gap where a slot alone on its line is empty: %j', (frame, value) => {
    expect(fillTemplate(frame, { x: '' })).toEqual({ ok: true, value });
  });

  it('tells every unknown slot with line and column', () => {
    const filling = fillTemplate('a\nbc {{tittle}} {{x}}\n{{}}', { title: 't', x: 'x' }, 'my.md');
    expect(filling.ok).toBe(false);
    if (filling.ok) return;
    expect(filling.problems.map((one) => one.where)).toEqual([
      { file: 'my.md', line: 2, column: 4 },
      { file: 'my.md', line: 3, column: 1 },
    ]);
    expect(filling.problems[0]?.what).toBe('the slot {{tittle}} is not known');
    expect(filling.problems[0]?.mend).toContain('{{title}}, {{x}}');
  });

  it.each(['constructor', '__proto__', 'toString'])('knows no slot {{%s}} by accident', (name) => {
    expect(fillTemplate(`{{${name}}}`, {}).ok).toBe(false);
  });

  it.each(['answer-sheet.md', 'report.html'])('of the project uses every slot of a sheet: %s', (file) => {
    const text = readFileSync(new URL(`../../templates/${file}`, import.meta.url), 'utf8');
    for (const slot of ['title', ...sheetSlots]) expect(text).toContain(`{{${slot}}}`);
    const slots = Object.fromEntries(['title', 'style', ...sheetSlots].map((slot) => [slot, 'x']));
    expect(fillTemplate(text, slots, file).ok).toBe(true);
  });
});
