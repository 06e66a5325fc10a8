/** A run of words inside a paragraph. */
export type Span =
  | { kind: 'text'; text: string }
  | { kind: 'code'; text: string }
  | { kind: 'strong'; spans: readonly Span[] }
  | { kind: 'emphasis'; spans: readonly Span[] }
  | { kind: 'link'; href: string; spans: readonly Span[] };

/** Letters and digits by their ranges: classes such as \p{L} take a millisecond to compile at each start. */
const word = String.raw`0-9A-Za-z\u00AA\u00B5\u00BA\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u1FFF\u2C00-\u2DFF\u3005-\uD7FF\uF900-\uFDFF\uFE70-\uFFDC`;
const mark = /[\\`*_[<]/u;
const pieces = new RegExp(
  [
    '\\\\(?<escaped>[\\\\`*_{}[\\]()#+.!|<>~&-])',
    '(?<ticks>`+)(?<code>.*?[^`])\\k<ticks>(?!`)',
    String.raw`\*\*(?=\S)(?<strong>.+?\S|\S)\*\*`,
    String.raw`(?<![${word}*])\*(?=[^\s*])(?<star>[^*]*?[^\s*])\*(?![${word}*])`,
    String.raw`(?<![${word}_])_(?=[^\s_])(?<under>[^_]*?[^\s_])_(?![${word}_])`,
    String.raw`\[(?<label>[^[\]]+)\]\((?<href>(?:[^()\s]|\([^()\s]*\))+)\)`,
    String.raw`<(?<auto>https?://[^\s<>]+)>`,
  ].join('|'),
  'su',
);

/** Reads bold, emphasis, code and links; a mark that closes nothing is an ordinary character. */
export function readInline(text: string): Span[] {
  if (!mark.test(text)) return text === '' ? [] : [{ kind: 'text', text }];
  const spans: Span[] = [];
  let rest = text;
  for (let match = pieces.exec(rest); match; match = pieces.exec(rest)) {
    addText(spans, rest.slice(0, match.index));
    addPiece(spans, match.groups ?? {});
    rest = rest.slice(match.index + match[0].length);
  }
  addText(spans, rest);
  return spans;
}

function addPiece(spans: Span[], found: Record<string, string | undefined>): void {
  const { escaped, code, strong, star, under, label, href, auto } = found;
  if (escaped !== undefined) addText(spans, escaped);
  else if (code !== undefined) spans.push({ kind: 'code', text: code.trim() });
  else if (strong !== undefined) spans.push({ kind: 'strong', spans: readInline(strong) });
  else if (href !== undefined) spans.push({ kind: 'link', href, spans: readInline(label ?? href) });
  else if (auto !== undefined) spans.push({ kind: 'link', href: auto, spans: [{ kind: 'text', text: auto }] });
  else spans.push({ kind: 'emphasis', spans: readInline(star ?? under ?? '') });
}

function addText(spans: Span[], text: string): void {
  const last = spans.at(-1);
  if (text === '') return;
  if (last?.kind === 'text') spans[spans.length - 1] = { kind: 'text', text: last.text + text };
  else spans.push({ kind: 'text', text });
}

/** The words alone, without marks. */
export function spansText(spans: readonly Span[]): string {
  return spans.map((span) => ('text' in span ? span.text : spansText(span.spans))).join('');
}

const allowedLink = /^(?:https?:\/\/|mailto:)[^\s"'<>\\]+$/iu;

/** Tells whether a link may be followed: http, https and mail only. */
export function isAllowedLink(href: string): boolean {
  return allowedLink.test(href);
}
