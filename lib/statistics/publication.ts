import { addDays, DAYS_SHOWN, type Day } from './calendar';
import { FEWEST_NEW, isNarrowing } from './narrowing';
import { type Shown, show } from './suppress';
import { type Counts, type Partition, type Publication, partitions } from './tables';

/**
 * What is published after a week: new tables, or the ones before once more, when fewer than FEWEST_NEW reports are new or when the new tables
 * together would tell more than each of them. Then the next week makes up for it. Pure: the same counts give the same publication.
 */
export function nextPublication(counts: Counts, before: Publication | null): Publication | null {
  if (newReports(counts, before) < FEWEST_NEW) return before;
  const next = round(counts, before);
  return isNarrowing(next, before) ? before : next;
}

function newReports({ received, days }: Counts, before: Publication | null): number {
  if (!before) return received;
  return Object.entries(days).reduce((total, [day, count]) => total + (day > before.through ? count : 0), 0);
}

function round(counts: Counts, before: Publication | null): Publication {
  return {
    through: counts.through,
    received: show(counts.received, before?.received ?? null),
    leftOut: show(counts.leftOut, before?.leftOut ?? null),
    periods: counts.periods,
    cells: Object.fromEntries(
      partitions.map((table) => [table, roundCells(counts.cells[table], before?.cells[table])]),
    ) as Record<Partition, Record<string, Shown>>,
    days: roundDays(counts, before),
    outcomes: counts.outcomes && roundCells(counts.outcomes, before?.outcomes ?? undefined),
  };
}

function roundCells<Code extends string>(
  counted: Readonly<Record<Code, number>>,
  before: Readonly<Partial<Record<string, Shown>>> = {},
): Record<Code, Shown> {
  return Object.fromEntries(
    Object.entries<number>(counted).map(([code, count]) => [code, show(count, before[code] ?? null)]),
  ) as Record<Code, Shown>;
}

/** A day that was published stays as it was, whatever becomes of its reports. */
function roundDays({ through, days }: Counts, before: Publication | null): Record<Day, Shown> {
  const shown: Record<Day, Shown> = {};
  for (let back = DAYS_SHOWN - 1; back >= 0; back -= 1) {
    const day = addDays(through, -back);
    const published = before && day <= before.through;
    shown[day] = published ? (before.days[day] ?? null) : show(days[day] ?? 0, null);
  }
  return shown;
}
