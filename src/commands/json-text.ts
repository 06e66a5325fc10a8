/** Changes when the meaning or the name of a field in any JSON output changes. */
export const schemaVersion = 1;

/** A JSON document for other programs: `schemaVersion` first, indented, ending in a newline. */
export function jsonText(value: object): string {
  return `${escaped(JSON.stringify({ schemaVersion, ...value }, null, 2))}\n`;
}

/** The same on one line, for batches; the caller decides which keys come first. */
export function jsonLine(value: object): string {
  return `${escaped(JSON.stringify(value))}\n`;
}

/** JSON leaves C1 controls and bidi overrides as they are: they must not reach a terminal raw. */
function escaped(json: string): string {
  return json.replace(/[\u007F-\u009F\u202A-\u202E\u2066-\u2069]/gu, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}
