import { addDays, type Day } from '@/lib/statistics/calendar';
import { nextPublication } from '@/lib/statistics/publication';
import {
  type Counts,
  fixedCells,
  type Partition,
  type Publication,
  partitions,
} from '@/lib/statistics/tables';

/** A made-up report as counting sees it. `stage`: where it stands from which week on. `leaves`: the week from which it is no longer counted. */
export type StreamReport = {
  readonly week: number;
  readonly weekday: number;
  readonly kind: string;
  readonly level: string;
  readonly province: string;
  readonly stage: readonly { readonly week: number; readonly stage: string }[];
  readonly leaves: number | null;
};

/** The Sunday before the first week. */
const START: Day = '2025-09-28';
export const PERIOD = { code: 'standing', ko: '상시 신고', en: 'Standing reporting' };

/** A generator of numbers that a seed decides, so that a failure can be looked at again. */
export function randomFrom(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

export const weekEnd = (week: number): Day => addDays(START, 7 * (week + 1));
const dayOf = ({ week, weekday }: StreamReport): Day => addDays(START, 7 * week + weekday + 1);

/** True when the report is counted in what is published after this week. */
export const counts = (report: StreamReport, week: number) =>
  report.week <= week && (report.leaves === null || report.leaves > week);

export function codeOf(report: StreamReport, table: Partition, week: number): string {
  if (table === 'period') return PERIOD.code;
  if (table !== 'stage') return report[table];
  return report.stage.findLast((step) => step.week <= week)?.stage ?? 'RECEIVED';
}

const nobody = (codes: readonly string[]): Record<string, number> =>
  Object.fromEntries(codes.map((code) => [code, 0]));

const EMPTY: Readonly<Record<Partition, Record<string, number>>> = {
  period: nobody([PERIOD.code, 'NONE']),
  kind: nobody(fixedCells.kind),
  level: nobody(fixedCells.level),
  province: nobody(fixedCells.province),
  stage: nobody(fixedCells.stage),
};

export function countStream(stream: readonly StreamReport[], week: number): Counts {
  const cells = structuredCells();
  const days: Record<Day, number> = {};
  let received = 0;
  for (const report of stream) {
    if (!counts(report, week)) continue;
    received += 1;
    days[dayOf(report)] = (days[dayOf(report)] ?? 0) + 1;
    for (const table of partitions) {
      const code = codeOf(report, table, week);
      cells[table][code] = (cells[table][code] ?? 0) + 1;
    }
  }
  return { through: weekEnd(week), received, leftOut: 0, periods: [PERIOD], cells, days, outcomes: null };
}

const structuredCells = (): Record<Partition, Record<string, number>> => ({
  period: { ...EMPTY.period },
  kind: { ...EMPTY.kind },
  level: { ...EMPTY.level },
  province: { ...EMPTY.province },
  stage: { ...EMPTY.stage },
});

/** What the public has seen after each week. */
export function publishStream(
  stream: readonly StreamReport[],
  weeks: number,
  publish = nextPublication,
): (Publication | null)[] {
  const published: (Publication | null)[] = [];
  for (let week = 0; week < weeks; week += 1)
    published.push(publish(countStream(stream, week), published.at(-1) ?? null));
  return published;
}
