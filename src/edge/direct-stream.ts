import { fstatSync, writeSync } from 'node:fs';

/**
 * Standard output or error where it is a file or a pipe, written at once: making Node's stream for it takes longer than
 * reading a case. What cannot be written so, goes through the stream, whose listeners tell why.
 */
export function directStream(fd: number, stream: () => NodeJS.WriteStream): NodeJS.WriteStream {
  if (isDevice(fd)) return stream();
  let made: NodeJS.WriteStream | undefined;
  const write = (text: string): boolean => {
    let rest: Uint8Array = Buffer.from(text);
    try {
      while (!made && rest.length > 0) rest = rest.subarray(writeSync(fd, rest));
    } catch {
      made = stream();
    }
    return made && rest.length > 0 ? made.write(rest) : true;
  };
  return { isTTY: false, write } as unknown as NodeJS.WriteStream;
}

/** A terminal, or what may be one. */
function isDevice(fd: number): boolean {
  try {
    return fstatSync(fd).isCharacterDevice();
  } catch {
    return true;
  }
}
