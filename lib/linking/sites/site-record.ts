import type { SectionAnswers } from '@/lib/reports/posted';
import { type Point, siteNameKeys, squareKey } from '../normalise/sites';

/** A site as it is sealed under its own key. Names in the languages that reports write; aliases in any. */
export type SiteRecord = {
  ko: string;
  en: string;
  zh: string;
  km: string;
  aliases: string[];
  /** A code of `site_kind`; empty while nobody knows. */
  kind: string;
  point: Point | null;
  notes: string;
};

/** Where in a site, and when and from whom that is known. */
export type SiteLink = { building: string; floor: string; room: string; knownOn: string; source: string };

export const NO_SITE: SiteRecord = {
  ko: '',
  en: '',
  zh: '',
  km: '',
  aliases: [],
  kind: '',
  point: null,
  notes: '',
};

/** Every name of a site, the one to call it by first. */
export function siteNames({ ko, en, zh, km, aliases }: SiteRecord): string[] {
  return [ko, en, zh, km, ...aliases].filter(Boolean);
}

/** Everything a site is found by, before it is digested. */
export function keysOfSite(site: SiteRecord): string[] {
  const names = siteNames(site).flatMap(siteNameKeys);
  return [...new Set(site.point ? [...names, squareKey(site.point)] : names)];
}

/** A new site by the name somebody typed, in the language its script says. */
export function siteNamed(name: string): SiteRecord {
  const text = name.trim();
  const script = /\p{Script=Hangul}/u.test(text)
    ? 'ko'
    : /\p{Script=Han}/u.test(text)
      ? 'zh'
      : /\p{Script=Khmer}/u.test(text)
        ? 'km'
        : 'en';
  return { ...NO_SITE, [script]: text };
}

/** What a report says of a place, for a form to be filled from. */
export type PlaceAnswers = {
  name: string;
  kind: string;
  province: string;
  building: string;
  floor: string;
  room: string;
  point: Point | null;
};

export function placeIn(answers: SectionAnswers): PlaceAnswers {
  const one = (field: string) => {
    const value = answers[field]?.[0]?.trim() ?? '';
    return value === 'UNKNOWN' ? '' : value;
  };
  const [latitude, longitude] = [
    Number(one('latitude') || Number.NaN),
    Number(one('longitude') || Number.NaN),
  ];
  return {
    name: one('site_name') || one('landmark'),
    kind: one('site_kind'),
    province: one('province'),
    building: one('building'),
    floor: one('floor'),
    room: one('room'),
    point: Number.isNaN(latitude) || Number.isNaN(longitude) ? null : { latitude, longitude },
  };
}
