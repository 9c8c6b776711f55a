import { DAY, HOUR, MINUTE } from '@/lib/clock';

/** Staff type Korean time. Seoul has had no summer time since 1988, so a fixed offset is exact. */
const SEOUL = 9 * HOUR;
/** What a day without a time means: the start of the working day. */
const MORNING = { hour: 9, minute: 0 };

const SPANS = { m: MINUTE, h: HOUR, d: DAY, 분: MINUTE, 시간: HOUR, 일: DAY } as const;

/**
 * A moment as somebody at the keyboard types it, in Korean time: `2026-11-25 14:30`, `11-25 14:30` (the next such day), `14:30` (the next such
 * time), any of them without the time (09:00), or from now: `+30m`, `+4h`, `+3d`. Dots, slashes and full-width digits do too. Null when it is
 * none, also for a day that no calendar has.
 */
export function readMoment(typed: string, now: Date): Date | null {
  const text = typed.normalize('NFKC').replaceAll('\u2060', '').trim().toLowerCase();
  const span = /^\+\s*(\d{1,4})\s*(m|h|d|분|시간|일)$/.exec(text);
  if (span) return new Date(now.getTime() + Number(span[1]) * SPANS[span[2] as keyof typeof SPANS]);
  const parts =
    /^(?:(?:(\d{4})[-./]\s*)?(\d{1,2})[-./]\s*(\d{1,2})\.?)?(?:(?:^|[\st]+)(\d{1,2}):(\d{2}))?$/.exec(text);
  if (!parts || text === '') return null;
  const [year, month, day, hour, minute] = parts.slice(1).map((part) => (part ? Number(part) : undefined));
  const time = hour === undefined ? MORNING : { hour, minute: minute ?? 0 };
  if (time.hour > 23 || time.minute > 59) return null;
  const today = new Date(now.getTime() + SEOUL);
  if (month === undefined || day === undefined)
    return next(now, (ahead) =>
      seoul(today.getUTCFullYear(), today.getUTCMonth() + 1, today.getUTCDate() + ahead, time),
    );
  const exact = (inYear: number) => (isDay(inYear, month, day) ? seoul(inYear, month, day, time) : null);
  return year ? exact(year) : next(now, (ahead) => exact(today.getUTCFullYear() + ahead));
}

const seoul = (year: number, month: number, day: number, { hour, minute }: typeof MORNING) =>
  new Date(Date.UTC(year, month - 1, day, hour, minute) - SEOUL);

const isDay = (year: number, month: number, day: number) =>
  month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate();

/** This one, or the one after it when this one is over. */
function next(now: Date, at: (ahead: number) => Date | null): Date | null {
  const first = at(0);
  return first && first.getTime() > now.getTime() ? first : at(1);
}
