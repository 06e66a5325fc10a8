import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');
const page = readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8');
const map = page.slice(page.indexOf('<!-- map -->'), page.indexOf('<!-- /map -->'));
const mapped = [...map.matchAll(/^\| `([^`]+)`/gmu)].map((match) => match[1] ?? '');

describe('the map in CONTRIBUTING.md', () => {
  it('names every room of the source that holds something, and no other', () => {
    const rooms = readdirSync(join(root, 'src'), { withFileTypes: true })
      .filter((entry) => entry.isFile() || readdirSync(join(root, 'src', entry.name)).length > 0)
      .map((entry) => `src/${entry.name}${entry.isDirectory() ? '/' : ''}`);
    expect(mapped.filter((path) => path.startsWith('src/')).sort()).toEqual(rooms.sort());
  });

  it('names only what exists', () => {
    expect(mapped.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });

  it('lists the floors from the top down', () => {
    const floors = [...map.matchAll(/^\| `src\/([^`]+?)\/?` \| (\d)/gmu)].map((match) => Number(match[2]));
    expect(floors).toEqual([...floors].sort((a, b) => b - a));
  });

  it('names only npm scripts that exist', () => {
    const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      scripts: Record<string, string>;
    };
    const named = [...page.matchAll(/npm run ([a-z:]+)/gu)].map((match) => match[1] ?? '');
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });
});
