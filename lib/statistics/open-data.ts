import { locales } from '@/lib/i18n/locale';
import { words } from '@/lib/i18n/words';
import { DELAY_DAYS, publicationDay } from './calendar';
import { cellName, listTables } from './listing';
import { FEWEST_NEW } from './narrowing';
import { BASE } from './suppress';
import type { Publication } from './tables';

const both = (say: (locale: (typeof locales)[number]) => string) =>
  Object.fromEntries(locales.map((locale) => [locale, say(locale)]));

/**
 * The numbers for programs. Codes are the same in every language, labels are in both. `count` is a multiple of 5 or null; where it is null,
 * `marker` says why: UNDER_5 (nobody at all included) or NONE_RECORDED. Before the first publication `counted_through` is null and there are no tables.
 */
export function toOpenData(publication: Publication | null) {
  return {
    title: both((locale) => words(locale).pages.numbers.title),
    description: both((locale) => words(locale).pages.numbers.lead),
    terms: null,
    terms_note: both((locale) => words(locale).pages.numbers.data.terms),
    counted_through: publication?.through ?? null,
    published_from: publication && publicationDay(publication.through),
    time_zone: 'Asia/Seoul',
    rounding: {
      base: BASE,
      hidden_below: BASE,
      delay_days: DELAY_DAYS,
      fewest_new_reports: FEWEST_NEW,
      notes: Object.fromEntries(
        locales.map((locale) => [locale, words(locale).pages.numbers.reading.items(DELAY_DAYS, FEWEST_NEW)]),
      ),
    },
    received: publication && numberOf(publication.received),
    left_out: publication && numberOf(publication.leftOut),
    tables: publication ? listTables(publication).map((table) => describe(publication, table)) : [],
  };
}

const numberOf = (count: number | null) => ({ count, marker: count === null ? 'UNDER_5' : null });

function describe(publication: Publication, { id, cells }: ReturnType<typeof listTables>[number]) {
  return {
    id,
    title: both((locale) => words(locale).pages.numbers.tables[id].title),
    cells: cells.map(({ code, count, marker }) => ({
      code,
      label: both((locale) => cellName(locale, publication, id, code)),
      count,
      marker,
    })),
  };
}
