import path from 'node:path';

let written = 0;

/** Writes a file so that it is there whole or not at all: to a temporary file beside it, synced, renamed. */
export async function atomicWrite(file: string, text: string | Uint8Array, mode: number): Promise<void> {
  const { open, rename, rm } = await import('node:fs/promises');
  written += 1;
  const temporary = `${file}.${process.pid}-${written}.tmp`;
  try {
    const handle = await open(temporary, 'wx', mode);
    try {
      await handle.writeFile(text);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, file);
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined);
    throw error;
  }
  await syncFolder(path.dirname(file));
}

/** Makes the new name last through a power cut, where the system can. */
async function syncFolder(folder: string): Promise<void> {
  const { open } = await import('node:fs/promises');
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r').catch(() => undefined);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}
