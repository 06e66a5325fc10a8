import { UserError } from '../errors.ts';

type Fault = { what: string; hint: string };

const faults: Readonly<Record<string, Fault>> = {
  ENOSPC: { what: 'the disk is full', hint: 'free some space, then repeat the command' },
  EDQUOT: { what: 'your disk quota is used up', hint: 'free some space, then repeat the command' },
  EACCES: { what: 'permission is missing', hint: 'ls -ld "{path}", or choose another place' },
  EPERM: { what: 'the system does not allow it', hint: 'ls -ld "{path}", or choose another place' },
  EROFS: { what: 'the file system is read-only', hint: 'choose another place' },
  ENOENT: { what: 'there is no such file or folder', hint: 'ls "{folder}"' },
  EISDIR: { what: 'it is a folder, and a file was expected', hint: 'ls "{path}"' },
  ENOTDIR: { what: 'a part of its path is a file, and a folder was expected', hint: 'ls -ld "{folder}"' },
  EEXIST: { what: 'a file stands where a folder is needed', hint: 'choose another place' },
  ELOOP: { what: 'its links lead round in a circle', hint: 'ls -l "{path}"' },
  ENAMETOOLONG: { what: 'the name is too long', hint: 'choose a shorter name' },
  EMFILE: { what: 'too many files are open', hint: 'close other programs, then repeat the command' },
  EIO: { what: 'the disk answered with an error', hint: 'choose another place' },
};

/** The error code of a failed system call, or nothing for any other error. */
export function systemCode(error: unknown): string | undefined {
  const code = error instanceof Error ? (error as NodeJS.ErrnoException).code : undefined;
  return typeof code === 'string' ? code : undefined;
}

/**
 * Turns a failed system call into words: "The sessions cannot be saved in /x: the disk is full."
 * Anything that is no known fault of the machine comes back as it was.
 * @param sentence what cannot be done, without a full stop
 * @param hint the way out, where the place can be chosen
 */
export function machineFault(
  error: unknown,
  sentence: string,
  path: string,
  hint?: string,
  exitCode: 1 | 2 = 1,
): unknown {
  const fault = faults[systemCode(error) ?? ''];
  if (!fault) return error;
  const usual = fault.hint.replace('{path}', path).replace('{folder}', path.replace(/[/\\][^/\\]*$/u, '') || '.');
  const placeMatters = fault.hint.includes('another place') || systemCode(error) === 'ENOENT';
  return new UserError(`${sentence}: ${fault.what}.`, placeMatters && hint ? hint : usual, exitCode, { cause: error });
}
