/** How a page may be drawn; decided once by whoever knows the terminal. */
export type Look = { columns: number; color: boolean; unicode: boolean; plain: boolean };

const narrowest = 20;

/** The columns to draw in: never fewer than a word needs. */
export function drawnColumns(look: Look): number {
  return Math.max(narrowest, Math.floor(look.columns));
}
