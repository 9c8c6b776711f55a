import type { Locale } from './locale';
import { escapeHtml, plainPage } from './plain-page';
import { words } from './words';

/** What a person sees whose form was not taken because it seems to come from another site, with the way back and the way that takes it from anywhere. */
export function elsewherePage(locale: Locale, path: string): string {
  return refusal(locale, path, words(locale).report.notices.elsewhere);
}

/** What is said to a program whose form came in a shape that is not read: which one is, and what reads any. */
export function unreadFormPage(locale: Locale, path: string): string {
  return refusal(locale, path, words(locale).report.notices.unreadForm);
}

type Refusal = { title: string; text: string; back: string; sos: string };

function refusal(locale: Locale, path: string, said: Refusal): string {
  const link = (to: string, text: string) => `<p><a href="${escapeHtml(to)}">${escapeHtml(text)}</a></p>`;
  const ways = link(path, said.back) + link(`/${locale}/sos`, said.sos);
  return plainPage(
    locale,
    said.title,
    `<main><h1>${escapeHtml(said.title)}</h1><p>${escapeHtml(said.text)}</p>${ways}</main>`,
  );
}

/** What a person sees whose form was too large to be read: how large it may be, that it was not saved, and the way back. `path` is where the form stood. */
export function tooLargePage(locale: Locale, limitBytes: number, path: string): string {
  const { tooLarge } = words(locale).report.notices;
  const megabytes = Math.floor(limitBytes / 1_000_000);
  return plainPage(
    locale,
    tooLarge.title,
    `<main><h1>${escapeHtml(tooLarge.title)}</h1><p>${escapeHtml(tooLarge.text(megabytes))}</p><p><a href="${escapeHtml(path)}">${escapeHtml(tooLarge.back)}</a></p></main>`,
  );
}
