import type { Clock } from '../ports.ts';

/** The machine's clock. */
export const systemClock: Clock = {
  now: () => Date.now(),
  elapsed: () => performance.now(),
  local: (iso) => {
    const moment = new Date(iso);
    if (Number.isNaN(moment.getTime())) return iso.slice(0, 16);
    const two = (value: number) => String(value).padStart(2, '0');
    const date = [moment.getFullYear(), two(moment.getMonth() + 1), two(moment.getDate())].join('-');
    return `${date}T${two(moment.getHours())}:${two(moment.getMinutes())}`;
  },
};
