import { glyphsFor } from '../render/glyphs.ts';
import { paletteFor, type Paint } from '../render/palette.ts';

/** How prompts look: the few paints and marks that they share. */
export type PromptLook = {
  strong: Paint;
  faint: Paint;
  chosen: Paint;
  bar: string;
  barUp: string;
  barDown: string;
  pointer: string;
  arrow: string;
  dot: string;
  cut: string;
  upDown: string;
};

/** The look for a terminal; without colour every paint leaves its text alone, and the marks still tell. */
export function promptLook(terminal: { color: boolean; unicode: boolean }): PromptLook {
  const palette = paletteFor(terminal);
  const glyphs = glyphsFor(terminal);
  const marks = terminal.unicode
    ? { barUp: '↑', barDown: '↓', pointer: '›', arrow: '→', dot: '·', upDown: '↑ ↓' }
    : { barUp: '^', barDown: 'v', pointer: '>', arrow: '->', dot: '-', upDown: 'Up, Down' };
  return {
    strong: palette.strong,
    faint: palette.faint,
    chosen: palette.code,
    bar: glyphs.quoteBar,
    cut: glyphs.ellipsis,
    ...marks,
  };
}
