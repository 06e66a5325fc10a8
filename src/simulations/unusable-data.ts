/** Data of one's own that a simulation cannot use: what was found, and the way out. Told as a fault of the file. */
export class UnusableData extends Error {
  readonly mend: string;

  constructor(what: string, mend: string) {
    super(what);
    this.name = 'UnusableData';
    this.mend = mend;
  }
}
