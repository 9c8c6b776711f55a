import { type Locale, otherLocale } from '@/lib/i18n/locale';
import { plainPage, escapeHtml as text } from '@/lib/i18n/plain-page';
import { words } from '@/lib/i18n/words';
import type { Receipt } from '@/lib/reports/draft/queries';

/** A sentence whose telephone number stays on one line. */
const unbroken = (sentence: string) => text(sentence).replace(/\+\d[\d-]*\d/g, '<span class="nb">$&</span>');

/** The whole look of the page; its hash stands in the policy of the answer, so that no other style can run. */
export const STYLE =
  'body{font:17px/1.5 system-ui,sans-serif;color:#1e2124;background:#fff;max-width:36rem;margin:0 auto;padding:12px 16px 40px;overflow-wrap:anywhere;word-break:keep-all}h1{font-size:26px;line-height:1.3}a{color:#083891;display:inline-block;padding:10px 0;min-height:24px}nav{display:flex;gap:8px 16px;flex-wrap:wrap;justify-content:space-between}nav p{flex-basis:100%;margin:0}label,dt{font-weight:700}p{margin:4px 0 12px}textarea,input[type=text]{box-sizing:border-box;width:100%;font:inherit;padding:10px;border:1px solid #58616a;border-radius:6px;min-height:48px;margin-bottom:16px}.tick{display:flex;gap:12px;align-items:center;min-height:48px;font-weight:400;margin-bottom:16px}.tick input{width:24px;height:24px}button{font:inherit;font-weight:700;font-size:19px;min-height:56px;width:100%;color:#fff;background:#0b50d0;border:0;border-radius:8px}.bad{border:2px solid #de3412;border-radius:8px;padding:12px}.bad,.bad a{color:#bd2c0f;font-weight:700}.card{border:2px solid #0b50d0;border-radius:8px;padding:16px;background:#ecf2fe}dd{margin:0 0 12px;font:700 20px/1.4 ui-monospace,monospace}.hint{color:#464c53}.exit{background:#1e2124;color:#fff;padding:10px 16px;border-radius:8px;text-decoration:none;font-weight:700}.nb{white-space:nowrap}:focus-visible{outline:3px solid #0b50d0;outline-offset:2px}';

export type Typed = { narrative: string; reach: string; thirdParty: boolean };

/** The form: two fields, one tick, one button. What was typed stays when something has to be mended. */
export function sosForm(
  locale: Locale,
  nonce: string,
  typed: Typed,
  problem?: 'empty' | 'tooLong' | 'busy',
): string {
  const { shell, report } = words(locale);
  const { sos } = report;
  const error = problem ? sos.problems[problem] : '';
  // On the tab and in the history stands nothing of what it is about.
  const title = `${error ? `${shell.form.error} ` : ''}${sos.quietTitle}`;
  const bad = error
    ? `<div class="bad" role="alert"><h2>${text(sos.problems.summary)}</h2><a href="#narrative">${unbroken(error)}</a></div>`
    : '';
  return plainPage(
    locale,
    title,
    `${top(locale)}<main>${bad}<h1>${text(sos.title)}</h1><p>${text(sos.lead)}</p>` +
      `<form method="post" action="/${locale}/sos" autocomplete="off" novalidate>` +
      `<input type="hidden" name="nonce" value="${text(nonce)}">` +
      `<label for="narrative">${text(sos.narrative.label)}</label><p class="hint" id="narrative-hint">${text(sos.narrative.hint)}</p>` +
      `<textarea id="narrative" name="narrative" rows="5" aria-describedby="narrative-hint"${error ? ' aria-invalid="true"' : ''}>\n${text(typed.narrative)}</textarea>` +
      `<label for="reach">${text(sos.reach.label)}</label><p class="hint" id="reach-hint">${text(sos.reach.hint)}</p>` +
      `<input type="text" id="reach" name="reach" aria-describedby="reach-hint" value="${text(typed.reach)}">` +
      `<label class="tick"><input type="checkbox" name="third_party" value="YES"${typed.thirdParty ? ' checked' : ''}> ${text(sos.thirdParty)}</label>` +
      `<button type="submit">${text(sos.send)}</button></form>` +
      `<p><a href="/${locale}/report">${text(sos.full)}</a></p></main>`,
    STYLE,
  );
}

/** The answer: reference, receipt code, what to do with it. */
export function sosDone(locale: Locale, receipt: Receipt): string {
  const { sos, more } = words(locale).report;
  const { done } = sos;
  return plainPage(
    locale,
    more.quietTitles.receipt,
    `${top(locale)}<main><h1>${text(done.title)}</h1><p>${unbroken(done.text)}</p><dl class="card">` +
      `<dt>${text(done.reference)}</dt><dd data-testid="reference" translate="no">${text(receipt.reference)}</dd>` +
      `<dt>${text(done.code)}</dt><dd data-testid="receipt-code" translate="no">${text(receipt.code)}</dd></dl>` +
      `<p><b>${text(done.codeWarning)}</b></p><p>${text(done.more)}</p>` +
      `<ul><li><a href="/${locale}/sos/place">${text(more.place.link)}</a></li>` +
      `<li><a href="/${locale}/report/add?of=status">${text(more.add.link)}</a></li>` +
      `<li><a href="/${locale}/status">${text(done.status)}</a></li></ul></main>`,
    STYLE,
  );
}

/** The answer to a form that was stored more than a day ago: its reference, without the code. */
export function sosKnown(locale: Locale, reference: string): string {
  const { sos, more } = words(locale).report;
  const { done } = sos;
  return plainPage(
    locale,
    more.quietTitles.receipt,
    `${top(locale)}<main><h1>${text(done.knownTitle)}</h1><p>${text(done.known)}</p><dl class="card">` +
      `<dt>${text(done.reference)}</dt><dd data-testid="reference" translate="no">${text(reference)}</dd></dl>` +
      `<ul><li><a href="/${locale}/sos">${text(done.anew)}</a></li>` +
      `<li><a href="/${locale}/status">${text(done.status)}</a></li></ul></main>`,
    STYLE,
  );
}

/** What stands above every plain page: whom to call, the way out and what it leaves behind, the other language. */
export function top(locale: Locale, path = '/sos'): string {
  const { shell, report } = words(locale);
  const other = otherLocale(locale);
  const { sos } = report;
  return (
    `<nav aria-label="${text(shell.help.label)}"><a href="tel:112">${text(sos.call.police)} 112</a>` +
    `<a class="exit" aria-describedby="leaving" rel="nofollow noreferrer" href="/${locale}/leave">${text(shell.exit.button)}</a>` +
    `<a href="tel:+82232100404">${text(sos.call.consular)} +82-2-3210-0404</a>` +
    `<a href="/${other}${path}" lang="${other}" hreflang="${other}">${text(sos.toggle)}</a>` +
    `<p class="hint" id="leaving">${text(`${shell.exit.button}: ${shell.exit.note}`)}</p></nav>`
  );
}
