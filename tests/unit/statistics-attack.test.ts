import { describe, expect, it } from 'vitest';
import { nextPublication } from '@/lib/statistics/publication';
import { fixedCells, type Partition, type Publication } from '@/lib/statistics/tables';
import {
  codeOf,
  countStream,
  publishStream,
  randomFrom,
  type StreamReport,
  weekEnd,
} from '../support/report-stream';

const WEEKS = 12;
type Publish = typeof nextPublication;
const pick = <Item>(items: readonly Item[], at: number): Item => items[at] as Item;

/** A dozen weeks of arrivals: some kinds, levels and provinces common and most rare, a few late changes. */
function someReports(seed: number, aWeek: number): StreamReport[] {
  const random = randomFrom(seed);
  const rare = (length: number) => Math.min(random(length), random(length), random(length));
  return Array.from({ length: WEEKS }, (_, week) =>
    Array.from({ length: random(2 * aWeek + 1) }, () => someReport(random, rare, week)),
  ).flat();
}

function someReport(
  random: (below: number) => number,
  rare: (length: number) => number,
  week: number,
): StreamReport {
  const step = { week: week + 1 + random(3), stage: pick(fixedCells.stage, 1 + random(5)) };
  return {
    week,
    weekday: random(7),
    kind: pick(fixedCells.kind, rare(6)),
    level: pick(fixedCells.level, random(5)),
    province: pick(fixedCells.province, rare(26)),
    stage: random(2) === 0 ? [step] : [],
    leaves: random(40) === 0 ? week + 1 + random(6) : null,
  };
}

/** Something about a small group that somebody might want to know: what it is called, how many it was, where a lie about it begins. */
type Secret = {
  name: string;
  count: number;
  column: Partition | 'weekday';
  code: string;
  from: number;
  until: number;
};

/** Every small cell, every small day, and how many are new in each cell since the publication before. */
function secretsOf(stream: readonly StreamReport[], published: readonly (Publication | null)[]): Secret[] {
  let last = -1;
  return published.flatMap((shown, week) => {
    if (!shown || shown.through !== weekEnd(week)) return [];
    const after = last;
    last = week;
    return [...cellSecrets(stream, shown, after, week), ...daySecrets(stream, shown, after, week)];
  });
}

function cellSecrets(stream: readonly StreamReport[], shown: Publication, after: number, week: number) {
  const counted = countStream(stream, week).cells;
  const arrivals = countStream(
    stream.filter((report) => report.week > after),
    week,
  ).cells;
  return (['kind', 'level', 'province', 'stage'] as const).flatMap((column) =>
    fixedCells[column].flatMap((code) => {
      const place = { column, code, until: week };
      const small = shown.cells[column][code] === null;
      const all = { ...place, name: `${column} ${code} up to week ${week}`, from: 0 };
      const fresh = { ...place, name: `${column} ${code} in weeks ${after + 1} to ${week}`, from: after + 1 };
      return [
        ...(small ? [{ ...all, count: counted[column][code] ?? 0 }] : []),
        ...(after >= 0 && column !== 'stage' ? [{ ...fresh, count: arrivals[column][code] ?? 0 }] : []),
      ];
    }),
  );
}

function daySecrets(
  stream: readonly StreamReport[],
  shown: Publication,
  after: number,
  week: number,
): Secret[] {
  const { days } = countStream(stream, week);
  return Object.entries(shown.days)
    .filter(([day, value]) => value === null && day > weekEnd(after))
    .map(([day, _]) => {
      const of = Math.floor((Date.parse(day) - Date.parse(weekEnd(-1))) / 86_400_000 - 1);
      const place = {
        column: 'weekday' as const,
        code: `${of % 7}`,
        from: Math.floor(of / 7),
        until: Math.floor(of / 7),
      };
      return { ...place, name: `day ${day}`, count: days[day] ?? 0 };
    });
}

type Random = (below: number) => number;

/** Another story, told to differ in one secret: somebody is moved out of its cell or into it, perhaps made up or left out. */
function retell(stream: readonly StreamReport[], secret: Secret, random: Random): StreamReport[] {
  const inside = (report: StreamReport) =>
    report.week >= secret.from && report.week <= secret.until && has(report, secret);
  const out = random(2) === 0;
  const candidates = stream.filter((report) => inside(report) === out && report.week <= secret.until);
  if (candidates.length === 0) return [...stream];
  const report = pick(candidates, random(candidates.length));
  const others = stream.filter((other) => other !== report);
  const turn = random(8);
  if (turn === 0)
    return out ? others : [...stream, { ...report, ...cast(report, secret, secret.code, random) }];
  const code = out ? pick(codesOf(secret.column), random(codesOf(secret.column).length)) : secret.code;
  return [...others, cast(report, secret, code, random)];
}

const codesOf = (column: Secret['column']): readonly string[] =>
  column === 'weekday' ? ['0', '1', '2', '3', '4', '5', '6'] : column === 'period' ? [] : fixedCells[column];

const has = (report: StreamReport, { column, code, until }: Secret) =>
  column === 'weekday' ? `${report.weekday}` === code : codeOf(report, column, until) === code;

function cast(
  report: StreamReport,
  { column, from, until }: Secret,
  code: string,
  random: Random,
): StreamReport {
  const week = report.week >= from && report.week <= until ? report.week : from + random(until - from + 1);
  if (column === 'weekday') return { ...report, week, weekday: Number(code) };
  if (column !== 'stage') return { ...report, week, [column]: code };
  // It may go back where it was, once nobody looks at that week any more.
  const then = report.stage.filter((step) => step.week > until);
  const later = [{ week: until + 1, stage: codeOf(report, 'stage', until + 1) }];
  const before = report.stage.filter((step) => step.week < until);
  return {
    ...report,
    stage: [...before, { week: until, stage: code }, ...(random(2) === 0 ? later : []), ...then],
  };
}

/**
 * The strongest reader there is: knows the rule, has every publication, and takes for true whatever all stories that fit them have in common.
 * Answers the secrets that no other story was found for.
 */
function pinnedDown(
  stream: readonly StreamReport[],
  publish: Publish,
  tries: number,
  random: Random,
): string[] {
  const seen = publishStream(stream, WEEKS, publish);
  const texts = seen.map((shown) => JSON.stringify(shown));
  const open = new Map(secretsOf(stream, seen).map((secret) => [secret.name, secret]));
  for (let turn = 0; turn < tries && open.size > 0; turn += 1) {
    const secret = pick([...open.values()], random(open.size));
    let story = retell(stream, secret, random);
    // Somebody else may have to move the other way, so that nothing shows.
    for (let more = random(4); more > 0; more -= 1) {
      const other = pick([...open.values()], random(open.size));
      story = retell(
        story,
        random(2) === 0
          ? {
              ...secret,
              from: 0,
              until: WEEKS - 1,
              code: pick(codesOf(secret.column), random(codesOf(secret.column).length)),
            }
          : other,
        random,
      );
    }
    if (!looksTheSame(story, texts, publish)) continue;
    for (const { name, count } of secretsOf(story, seen))
      if (open.get(name)?.count !== count) open.delete(name);
  }
  return [...open.keys()];
}

function looksTheSame(stream: readonly StreamReport[], texts: readonly string[], publish: Publish): boolean {
  let before: Publication | null = null;
  for (const [week, text] of texts.entries()) {
    before = publish(countStream(stream, week), before);
    if (JSON.stringify(before) !== text) return false;
  }
  return true;
}

describe('sim', () => {
  it.each([2, 5, 15, 40])(
    '%i a week',
    (aWeek) => {
      for (let seed = 1; seed <= 3; seed += 1) {
        const t = Date.now();
        const stream = someReports(seed, aWeek);
        const seen = publishStream(stream, WEEKS);
        const all = secretsOf(stream, seen).length;
        const left = pinnedDown(stream, nextPublication, 6000, randomFrom(seed));
        console.log(
          aWeek,
          seed,
          stream.length,
          new Set(seen.map((p) => p?.through)).size,
          'secrets',
          all,
          'left',
          left.length,
          left.slice(0, 8).join('; '),
          Date.now() - t,
          'ms',
        );
      }
      expect(1).toBe(1);
    },
    200000,
  );
});
