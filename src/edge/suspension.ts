/** Ctrl-Z and `fg`. */
export type Suspension = { stop: () => void; end: () => void };

const notStoppedMs = 50;

/**
 * Listens for the process going on after a stop, and can stop it.
 *
 * The whole process group is stopped, as a terminal does it: started through npm, the shell waits for npm and not for us.
 * Where nobody could wake the group the system ignores the stop, and we come back by ourselves.
 */
export function createSuspension(window: { goAway: () => void; comeBack: () => void }): Suspension {
  let away = false;
  let timer: NodeJS.Timeout | undefined;
  const wake = () => {
    clearTimeout(timer);
    away = false;
    window.comeBack();
  };
  process.on('SIGCONT', wake);
  return {
    stop: () => {
      if (away || process.platform === 'win32') return;
      away = true;
      window.goAway();
      process.kill(0, 'SIGTSTP');
      timer = setTimeout(wake, notStoppedMs);
    },
    end: () => {
      clearTimeout(timer);
      process.off('SIGCONT', wake);
    },
  };
}
