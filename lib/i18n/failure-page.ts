import { type TypedForm, textRows } from '../typed-form';
import { failure as en } from './en/failure';
import { failure as ko } from './ko/failure';
import type { Locale } from './locale';
import { plainPage, escapeHtml as safe } from './plain-page';

export type Failed = {
  locale: Locale;
  /** The request's id. */
  reference: string;
  /** Where it was asked for, to be asked for again. */
  address: string;
  /** What was posted there; null where nothing was, or nothing that may be shown again (a password). */
  typed: TypedForm | null;
  posted: boolean;
  numbers: readonly { id: 'police' | 'consular'; shown: string; href: string }[];
};

/**
 * A whole page without script for a request that broke, in place of Next's, which is empty without one: whom to call, the number to say, and
 * what was typed in a form that does the same again.
 */
export function failurePage({ locale, reference, address, typed, posted, numbers }: Failed): string {
  const said = locale === 'ko' ? ko : en;
  const calls = numbers.map(
    ({ id, shown, href }) => `<li><a href="${href}">${safe(said[id])} ${safe(shown)}</a></li>`,
  );
  const again = typed
    ? formAgain(said, address, typed)
    : posted
      ? `<p>${safe(said.goBack)}</p>`
      : `<p><a href="${safe(address)}">${safe(said.retry)}</a></p>`;
  return plainPage(
    locale,
    posted ? said.unsent : said.title,
    `<main><h1>${safe(posted ? said.unsent : said.title)}</h1><p>${safe(said.body)}</p>${again}<p><b>${safe(said.urgent)}</b></p><ul>${calls.join('')}</ul><p>${safe(said.id)} <code>${safe(reference)}</code></p></main>`,
  );
}

function formAgain(said: typeof ko, address: string, { shown, carried, files }: TypedForm): string {
  const hidden = carried.map(
    ([name, value]) => `<input type="hidden" name="${safe(name)}" value="${safe(value)}">`,
  );
  const texts = shown.map(
    // A line break right behind the tag is not part of the text.
    ([name, value], at) =>
      `<p><label for="typed-${at}">${safe(said.typed)}</label><br><textarea id="typed-${at}" name="${safe(name)}" rows="${textRows(value)}" cols="60">\n${safe(value)}</textarea></p>`,
  );
  const lost = files ? `<p>${safe(said.files)}</p>` : '';
  return `<form method="post" action="${safe(address)}" enctype="multipart/form-data" accept-charset="utf-8" autocomplete="off"><p>${safe(said.here)}</p>${hidden.join('')}${texts.join('')}${lost}<p><button>${safe(said.again)}</button></p></form>`;
}
