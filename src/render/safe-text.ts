const escapeSequences =
  /(?:\u001B\[|\u009B)[0-?]*[ -/]*[@-~]|(?:\u001B\]|\u009D)[^\u0007\u001B\u009C\n]*(?:\u0007|\u001B\\|\u009C)|\u001B[ -/]+[0-~]|\u001B[0-Z^-~]/gu;
const controls = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069\uFEFF]/gu;

/** Text without what could steer a terminal or reorder a line: control characters, escape sequences, bidi overrides. */
export function safeText(text: string): string {
  return text
    .replace(escapeSequences, '')
    .replace(/\r\n?|\u2028|\u2029|\u0085/gu, '\n')
    .replace(controls, '')
    .replace(/[\uD800-\uDFFF]/gu, '\uFFFD');
}

/** Safe text on one line: newlines and tabs become spaces. */
export function safeLine(text: string): string {
  return safeText(text).replace(/\s*[\n\t]+\s*/gu, ' ');
}
