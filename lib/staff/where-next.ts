import type { Locale } from '@/lib/i18n/locale';

/** A desk address to go back to; anything else, above all an address elsewhere, becomes the desk itself. */
export function safeNext(path: string | null | undefined, locale: Locale): string {
  const desk = `/${locale}/staff`;
  if (!path || path.length > 500) return desk;
  const inside = /^\/(ko|en)\/staff(?:$|[/?][\w\-./?=&%]*$)/.test(path) && !/\/\/|\.\.|\\/.test(path);
  const loops = /^\/(ko|en)\/staff\/(sign-in|sign-out|setup(?!\/recovery-codes$))/.test(path);
  return inside && !loops ? path : desk;
}
