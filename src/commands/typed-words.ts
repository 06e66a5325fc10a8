import { UserError } from '../errors.ts';
import type { Invocation } from './command.ts';

/** An argument that the grammar has made sure of. */
export function textArgument(invocation: Invocation, name: string): string {
  const value = invocation.arguments[name];
  if (typeof value !== 'string') throw new UserError(`<${name}> is missing.`, 'mlsd --help', 2);
  return value;
}

/** The words of an argument that takes several. */
export function wordsArgument(invocation: Invocation, name: string): readonly string[] {
  const value = invocation.arguments[name];
  return Array.isArray(value) ? value : [];
}

/** The value of an option, where it was given. */
export function textOption(invocation: Invocation, name: string): string | undefined {
  const value = invocation.options[name];
  return typeof value === 'string' ? value : undefined;
}

/** Two options that exclude each other are a fault when both were given. */
export function refuseBoth(invocation: Invocation, one: string, other: string, hint: string): void {
  if (invocation.options[one] === undefined || invocation.options[other] === undefined) return;
  throw new UserError(`${flagOf(one)} and ${flagOf(other)} exclude each other: give one of them.`, hint, 2);
}

function flagOf(option: string): string {
  return `--${option.replace(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`)}`;
}
