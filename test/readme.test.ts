import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commandWords } from '../src/commands/command-words.ts';

const root = join(import.meta.dirname, '..');
const page = readFileSync(join(root, 'README.md'), 'utf8');

describe('README.md', () => {
  it('lists every command in the words of its help', () => {
    const table = page.slice(page.indexOf('<!-- commands -->'), page.indexOf('<!-- /commands -->'));
    const rows = [...table.matchAll(/^\| `mlsd ([^`]+)` \| (.+) \|$/gmu)].map(
      ([, usage, about]) => `${usage}: ${about}`,
    );
    expect(rows).toEqual(commandWords.map((command) => `${usageOf(command)}: ${command.about}`));
  });

  it('names only npm scripts and files that exist', () => {
    const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      scripts: Record<string, string>;
    };
    const named = [...page.matchAll(/npm run ([a-z:]+)/gu)].map((match) => match[1] ?? '');
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
    const files = [...page.matchAll(/\]\(([^)#:]+)\)|`(test\/[^`]+)`/gu)].map((match) => match[1] ?? match[2] ?? '');
    expect(files.filter((file) => !existsSync(join(root, file)))).toEqual([]);
  });
});

function usageOf({ name, arguments: given = [] }: (typeof commandWords)[number]): string {
  const words = given.map((one) => {
    const dots = one.many ? '…' : '';
    return one.required ? `<${one.name}${dots}>` : `[${one.name}${dots}]`;
  });
  return [name, ...words].join(' ');
}
