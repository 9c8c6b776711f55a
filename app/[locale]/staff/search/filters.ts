import { oneOf } from '@/app/_request/posted';
import type { Locale } from '@/lib/i18n/locale';
import { codeLists } from '@/lib/reports/code-lists';
import type { SearchFilters } from '@/lib/search/commands';
import { levels } from '@/lib/urgency/levels';

type Asked = Partial<Record<'kind' | 'level' | 'open' | 'province' | 'before', string | string[]>>;

/** What an address or a form asks for; anything unknown in it counts as not asked. */
export function readFilters(asked: Asked): SearchFilters {
  const [kind, level, open, province] = [asked.kind, asked.level, asked.open, asked.province].map(oneOf);
  const before = Number(oneOf(asked.before));
  return {
    kind: kind === 'REPORT' || kind === 'CASE' ? kind : null,
    level: levels.find((one) => one === level) ?? null,
    open: open === 'yes' ? true : open === 'no' ? false : null,
    province: codeLists.province.find((one) => one === province) ?? null,
    before: Number.isSafeInteger(before) && before > 0 && before < 8.64e15 ? new Date(before) : null,
  };
}

/** The address of a search. */
export function searchAddress(locale: Locale, query: string, filters: SearchFilters): string {
  const { kind, level, open, province, before } = filters;
  const asked = new URLSearchParams({
    query,
    ...(kind ? { kind } : {}),
    ...(level ? { level } : {}),
    ...(open === null ? {} : { open: open ? 'yes' : 'no' }),
    ...(province ? { province } : {}),
    ...(before ? { before: String(before.getTime()) } : {}),
  });
  return `/${locale}/staff/search?${asked}`;
}
