/** A key as Node's decoder reports it. */
export type Key = {
  name?: string | undefined;
  sequence?: string | undefined;
  ctrl?: boolean | undefined;
  meta?: boolean | undefined;
  shift?: boolean | undefined;
};

/** A run of text, or a key that is no text. Enter is the text "\n". */
export type KeyPiece = { kind: 'text'; text: string; how: 'typed' | 'pasted' } | { kind: 'key'; key: Key };

/** Gathers the keys that arrive together, so that a paste is one change and one drawing. */
export type BurstCollector = {
  add: (text: string | undefined, key: Key) => void;
  /** True between the terminal's marks for the start and the end of a paste. */
  readonly insidePaste: boolean;
  take: (nowMs: number) => readonly KeyPiece[];
};

const longestTypedBurst = 300;
const pasteGapMs = 10;
const notText = new Set(['backspace', 'delete', 'escape', 'paste-start', 'paste-end']);

/** Makes a collector. */
export function createBurstCollector(): BurstCollector {
  let pieces: KeyPiece[] = [];
  let insidePaste = false;
  let sawReturn = false;
  let lastPasteMs = -Infinity;

  const addText = (text: string) => {
    const how = insidePaste ? 'pasted' : 'typed';
    const last = pieces.at(-1);
    if (last?.kind === 'text' && last.how === how) last.text += text;
    else pieces.push({ kind: 'text', text, how });
  };

  return {
    add(text, key) {
      const afterReturn = sawReturn;
      sawReturn = key.name === 'return';
      if (key.name === 'paste-start' || key.name === 'paste-end') insidePaste = key.name === 'paste-start';
      else if (key.name === 'enter' && afterReturn) return;
      else if (key.name === 'return' || key.name === 'enter') addText('\n');
      else if (isText(text, key)) addText(text);
      else if (!insidePaste && !isEcho(text, key)) pieces.push({ kind: 'key', key });
    },
    get insidePaste() {
      return insidePaste;
    },
    take(nowMs) {
      const goesOn = nowMs - lastPasteMs < pasteGapMs;
      const taken = pieces.map((piece) => asArrived(piece, goesOn));
      pieces = [];
      if (taken.some((piece) => piece.kind === 'text' && piece.how === 'pasted')) lastPasteMs = nowMs;
      return taken;
    },
  };
}

/** A terminal without paste marks sends a paste like typing, only faster than anybody types. */
function asArrived(piece: KeyPiece, goesOn: boolean): KeyPiece {
  if (piece.kind === 'key') return piece;
  const lineEnd = piece.text.indexOf('\n');
  const severalLines = lineEnd !== -1 && lineEnd < piece.text.length - 1 && piece.text.trim() !== '';
  const long = piece.text.length > longestTypedBurst;
  return severalLines || long || (goesOn && piece.text.length > 1) ? { ...piece, how: 'pasted' } : piece;
}

function isText(text: string | undefined, key: Key): text is string {
  return typeof text === 'string' && text !== '' && !key.ctrl && !key.meta && !notText.has(key.name ?? '');
}

/** A bare name of one character has been reported before, as text. */
function isEcho(text: string | undefined, key: Key): boolean {
  return !text && !key.sequence && !key.ctrl && !key.meta && [...(key.name ?? '')].length === 1;
}
