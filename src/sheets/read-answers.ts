import type { Problem, Reading } from '../domain/problem.ts';
import { isStepId, stepIds, type StepId } from '../domain/step.ts';
import { readAnswersJson } from './read-answers-json.ts';
import { answerOpening, fenceOpening, isClosing } from './sheet-fences.ts';
import { readHeading, stepHeading } from './step-headings.ts';
import type { Answers, AnswerSheet } from './answer-sheet.ts';

/** Below this line of a sheet nothing is the candidate's. */
const endOfAnswer = '<!-- end of the answer: what follows is not read -->';

type Piece = { fenced: boolean; text: string };
type Section = { step: StepId | undefined; closed: boolean; loose: string[]; pieces: Piece[]; line: number };

/**
 * Reads an answer sheet, in Markdown with the seven headings or as JSON `{"clarify": "…"}`. Only the candidate's words
 * are read: what stands in the fences of the answers, and what was typed below a heading without them.
 */
export function readAnswers(text: string, file = 'answers'): Reading<AnswerSheet> {
  const given = text.replace(/^\uFEFF/u, '');
  return given.trimStart().startsWith('{') ? readAnswersJson(given, file) : new SheetReader(given, file).read();
}

class SheetReader {
  readonly #lines: readonly string[];
  readonly #file: string;
  readonly #problems: Problem[] = [];
  readonly #sections: Section[] = [];
  #caseId: string | undefined;

  constructor(text: string, file: string) {
    this.#lines = (wasWrittenWithCrlf(text) ? text.replace(/\r\n/gu, '\n') : text).split('\n');
    this.#file = file;
  }

  read(): Reading<AnswerSheet> {
    let section: Section = newSection(undefined, 0);
    for (let i = 0; i < this.#lines.length;) {
      const next = this.#openSection(i);
      if (next) {
        section = next;
        i += 1;
      } else i = this.#readLine(i, section);
    }
    for (const one of this.#sections) endLoose(one);
    if (this.#sections.length === 0)
      this.#fault(
        0,
        1,
        'no heading of a step was found',
        `Write the answers below headings such as "## ${stepHeading('clarify')}".`,
      );
    if (this.#problems.length > 0) return { ok: false, problems: this.#problems };
    return { ok: true, value: { caseId: this.#caseId, answers: this.#answers() } };
  }

  /** Starts a section where the line is a heading of a step; a heading that is nearly one is a problem. */
  #openSection(i: number): Section | undefined {
    const heading = readHeading(this.#lines[i] ?? '');
    if (!heading) return undefined;
    const current = this.#sections.at(-1);
    if (heading.kind === 'step') {
      const earlier = this.#sections.find((one) => one.step === heading.step);
      if (earlier)
        this.#fault(
          i,
          heading.column,
          `the step ${heading.step} stands here a second time`,
          `It began in line ${earlier.line}. Join the two answers below one heading.`,
        );
      const section = newSection(heading.step, i + 1);
      this.#sections.push(section);
      return section;
    }
    const inAnswer = current !== undefined && !current.closed && heading.level === 2;
    if (heading.level === 2 && (heading.kind === 'nearly' || inAnswer)) {
      const near =
        heading.kind === 'nearly' ? heading.near.map((step) => `"## ${stepHeading(step)}"`).join(' or ') : '';
      const mend = near
        ? `Did you mean ${near}?`
        : `The steps are ${stepIds.join(', ')}. A heading inside an answer is written with "###".`;
      this.#fault(i, heading.column, `"${heading.text}" is not the heading of a step`, mend);
    }
    return undefined;
  }

  /** Reads one line or one fenced block of a section, and returns the number of the next line. */
  #readLine(i: number, section: Section): number {
    const line = this.#lines[i] ?? '';
    const answer = answerOpening(line);
    if (answer) return this.#readAnswer(i, answer, section);
    if (line.trimEnd() === endOfAnswer && section.step) section.closed = true;
    if (section.step === undefined) this.#caseId ??= /^Case: `?([A-Za-z0-9][\w.-]*)`?\s*$/u.exec(line)?.[1];
    const end = fenceOpening(line) ? this.#endOfFence(i, section) : undefined;
    const last = end ?? i;
    if (!section.closed) section.loose.push(...this.#lines.slice(i, last + 1));
    return last + 1;
  }

  #readAnswer(i: number, { fence, step }: { fence: string; step: string | undefined }, section: Section): number {
    const close = this.#lines.findIndex((line, k) => k > i && isClosing(line, fence));
    const again = this.#lines.findIndex((line, k) => k > i && (answerOpening(line)?.fence.length ?? 0) >= fence.length);
    if (close < 0 || (again >= 0 && again < close)) {
      this.#fault(
        i,
        1,
        'the answer that begins here has no end',
        `Close it with a line of ${fence.length} backticks: ${fence}`,
      );
      return again > 0 ? again : this.#lines.length;
    }
    const target = step === undefined || step === section.step ? section : this.#sectionFor(step, i);
    endLoose(target);
    target.pieces.push({ fenced: true, text: this.#lines.slice(i + 1, close).join('\n') });
    return close + 1;
  }

  /** An answer that names another step than its heading belongs to the step that it names. */
  #sectionFor(step: string, i: number): Section {
    if (!isStepId(step)) {
      this.#fault(i, 1, `"${step}" is no step`, `The steps are ${stepIds.join(', ')}.`);
      return newSection(undefined, i + 1);
    }
    const known = this.#sections.find((one) => one.step === step);
    if (known) return known;
    const section = { ...newSection(step, i + 1), closed: true };
    this.#sections.unshift(section);
    return section;
  }

  /** The last line of a fenced block; a fence that was left over when its partner was deleted is an ordinary line. */
  #endOfFence(i: number, section: Section): number | undefined {
    const fence = fenceOpening(this.#lines[i] ?? '') ?? '';
    for (let k = i + 1; k < this.#lines.length; k++) {
      const line = this.#lines[k] ?? '';
      if (isClosing(line, fence)) return k;
      const heading = readHeading(line);
      if (
        !section.closed &&
        section.step !== undefined &&
        ((heading?.kind === 'step' && heading.asWritten) || answerOpening(line))
      )
        return undefined;
    }
    return section.closed ? this.#lines.length - 1 : undefined;
  }

  #fault(i: number, column: number, what: string, mend: string): void {
    this.#problems.push({ where: { file: this.#file, line: i + 1, column }, what, mend });
  }

  #answers(): Answers {
    const answers: Partial<Record<StepId, string>> = {};
    for (const { step, pieces } of this.#sections) if (step) answers[step] = joinPieces(pieces);
    return answers;
  }
}

function newSection(step: StepId | undefined, line: number): Section {
  return { step, closed: false, loose: [], pieces: [], line };
}

/** Keeps what was typed outside the fences, without the printed question and without fences that lost their partner. */
function endLoose(section: Section): void {
  const lines = section.loose.splice(0);
  const first = lines.findIndex((line) => line.trim() !== '');
  if (section.pieces.length === 0 && (lines[first] ?? '').startsWith('> **Question.**')) {
    const after = lines.findIndex((line, i) => i > first && !line.startsWith('>'));
    lines.splice(0, after < 0 ? lines.length : after);
  }
  const text = withoutLeftFences(lines).join('\n').trim();
  if (text !== '') section.pieces.push({ fenced: false, text });
}

function withoutLeftFences(lines: readonly string[]): string[] {
  const fences = lines.flatMap((line, i) => (/^ {0,3}(?:`{3,}|~{3,})\s*$/u.test(line) ? [i] : []));
  const opened = lines.filter((line) => fenceOpening(line)).length;
  const last = fences.at(-1);
  return opened % 2 === 1 && last !== undefined ? lines.filter((_, i) => i !== last) : [...lines];
}

/** An answer in its fence is taken to the letter; what was typed beside it is joined to it. */
function joinPieces(pieces: readonly Piece[]): string {
  const said = pieces.filter((piece) => piece.text.trim() !== '');
  return said.length > 0 ? said.map((piece) => piece.text).join('\n\n') : (pieces[0]?.text ?? '');
}

/** A file whose structure has Windows line ends got them from an editor; an answer alone that has them keeps them. */
function wasWrittenWithCrlf(text: string): boolean {
  return /^[^\n]*\r\n/u.test(text);
}
