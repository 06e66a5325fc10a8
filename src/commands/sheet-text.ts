import type { Reading } from '../domain/problem.ts';
import type { Page } from '../page.ts';
import { escapeHtml } from '../render/escape-html.ts';
import { escapeInline } from '../render/escape-markdown.ts';
import { fillTemplate } from '../render/fill-template.ts';
import { htmlStyle } from '../render/html-style.ts';
import { renderHtmlPart } from '../render/html.ts';
import { renderMarkdown } from '../render/markdown.ts';
import type { Sheet } from '../views/sheet.ts';
import { sheetParts, sheetSlots } from '../views/sheet-parts.ts';

export type SheetFormat = 'md' | 'html';

/** Fills a frame with the parts of a sheet; a slot that nobody knows is a problem with its place. */
export function sheetText(sheet: Sheet, format: SheetFormat, frame: { text: string; file: string }): Reading<string> {
  const parts = sheetParts(sheet);
  const render: (page: Page) => string = format === 'html' ? renderHtmlPart : renderMarkdown;
  const title = format === 'html' ? escapeHtml(parts.title) : escapeInline(parts.title);
  const style: Record<string, string> = format === 'html' ? { style: htmlStyle } : {};
  const slots = Object.fromEntries(sheetSlots.map((slot) => [slot, render(parts[slot]).trim()]));
  const filling = fillTemplate(frame.text, { title, ...slots, ...style }, frame.file);
  return filling.ok ? { ok: true, value: `${filling.value.trim()}\n` } : filling;
}
