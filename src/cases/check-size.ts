import { Lexer } from 'yaml';
import type { Fault } from './located.ts';

const largestTextUnits = 1_000_000;
const mostTokens = 200_000;
const deepest = 40;

/** Refuses a text that is too large, has too many parts or is nested too deeply for any case study, before it is parsed. */
export function checkSize(text: string): Fault | undefined {
  if (text.length > largestTextUnits) {
    return {
      at: 0,
      what: `the file is ${(text.length / 1e6).toFixed(1)} MB long; 1 MB is the most that is read`,
      mend: 'Split it into several case studies.',
    };
  }
  let count = 0;
  let at = 0;
  const depth = new DepthGauge();
  for (const token of new Lexer().lex(text)) {
    // The lexer marks documents, scalars and flow ends by characters that are not in the text.
    if (markers.has(token)) continue;
    if (++count > mostTokens)
      return { at, what: `the file has more than ${mostTokens} parts`, mend: 'Split it into several case studies.' };
    if (depth.enter(token) > deepest)
      return {
        at,
        what: `the file is nested more than ${deepest} levels deep here`,
        mend: 'A case study needs ten levels at most; look for a bracket or a dash that repeats.',
      };
    at += token.length;
  }
  return undefined;
}

const markers = new Set(['\u0002', '\u0018', '\u001f', '\ufeff']);

/** Follows how deep a parser would have to go: open brackets, indents, and dashes on one line. */
class DepthGauge {
  private brackets = 0;
  private dashes = 0;
  private column = 0;
  private fresh = true;
  private indents: number[] = [];

  enter(token: string): number {
    if (token.includes('\n')) {
      this.column = token.length - token.lastIndexOf('\n') - 1;
      this.dashes = 0;
      this.fresh = true;
      return 0;
    }
    if (token === '[' || token === '{') this.brackets++;
    else if (token === ']' || token === '}') this.brackets = Math.max(0, this.brackets - 1);
    else if (this.brackets === 0 && (token === '-' || token === '?' || token === ':')) this.dashes++;
    if (this.fresh && token.trim() !== '') this.indent();
    this.column += token.length;
    return this.brackets + this.dashes + this.indents.length;
  }

  private indent(): void {
    this.fresh = false;
    while ((this.indents.at(-1) ?? -1) >= this.column) this.indents.pop();
    this.indents.push(this.column);
  }
}
