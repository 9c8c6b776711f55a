import type { Locale } from './locale';
import { escapeHtml, plainPage } from './plain-page';
import { words } from './words';

/** What a person sees whose form was not taken because it seems to come from another site, with the way back and, off the desk, the way that takes it from anywhere. */
export function elsewherePage(locale: Locale, path: string): string {
  const { report, desk } = words(locale);
  const { elsewhere } = report.notices;
  return isDesk(path)
    ? page(locale, desk.acts.refused.elsewhere, [[path, desk.acts.refused.elsewhere.back]])
    : page(locale, elsewhere, [
        [path, elsewhere.back],
        [`/${locale}/sos`, elsewhere.sos],
      ]);
}

/** What is said to a program whose form came in a shape that is not read: which one is, and, off the desk, what reads any. */
export function unreadFormPage(locale: Locale, path: string): string {
  const { unreadForm } = words(locale).report.notices;
  const back = [path, unreadForm.back] as const;
  return page(locale, unreadForm, isDesk(path) ? [back] : [back, [`/${locale}/sos`, unreadForm.sos]]);
}

/** What a person sees whose form was too large to be read: how large it may be, that it was not saved, and the way back. `path` is where the form stood. */
export function tooLargePage(locale: Locale, limitBytes: number, path: string): string {
  const { report, desk } = words(locale);
  const { title, text, back } = isDesk(path) ? desk.acts.refused.tooLarge : report.notices.tooLarge;
  return page(locale, { title, text: text(Math.floor(limitBytes / 1_000_000)) }, [[path, back]]);
}

/** Staff are spoken to as the desk speaks. */
const isDesk = (path: string) => path.split('/')[2] === 'staff';

function page(
  locale: Locale,
  { title, text }: { title: string; text: string },
  ways: readonly (readonly [to: string, text: string])[],
): string {
  const links = ways.map(([to, said]) => `<p><a href="${escapeHtml(to)}">${escapeHtml(said)}</a></p>`);
  return plainPage(
    locale,
    title,
    `<main><h1>${escapeHtml(title)}</h1><p>${escapeHtml(text)}</p>${links.join('')}</main>`,
  );
}
