/** A number as a person guesses it: "98 %", "0.98", "1,200", "3x"; undefined for what is none. */
export function readGuess(typed: string): number | undefined {
  const text = typed
    .replaceAll(',', '')
    .replace(/(?:%|x|ms|bytes)\s*$/iu, '')
    .trim();
  return text === '' || !Number.isFinite(Number(text)) ? undefined : Number(text);
}
