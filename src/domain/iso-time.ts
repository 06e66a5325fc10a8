const msADay = 86_400_000;

/**
 * Writes a moment as ISO 8601 in UTC: `isoTime(0)` is `1970-01-01T00:00:00.000Z`.
 *
 * @param ms milliseconds since 1970, UTC, not before
 */
export function isoTime(ms: number): string {
  const whole = Math.max(0, Math.floor(ms));
  const { year, month, day } = civilDate(Math.floor(whole / msADay));
  const rest = whole % msADay;
  const clock = [Math.floor(rest / 3_600_000), Math.floor(rest / 60_000) % 60, Math.floor(rest / 1000) % 60];
  const date = `${digits(year, 4)}-${digits(month, 2)}-${digits(day, 2)}`;
  return `${date}T${clock.map((part) => digits(part, 2)).join(':')}.${digits(rest % 1000, 3)}Z`;
}

/** The moment as digits for an id: `2025-11-20T23:52:07.000Z` becomes `20251120-235207`. */
export function timeStamp(iso: string): string {
  return iso.slice(0, 19).replace(/[-:]/gu, '').replace('T', '-');
}

/** Days since 1970 to a date, counted in eras of 400 years that begin in March, so that the leap day is last. */
function civilDate(days: number): { year: number; month: number; day: number } {
  const shifted = days + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  const day = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day };
}

function digits(value: number, length: number): string {
  return String(value).padStart(length, '0');
}
