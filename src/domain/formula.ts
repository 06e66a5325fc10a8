/** A sum that was read: numbers, ids of facts and figures, and the operations on them. */
export type Formula = { source: string; ids: readonly string[]; root: Term };

type Term =
  | { kind: 'number'; value: number }
  | { kind: 'id'; id: string }
  | { kind: 'negation'; of: Term }
  | { kind: 'operation'; sign: Sign; left: Term; right: Term };

type Sign = '+' | '-' | '*' | '/' | '^';

type Fault = { ok: false; what: string; mend: string };
export type FormulaReading = { ok: true; formula: Formula } | Fault;
export type FormulaValue = { ok: true; value: number } | Fault;

const longestFormula = 300;
const largestExponent = 64;

/** Reads a formula such as `{searches} / 86400`: `+ - * / ^`, parentheses, numbers, and ids in braces. */
export function readFormula(source: string): FormulaReading {
  try {
    if (source.length > longestFormula)
      throw new FormulaFault(`a formula is longer than ${longestFormula} characters`, 'Split it into several figures.');
    const tokens = splitTokens(source);
    const reader = { tokens, at: 0, ids: new Set<string>() };
    const root = readSum(reader);
    const rest = tokens[reader.at];
    if (rest !== undefined)
      throw new FormulaFault(
        `"${rest}" is not expected where it stands in "${source}"`,
        'Write an operation between two values: {searches} / 86400.',
      );
    return { ok: true, formula: { source, ids: [...reader.ids], root } };
  } catch (error) {
    return asFault(error);
  }
}

/** Works a formula out; `valueOf` gives the number behind an id, or undefined where there is none. */
export function evaluateFormula(formula: Formula, valueOf: (id: string) => number | undefined): FormulaValue {
  try {
    const value = evaluate(formula.root, valueOf);
    if (!Number.isFinite(value))
      throw new FormulaFault(`"${formula.source}" has no finite value`, 'Check the size of its numbers.');
    return { ok: true, value };
  } catch (error) {
    return asFault(error);
  }
}

class FormulaFault extends Error {
  readonly mend: string;
  constructor(what: string, mend: string) {
    super(what);
    this.mend = mend;
  }
}

function asFault(error: unknown): Fault {
  if (error instanceof FormulaFault) return { ok: false, what: error.message, mend: error.mend };
  throw error;
}

function splitTokens(source: string): string[] {
  const plain = source.replace(/×/gu, '*').replace(/÷/gu, '/').replace(/−/gu, '-');
  return plain.match(/\{[^{}]*\}|(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?|\S/giu) ?? [];
}

type Reader = { readonly tokens: readonly string[]; at: number; readonly ids: Set<string> };

function readSum(reader: Reader): Term {
  return readChain(reader, ['+', '-'], readProduct);
}

function readProduct(reader: Reader): Term {
  return readChain(reader, ['*', '/'], readSigned);
}

function readChain(reader: Reader, signs: readonly Sign[], readPart: (reader: Reader) => Term): Term {
  let left = readPart(reader);
  for (;;) {
    const sign = signs.find((one) => one === reader.tokens[reader.at]);
    if (sign === undefined) return left;
    reader.at++;
    left = { kind: 'operation', sign, left, right: readPart(reader) };
  }
}

/** A minus binds looser than a power, as on paper: -2^2 is -4. */
function readSigned(reader: Reader): Term {
  if (reader.tokens[reader.at] !== '-') return readPower(reader);
  reader.at++;
  return { kind: 'negation', of: readSigned(reader) };
}

function readPower(reader: Reader): Term {
  const left = readValue(reader);
  if (reader.tokens[reader.at] !== '^') return left;
  reader.at++;
  return { kind: 'operation', sign: '^', left, right: readSigned(reader) };
}

function readValue(reader: Reader): Term {
  const token = reader.tokens[reader.at++];
  if (token === undefined)
    throw new FormulaFault(
      'the formula ends where a value is expected',
      'Write a number or an id in braces after the last sign: {searches} / 86400.',
    );
  if (token === '(') return readParenthesis(reader);
  if (/^[\d.]/u.test(token) && token !== '.') return { kind: 'number', value: Number(token) };
  if (token.startsWith('{') && token.length > 1) {
    const id = token.slice(1, -1).trim();
    reader.ids.add(id);
    return { kind: 'id', id };
  }
  const mend = /^[a-z]/iu.test(token)
    ? 'Write ids of facts and figures in braces: {searches}.'
    : 'A formula holds numbers, ids in braces, + - * / ^ and parentheses.';
  throw new FormulaFault(`"${token}" is not expected in a formula`, mend);
}

function readParenthesis(reader: Reader): Term {
  const inside = readSum(reader);
  if (reader.tokens[reader.at++] !== ')')
    throw new FormulaFault('a parenthesis is not closed', 'Write ")" after the last value inside it.');
  return inside;
}

function evaluate(term: Term, valueOf: (id: string) => number | undefined): number {
  if (term.kind === 'number') return term.value;
  if (term.kind === 'negation') return -evaluate(term.of, valueOf);
  if (term.kind === 'id') return knownValue(term.id, valueOf(term.id));
  const left = evaluate(term.left, valueOf);
  const right = evaluate(term.right, valueOf);
  if (term.sign === '+') return left + right;
  if (term.sign === '-') return left - right;
  if (term.sign === '*') return left * right;
  if (term.sign === '/') return divide(left, right);
  return raise(left, right);
}

function knownValue(id: string, value: number | undefined): number {
  if (value === undefined)
    throw new FormulaFault(
      `{${id}} has no number`,
      'Name a fact with a value, or a figure that stands above this one.',
    );
  return value;
}

function divide(left: number, right: number): number {
  if (right === 0) throw new FormulaFault('the formula divides by zero', 'Check the value of what stands after "/".');
  return left / right;
}

/** Whole exponents only, by repeated multiplication: the bits of other powers differ between versions of Node. */
function raise(base: number, exponent: number): number {
  if (!Number.isInteger(exponent) || Math.abs(exponent) > largestExponent) {
    throw new FormulaFault(
      `the exponent ${exponent} is not a whole number from -${largestExponent} to ${largestExponent}`,
      'Write powers as 2^10, and roots as a fact of their own.',
    );
  }
  let power = 1;
  for (let i = 0; i < Math.abs(exponent); i++) power *= base;
  return exponent < 0 ? divide(1, power) : power;
}
