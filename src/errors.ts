/** A fault that the person at the keyboard can mend: one sentence, and one way out. */
export class UserError extends Error {
  readonly hint: string;
  readonly exitCode: 1 | 2;

  /**
   * @param message what was found and what was expected, one sentence
   * @param hint the next step, printed after "Try:"
   * @param exitCode 2 when the command line cannot be served as typed, 1 when the machine or a file is at fault
   */
  constructor(message: string, hint: string, exitCode: 1 | 2 = 1, options?: ErrorOptions) {
    super(message, options);
    this.name = 'UserError';
    this.hint = hint;
    this.exitCode = exitCode;
  }
}
