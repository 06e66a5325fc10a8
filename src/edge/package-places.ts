import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

export type PackagePlaces = { root: string; distFolder: string; templatesFolder: string };

/** The folders of the package, found from where this code lies: bundled in `dist/`, or in `src/edge/`. */
export function packagePlaces(from: string = import.meta.dirname): PackagePlaces {
  let root = from;
  while (!existsSync(path.join(root, 'package.json')) && path.dirname(root) !== root) root = path.dirname(root);
  return { root, distFolder: path.join(root, 'dist'), templatesFolder: path.join(root, 'templates') };
}

/** The version in the package's own description. */
export function packageVersion(root: string): string {
  const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { version?: string };
  return version ?? '0.0.0';
}
