import type { nextPublication } from '@/lib/statistics/publication';
import { fixedCells, type Partition, type Publication } from '@/lib/statistics/tables';
import { codeOf, countStream, publishStream, type StreamReport, weekEnd } from './report-stream';

type Publish = typeof nextPublication;
type Random = (below: number) => number;
type Column = Exclude<Partition, 'period'> | 'weekday';

const pick = <Item>(items: readonly Item[], random: Random): Item => items[random(items.length)] as Item;

/** Something about a small group that somebody might want to know: its name, how many it is, and where a lie about it would have to be told. */
type Secret = { name: string; count: number; column: Column; code: string; from: number; until: number };

/** Every small cell and small day, and how many are new in each cell since the publication before. */
function secretsOf(stream: readonly StreamReport[], published: readonly (Publication | null)[]): Secret[] {
  let last = -1;
  return published.flatMap((shown, week) => {
    if (!shown || shown.through !== weekEnd(week)) return [];
    const after = last;
    last = week;
    return [...cellSecrets(stream, shown, after, week), ...daySecrets(stream, shown, after, week)];
  });
}

function cellSecrets(stream: readonly StreamReport[], shown: Publication, after: number, until: number) {
  const all = countStream(stream, until).cells;
  const isNew = (report: StreamReport) => report.week > after;
  const fresh = countStream(stream.filter(isNew), until).cells;
  return (['kind', 'level', 'province', 'stage'] as const).flatMap((column) =>
    fixedCells[column].flatMap((code): Secret[] => {
      const place = { column, code, until };
      const name = `${column} ${code} up to week ${until}`;
      const count = all[column][code] ?? 0;
      const small = shown.cells[column][code] === null ? [{ ...place, name, count, from: 0 }] : [];
      if (after < 0 || column === 'stage') return small;
      return [
        ...small,
        { ...place, name: `new in ${name}`, count: fresh[column][code] ?? 0, from: after + 1 },
      ];
    }),
  );
}

function daySecrets(
  stream: readonly StreamReport[],
  shown: Publication,
  after: number,
  until: number,
): Secret[] {
  const { days } = countStream(stream, until);
  return Object.entries(shown.days).flatMap(([day, value]) => {
    if (value !== null || day <= weekEnd(after)) return [];
    const since = Math.round((Date.parse(day) - Date.parse(weekEnd(-1))) / 86_400_000) - 1;
    const week = Math.floor(since / 7);
    const place = { column: 'weekday' as const, code: `${since % 7}`, from: week, until: week };
    return [{ ...place, name: `day ${day}`, count: days[day] ?? 0 }];
  });
}

const codesOf = (column: Column): readonly string[] =>
  column === 'weekday' ? ['0', '1', '2', '3', '4', '5', '6'] : fixedCells[column];

const isIn = (report: StreamReport, { column, code, from, until }: Secret) =>
  report.week >= from &&
  report.week <= until &&
  (column === 'weekday' ? `${report.weekday}` : codeOf(report, column, until)) === code;

/** Another story, told to differ in one secret: somebody is moved out of its cell or into it, or made up, or left out. */
function retell(stream: readonly StreamReport[], secret: Secret, random: Random): StreamReport[] {
  const out = random(2) === 0;
  const candidates = stream.filter((report) => isIn(report, secret) === out && report.week <= secret.until);
  if (candidates.length === 0) return [...stream];
  const report = pick(candidates, random);
  const others = stream.filter((other) => other !== report);
  if (random(3) === 0 && secret.column !== 'stage') return exchange(others, report, secret.column, random);
  // Reports may also withdraw from the numbers, so one may have been there for that week and no longer.
  const guest = { leaves: random(2) === 0 ? secret.until + 1 : report.leaves };
  if (random(4) === 0)
    return out ? others : [...stream, { ...recast(report, secret, secret.code, random), ...guest }];
  return [
    ...others,
    recast(report, secret, out ? pick(codesOf(secret.column), random) : secret.code, random),
  ];
}

/** Two reports are each told as the other in one thing, so that all is as it was once both have come in. */
function exchange(
  others: StreamReport[],
  one: StreamReport,
  column: Exclude<Column, 'stage'>,
  random: Random,
) {
  if (others.length === 0) return [one];
  const other = pick(others, random);
  const rest = others.filter((report) => report !== other);
  return [...rest, { ...one, [column]: other[column] }, { ...other, [column]: one[column] }];
}

function recast(
  report: StreamReport,
  { column, from, until }: Secret,
  code: string,
  random: Random,
): StreamReport {
  const week = report.week >= from && report.week <= until ? report.week : from + random(until - from + 1);
  if (column === 'weekday') return { ...report, week, weekday: Number(code) };
  if (column !== 'stage') return { ...report, week, [column]: code };
  // It may go back to where it was once nobody looks at that week any more.
  const back = { week: until + 1, stage: codeOf(report, 'stage', until + 1) };
  const later = report.stage.filter((step) => step.week > until);
  const earlier = report.stage.filter((step) => step.week < until);
  const here = { week: until, stage: code };
  return { ...report, stage: [...earlier, here, ...(random(2) === 0 ? [back] : []), ...later] };
}

/**
 * The strongest reader there is: knows the rule, has every publication, and takes for true whatever all the stories that fit them have in common.
 * Answers what no second story was found for.
 */
export function pinnedDown(
  stream: readonly StreamReport[],
  weeks: number,
  publish: Publish,
  { tries, random }: { tries: number; random: Random },
): string[] {
  const seen = publishStream(stream, weeks, publish);
  const texts = seen.map((shown) => JSON.stringify(shown));
  const open = new Map(secretsOf(stream, seen).map((secret) => [secret.name, secret]));
  for (let turn = 0; turn < tries && open.size > 0; turn += 1) {
    const secret = pick([...open.values()], random);
    let story = retell(stream, secret, random);
    // Often somebody else has to move the other way, so that nothing shows.
    for (let more = random(4) - 1; more > 0; more -= 1) {
      const other = { ...secret, from: 0, until: weeks - 1, code: pick(codesOf(secret.column), random) };
      story = retell(story, random(2) === 0 ? other : pick([...open.values()], random), random);
    }
    if (!looksTheSame(story, texts, publish)) continue;
    for (const { name, count } of secretsOf(story, seen))
      if (open.get(name)?.count !== count) open.delete(name);
  }
  return [...open.keys()];
}

function looksTheSame(stream: readonly StreamReport[], texts: readonly string[], publish: Publish): boolean {
  let before: Publication | null = null;
  return texts.every((text, week) => {
    before = publish(countStream(stream, week), before);
    return JSON.stringify(before) === text;
  });
}
