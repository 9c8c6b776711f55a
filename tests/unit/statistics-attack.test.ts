import { describe, expect, it } from 'vitest';
import { isNarrowing } from '@/lib/statistics/narrowing';
import { nextPublication } from '@/lib/statistics/publication';
import { type Range, rangeOf, type Shown } from '@/lib/statistics/suppress';
import {
  type Counts,
  fixedCells,
  type Partition,
  type Publication,
  partitions,
} from '@/lib/statistics/tables';
import { pinnedDown } from '../support/reader';
import { countStream, publishStream, randomFrom, type StreamReport } from '../support/report-stream';

const WEEKS = 8;
type Random = ReturnType<typeof randomFrom>;

/** Weeks of arrivals: some kinds, levels and provinces common and most rare, late decisions of staff, a few who withdraw. */
function someReports(random: Random, aWeek: number): StreamReport[] {
  const rare = (codes: readonly string[]) =>
    codes[Math.min(random(codes.length), random(codes.length), random(codes.length))] ?? '';
  return Array.from({ length: WEEKS }, (_, week) =>
    Array.from({ length: random(2 * aWeek + 1) }, (): StreamReport => {
      const moves =
        random(2) === 0 ? [{ week: week + 1 + random(3), stage: rare(fixedCells.stage.slice(1)) }] : [];
      return {
        ...{ week, weekday: random(7), stage: moves },
        ...{
          kind: rare(fixedCells.kind),
          level: rare(fixedCells.level),
          province: rare(fixedCells.province),
        },
        leaves: random(40) === 0 ? week + 1 + random(6) : null,
      };
    }),
  ).flat();
}

/** Twenty families, four reports of each level: one table says at least twenty, the other at most twenty, so each level is four. */
function evenly(): StreamReport[] {
  const report = { week: 0, kind: 'FAMILY', province: 'KH-12', stage: [], leaves: null };
  return Array.from({ length: 20 }, (_, at) => ({
    ...{ ...report, weekday: at % 7, level: fixedCells.level[at % 5] ?? '' },
  }));
}

/** Rounds each week to the nearest five and hides what is small, as if there were no week before and no other table. */
function carelessly(counts: Counts): Publication {
  const round = (count: number): Shown => (count < 5 ? null : Math.round(count / 5) * 5);
  const all = <Code extends string>(cells: Readonly<Record<Code, number>>) =>
    Object.fromEntries(Object.entries<number>(cells).map(([code, count]) => [code, round(count)]));
  const cells = Object.fromEntries(partitions.map((table) => [table, all(counts.cells[table])]));
  return {
    ...{ through: counts.through, received: counts.received, leftOut: null, periods: counts.periods },
    ...{ cells: cells as Publication['cells'], days: all(counts.days), outcomes: null },
  };
}

describe('somebody who knows the rule and has every publication', () => {
  it.each([
    [2, 101],
    [3, 102],
    [5, 103],
    [4, 104],
  ])('finds a second story for every small number of weeks with about %i reports', (aWeek, seed) => {
    const random = randomFrom(seed);
    const stream = someReports(random, aWeek);
    const published = new Set(publishStream(stream, WEEKS).map((shown) => shown?.through));
    expect(published.size).toBeGreaterThan(1);
    expect(pinnedDown(stream, WEEKS, nextPublication, { tries: 20_000, random })).toEqual([]);
  });

  it('would know of each level for certain if totals were exact and every week were rounded by itself', () => {
    const left = pinnedDown(evenly(), 1, carelessly, { tries: 1_000, random: randomFrom(7) });
    expect(left).toEqual(fixedCells.level.map((level) => `level ${level} up to week 0`));
  });
});

/** How many reports came between each two publications that differ. */
function between(stream: readonly StreamReport[], publish: typeof nextPublication): number[] {
  const seen = publishStream(stream, WEEKS, publish);
  const weeks = seen.flatMap((shown, week) => (shown && shown !== seen[week - 1] ? [week] : []));
  return weeks.map((week, at) => {
    const after = weeks[at - 1] ?? -1;
    return stream.filter((report) => report.week > after && report.week <= week).length;
  });
}

describe('a difference between two publications', () => {
  it('is always about ten reports or more, where publishing each time would often tell of fewer than five', () => {
    const random = randomFrom(5);
    const streams = Array.from({ length: 20 }, () => someReports(random, 1 + random(6)));
    const apart = streams.flatMap((stream) => between(stream, nextPublication));
    expect(apart.length).toBeGreaterThan(20);
    expect(Math.min(...apart)).toBeGreaterThanOrEqual(10);
    expect(
      streams.flatMap((stream) => between(stream, carelessly)).filter((count) => count < 5).length,
    ).toBeGreaterThan(20);
  });
});

/** What could be told of each cell, were there no other table. */
const ranges = (table: Partition, now: Publication, before: Publication | null): [string, Range][] =>
  Object.entries(now.cells[table]).map(([code, shown]) => [
    code,
    rangeOf(shown, before?.cells[table][code] ?? null),
  ]);

/** Counts within their ranges that add up to a total, one of them given; nothing when there are none. */
function fill(
  cells: [string, Range][],
  total: number,
  given?: [string, number],
): Record<string, number> | null {
  const counts = Object.fromEntries(
    cells.map(([code, { low }]) => [code, given?.[0] === code ? given[1] : low]),
  );
  let left = total - Object.values(counts).reduce((sum, count) => sum + count, 0);
  if (left < 0) return null;
  for (const [code, { low, high }] of cells) {
    if (code === given?.[0]) continue;
    const more = Math.min(left, high - low);
    counts[code] = low + more;
    left -= more;
  }
  return left === 0 ? counts : null;
}

/** Counts that look like these when published, in which one cell holds a number of the reader's choice. */
function otherCounts(
  counts: Counts,
  now: Publication,
  before: Publication | null,
  given: { table: Partition; code: string; count: number },
): Counts | null {
  // The total may have to differ as well, by little.
  for (let step = 0; step < 60; step += 1) {
    const total = counts.received + (step % 2 === 0 ? step / 2 : -(step + 1) / 2);
    const cells = partitions.map((table) => [
      table,
      fill(ranges(table, now, before), total, table === given.table ? [given.code, given.count] : undefined),
    ]);
    if (cells.some(([, filled]) => filled === null)) continue;
    const other = { ...counts, received: total, cells: Object.fromEntries(cells) as Counts['cells'] };
    if (JSON.stringify(nextPublication(other, before)) === JSON.stringify(now)) return other;
  }
  return null;
}

describe('tables put side by side', () => {
  it('leave every cell each number that it could have had alone', () => {
    const random = randomFrom(11);
    let asked = 0;
    for (let turn = 0; turn < 8; turn += 1) {
      const stream = someReports(random, 2 + random(8));
      let before: Publication | null = null;
      for (let week = 0; week < WEEKS; week += 1) {
        const counts = countStream(stream, week);
        const now = nextPublication(counts, before);
        if (now && now !== before)
          for (const table of partitions)
            for (const [code, { low, high }] of ranges(table, now, before))
              for (const count of new Set([low, high])) {
                asked += 1;
                const other = otherCounts(counts, now, before, { table, code, count });
                expect(other?.cells[table][code], `${table} ${code} as ${count}, turn ${turn}`).toBe(count);
              }
        before = now;
      }
    }
    expect(asked).toBeGreaterThan(500);
  });

  it('are held back when one says at least what another says at most', () => {
    const stream = evenly();
    expect(nextPublication(countStream(stream, 0), null)).toBeNull();
    expect(isNarrowing(carelessly(countStream(stream, 0)), null)).toBe(true);
    const uneven = stream.map((one, at) => (at < 8 ? { ...one, level: 'U2' } : one));
    expect(nextPublication(countStream(uneven, 0), null)).not.toBeNull();
  });
});
