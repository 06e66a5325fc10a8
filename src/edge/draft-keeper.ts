/** Saves a draft soon after a change, one save at a time. */
export type DraftKeeper = {
  changed: () => void;
  /** Saves what is there now and waits for it. */
  finish: () => Promise<void>;
};

const delayMs = 400;

/**
 * Makes a keeper.
 * @param save writes the newest draft
 * @param onFailure hears why a save did not work; typing goes on
 */
export function createDraftKeeper(save: () => Promise<void> | void, onFailure: (error: unknown) => void): DraftKeeper {
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();
  const run = () => {
    timer = undefined;
    running = running.then(save).catch(onFailure);
    return running;
  };
  return {
    changed: () => {
      timer ??= setTimeout(() => void run(), delayMs);
    },
    finish: () => {
      clearTimeout(timer);
      return run();
    },
  };
}
