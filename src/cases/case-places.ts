import type { Place } from '../domain/problem.ts';
import { follow, type Path } from './located.ts';
import { readYaml } from './read-yaml.ts';

/** Finds lines: from a path such as `['steps', 'data', 'criteria', 2]` to its place in the YAML text, or the nearest above it. */
export function casePlaces(text: string, file: string): (path: Path) => Place {
  const { root, placeOf } = readYaml(text, file);
  return (path) => placeOf(root ? follow(root, path).at : 0);
}
