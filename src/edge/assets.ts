import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { didYouMean } from '../domain/near-names.ts';
import { UserError } from '../errors.ts';
import type { Assets } from '../ports.ts';
import { machineFault, systemCode } from './machine-fault.ts';

/** The texts that come with the program. */
export function createAssets(places: { templatesFolder: string; distFolder: string }): Assets {
  const { templatesFolder, distFolder } = places;
  return {
    template: async (name) => {
      const file = path.join(templatesFolder, path.basename(name));
      try {
        return readFileSync(file, 'utf8');
      } catch (error) {
        if (systemCode(error) !== 'ENOENT') throw machineFault(error, `The template ${file} cannot be read`, file);
        const names = existsSync(templatesFolder) ? readdirSync(templatesFolder) : [];
        throw new UserError(
          `There is no template "${name}". ${didYouMean(name, names)}`.trim(),
          `one of ${names.join(', ')}`,
          2,
        );
      }
    },
    caseSchema: async () => {
      const file = path.join(distFolder, 'case-study.schema.json');
      try {
        return readFileSync(file, 'utf8');
      } catch (error) {
        throw machineFault(error, `A part of mlsd is missing: ${file} cannot be read`, file, 'npm run build');
      }
    },
    caseFile: async (id) => {
      const folders = [path.join(path.dirname(templatesFolder), 'case-studies'), templatesFolder];
      const found = folders
        .map((folder) => path.join(folder, `${path.basename(id)}.yaml`))
        .find((file) => existsSync(file));
      return found && shortest(found);
    },
  };
}

/** From here where the file lies below, so that an editor and a person find it at once. */
function shortest(file: string): string {
  const relative = path.relative('', file);
  return relative.startsWith('..') ? file : relative;
}
