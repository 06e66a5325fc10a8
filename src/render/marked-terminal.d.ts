declare module 'marked-terminal' {
  import type { MarkedExtension } from 'marked';

  /** The package has no types of its own; only this is used. */
  export function markedTerminal(options: Record<string, unknown>, highlight: Record<string, unknown>): MarkedExtension;
}
