import { safeText } from './safe-text.ts';

const names: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text that HTML and SVG show as it is, without what could steer a reader's eye or end an attribute. */
export function escapeHtml(text: string): string {
  return safeText(text).replace(/[&<>"']/gu, (one) => names[one] ?? one);
}
