import type { Locale } from '@/lib/i18n/locale';
import { words } from '@/lib/i18n/words';
import { codeWord } from '@/lib/reports/code-words';
import type { Shown } from './suppress';
import { fixedCells, NOT_GIVEN, outcomes, type Partition, type Publication, type Stage } from './tables';

/** The tables in the order in which they are shown. */
export const tableIds = ['period', 'day', 'kind', 'level', 'province', 'stage', 'outcome'] as const;
export type TableId = (typeof tableIds)[number];

/** Why a cell has no number. A code, the same in every language. */
export type Marker = 'UNDER_5' | 'NONE_RECORDED';

export type Cell = { code: string; count: Shown; marker: Marker | null };
export type Listed = { id: TableId; cells: Cell[] };

const cell = (code: string, count: Shown): Cell => ({
  code,
  count,
  marker: count === null ? 'UNDER_5' : null,
});

/** A publication as tables of cells: what the page, the JSON and the CSV all show. */
export function listTables(publication: Publication): Listed[] {
  const { cells, days, periods } = publication;
  const of = (table: Partition, codes: readonly string[]): Listed => ({
    id: table,
    cells: codes.map((code) => cell(code, cells[table][code] ?? null)),
  });
  return [
    of('period', [...periods.map(({ code }) => code), NOT_GIVEN]),
    { id: 'day', cells: Object.entries(days).map(([day, count]) => cell(day, count)) },
    of('kind', fixedCells.kind),
    of('level', fixedCells.level),
    of('province', fixedCells.province),
    of('stage', fixedCells.stage),
    { id: 'outcome', cells: listOutcomes(publication) },
  ];
}

function listOutcomes({ outcomes: recorded }: Publication): Cell[] {
  return outcomes.map((code) =>
    recorded ? cell(code, recorded[code]) : { code, count: null, marker: 'NONE_RECORDED' },
  );
}

const STATE_OF: Readonly<Record<Stage, keyof ReturnType<typeof words>['report']['status']['states']>> = {
  RECEIVED: 'RECEIVED',
  SCREENING: 'SCREENING',
  IN_HAND: 'PROMOTED',
  INTEL_ONLY: 'INTEL_ONLY',
  OUT_OF_SCOPE: 'OUT_OF_SCOPE',
  WITHDRAWN: 'WITHDRAWN',
};

const dayFormats: Partial<Record<Locale, Intl.DateTimeFormat>> = {};

/** A day as it is written out: "2025년 11월 2일", "2 November 2025". */
export function dayName(locale: Locale, day: string): string {
  dayFormats[locale] ??= new Intl.DateTimeFormat(locale === 'ko' ? 'ko-KR' : 'en-GB', {
    dateStyle: 'long',
    timeZone: 'UTC',
  });
  return dayFormats[locale]?.format(new Date(`${day}T00:00:00Z`)) ?? day;
}

/** What a cell is called. */
export function cellName(locale: Locale, publication: Publication, table: TableId, code: string): string {
  const { pages, staff, report } = words(locale);
  if (code === NOT_GIVEN) return pages.numbers.tables[table].none;
  if (table === 'period') return publication.periods.find((period) => period.code === code)?.[locale] ?? code;
  if (table === 'day') return dayName(locale, code);
  if (table === 'kind') return staff.kinds[code as keyof typeof staff.kinds] ?? code;
  if (table === 'level') return `${code} ${words(locale).codes.urgency[code as 'U1'] ?? ''}`.trim();
  if (table === 'province') return codeWord(locale, 'province', code);
  if (table === 'stage') return report.status.states[STATE_OF[code as Stage]].name;
  return pages.numbers.outcomes[code as 'CLOSED'];
}

/** A cell's number in words: "약 35건" stands in the running text, "35건" and "5건 미만" in tables. */
export function countName(locale: Locale, { count, marker }: Pick<Cell, 'count' | 'marker'>): string {
  const { numbers } = words(locale).pages;
  if (count !== null) return numbers.count(count.toLocaleString(locale === 'ko' ? 'ko-KR' : 'en-GB'));
  return marker === 'NONE_RECORDED' ? numbers.noneRecorded : numbers.underFive;
}
