import type { Locale } from '@/lib/i18n/locale';

/** ISO 3166-1 alpha-2. Their words come from the runtime's own CLDR data (`Intl.DisplayNames`), so they need no dictionary. */
const CODES =
  'AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW';

const all: ReadonlySet<string> = new Set(CODES.split(' '));

/** Offered first, because most reports name one of them. */
export const nearCountries = ['KH', 'MM', 'LA', 'TH', 'VN', 'PH', 'MY', 'CN', 'HK', 'AE', 'KR'] as const;

export function isCountry(code: string): boolean {
  return all.has(code);
}

type Named = { code: string; name: string };

/** Names are looked up and sorted once in a process: both take milliseconds, and every page that asks for a country shows them all. */
const known = new Map<Locale, { names: ReadonlyMap<string, string>; others: readonly Named[] }>();

function namesIn(locale: Locale) {
  const before = known.get(locale);
  if (before) return before;
  const display = new Intl.DisplayNames([locale], { type: 'region' });
  const names = new Map([...all].map((code) => [code, display.of(code) ?? code]));
  const near: readonly string[] = nearCountries;
  const inOrder = new Intl.Collator(locale).compare;
  const others = [...names]
    .filter(([code]) => !near.includes(code))
    .map(([code, name]) => ({ code, name }))
    .sort((one, other) => inOrder(one.name, other.name));
  const found = { names, others };
  known.set(locale, found);
  return found;
}

/** A country's name in a language; a code that is no country's stays as it is. */
export function countryName(locale: Locale, code: string): string {
  return namesIn(locale).names.get(code) ?? code;
}

/** Every other country, in the order of its name in the language. */
export function otherCountries(locale: Locale): readonly Named[] {
  return namesIn(locale).others;
}
