import { idPattern } from './criterion-schema.ts';

/** Tells whether a word can be the id of a case study: lower case with hyphens. */
export function isCaseId(word: string): boolean {
  return idPattern.test(word);
}

/** Fills the skeleton of a case study; what comes back reads without a problem, and only the laws have advice. */
export function newCaseStudy(id: string, title: string, skeleton: string): string {
  return skeleton.replaceAll('{{id}}', () => plainOrQuoted(id)).replaceAll('{{title}}', () => plainOrQuoted(title));
}

/** A text as YAML reads it back: bare where that is safe, else in double quotes. */
function plainOrQuoted(text: string): string {
  const isNumberLike = /^[\d.+-]/u.test(text);
  const isWord = /^(?:true|false|null|~)$/iu.test(text);
  const isSafe = /^[\p{L}][\p{L}\p{N} ,.()'/-]*$/u.test(text) && !isNumberLike && !isWord && text.trim() === text;
  return isSafe ? text : JSON.stringify(text);
}
