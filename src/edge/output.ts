import type { Page } from '../page.ts';
import type { Output } from '../ports.ts';

export type DrawPage = (page: Page) => string;

/** Standard output and error. The renderer is loaded with the first page; what comes after it waits its turn. */
export function createOutput(
  streams: { stdout: NodeJS.WritableStream; stderr: NodeJS.WritableStream },
  loadDrawing: () => Promise<DrawPage>,
): Output {
  let draw: DrawPage | undefined;
  let waiting: (() => void)[] | undefined;
  const inTurn = (work: () => void) => {
    if (waiting) waiting.push(work);
    else work();
  };
  const load = () => {
    waiting = [];
    void loadDrawing().then((loaded) => {
      draw = loaded;
      const works = waiting ?? [];
      waiting = undefined;
      for (const work of works) work();
    });
  };
  return {
    write: (text) => inTurn(() => streams.stdout.write(text)),
    show: (page) => {
      if (!draw && !waiting) load();
      inTurn(() => streams.stdout.write(draw?.(page) ?? ''));
    },
    warn: (text) => inTurn(() => streams.stderr.write(text)),
    progress: (text) => {
      if ((streams.stderr as Partial<NodeJS.WriteStream>).isTTY) streams.stderr.write(`\r\u001b[K${text}`);
    },
  };
}
