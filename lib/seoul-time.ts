/** Korea has kept UTC+9 all year since 1988. */
const OFFSET = '+09:00';

/** Whether a text is a day of the calendar, `2025-10-03`. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}

/** The day in Korea at a moment, `2025-10-03`. */
export function seoulDay(at: Date): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Seoul', dateStyle: 'short' }).format(at);
}

/** The moment that `2025-10-03 14:00` is in Korea; the day alone is its first minute. Null for anything else. */
export function seoulMomentOf(text: string): Date | null {
  const [day = '', time = '00:00', ...more] = text
    .replaceAll('\u2060', '')
    .trim()
    .split(/[\sT]+/);
  if (more.length > 0 || !isDay(day) || !/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) return null;
  return new Date(`${day}T${time}:00${OFFSET}`);
}
