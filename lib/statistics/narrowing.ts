import { addDays, DAYS_SHOWN } from './calendar';
import { BASE, type Range, rangeOf } from './suppress';
import { type Partition, type Publication, partitions } from './tables';

/** Fewer new reports than this are not published on their own: a difference between two publications is always about this many. */
export const FEWEST_NEW = 2 * BASE;

const sum = (ranges: readonly Range[]): Range => ({
  low: ranges.reduce((total, { low }) => total + low, 0),
  high: ranges.reduce((total, { high }) => total + high, 0),
});

const meet = (ranges: readonly Range[]): Range => ({
  low: Math.max(...ranges.map(({ low }) => low)),
  high: Math.min(...ranges.map(({ high }) => high)),
});

const width = ({ low, high }: Range) => high - low;

/** Reports go from stage to stage all the time, whatever anybody believes. */
const tableRange = (table: Partition, now: Publication, before: Publication | null, noneLeft: boolean) =>
  sum(
    Object.entries(now.cells[table]).map(([code, shown]) =>
      rangeOf(shown, before?.cells[table][code] ?? null, noneLeft && table !== 'stage'),
    ),
  );

/** The days that a publication counts for the first time. A day never changes after that. */
const newDays = (now: Publication, before: Publication | null) =>
  Object.entries(now.days).filter(([day]) => !before || day > before.through);

/** What a reader can tell of the number of new reports, and of the number of all reports: every table counts the same ones. */
function totals(now: Publication, before: Publication | null, noneLeft: boolean): Range[] {
  const days = sum(newDays(now, before).map(([, shown]) => rangeOf(shown, null)));
  const allShown = before && before.through >= addDays(now.through, -DAYS_SHOWN);
  const arrived = {
    low: Math.max(FEWEST_NEW, days.low),
    high: allShown ? days.high : Number.POSITIVE_INFINITY,
  };
  const all = meet([
    rangeOf(now.received, before?.received ?? null, noneLeft),
    ...partitions.map((table) => tableRange(table, now, before, noneLeft)),
    { low: arrived.low, high: Number.POSITIVE_INFINITY },
  ]);
  return [all, meet([arrived, { low: 0, high: all.high }])];
}

/**
 * Whether putting the tables side by side tells more of a cell than the cell itself does. All tables count the same reports, and that is all
 * that ties them together. While at least BASE totals are possible, every cell of every table can still be each number of its own range:
 * whatever it is, the other cells of its table can make up the rest. Decided from published numbers alone, so that a publication that is
 * held back tells nothing that its numbers would not have told. Asked twice: of a reader who takes nothing for granted, and of one who believes that
 * no report ever leaves a table. When the second is plainly wrong, only the first counts.
 */
export function isNarrowing(now: Publication, before: Publication | null): boolean {
  const narrow = (ranges: Range[]) => ranges.some((range) => width(range) < BASE - 1);
  const believed = totals(now, before, true);
  if (believed.every((range) => width(range) >= 0) && narrow(believed)) return true;
  return narrow(totals(now, before, false));
}
