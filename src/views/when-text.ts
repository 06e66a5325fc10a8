import { isoTime } from '../domain/iso-time.ts';

/** The clock on the wall: what time it is, and how to write a moment in the person's own time. */
export type WallClock = { now: () => number; local?: (iso: string) => string };

const msADay = 86_400_000;

/** A moment as a person says it: "today 21:40", "yesterday 21:40", else with its date; in UTC where no local time is known. */
export function whenText(iso: string, clock: WallClock): string {
  const { local } = clock;
  if (!local) return `${momentText(iso)} UTC`;
  const [date, time] = [local(iso).slice(0, 10), local(iso).slice(11, 16)];
  const dayBefore = (days: number): string => local(isoTime(clock.now() - days * msADay)).slice(0, 10);
  const day = date === dayBefore(0) ? 'today' : date === dayBefore(1) ? 'yesterday' : date;
  return `${day} ${time}`;
}

/** `2025-03-01T18:30:05Z` as "2025-03-01 18:30". */
export function momentText(iso: string): string {
  return `${iso.slice(0, 10)} ${iso.slice(11, 16)}`;
}
