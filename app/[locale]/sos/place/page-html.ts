import type { Locale } from '@/lib/i18n/locale';
import { plainPage, escapeHtml as text } from '@/lib/i18n/plain-page';
import { words } from '@/lib/i18n/words';
import { STYLE, top } from '../page-html';

/**
 * All the script of this page; its hash stands in the policy of the answer. One tap asks the device where it is, shows how exact that is, and
 * sends the form. Nothing is measured before the tap, and nothing is kept. A form that was sent is not measured for again: sent once more it
 * is stored once.
 */
export const SCRIPT = `
const f=document.forms[0],b=f.querySelector('button'),s=document.getElementById('told'),d=f.dataset;
document.getElementById('form').hidden=false;document.getElementById('without').hidden=true;
f.addEventListener('submit',e=>{
  if(f.latitude.value)return;
  e.preventDefault();
  if(!navigator.geolocation){s.textContent=d.refused;return}
  s.textContent=d.waiting;
  navigator.geolocation.getCurrentPosition(({coords:c})=>{
    f.latitude.value=c.latitude.toFixed(6);f.longitude.value=c.longitude.toFixed(6);f.accuracy_m.value=Math.round(c.accuracy);
    s.textContent=d.accuracy+' '+Math.round(c.accuracy)+' '+d.metres;
    f.submit();
  },()=>{s.textContent=d.refused},{enableHighAccuracy:true,timeout:20000,maximumAge:0});
});
`;

type Page = {
  locale: Locale;
  submission: string;
  problem?: 'unreadable' | 'busy';
  /** It was sent, and how exact it was, in metres. */
  sent?: string;
};

/** The page with the one button. Without script, or where it does not run, it says how to describe the place instead, and nothing else. */
export function placePage({ locale, submission, problem, sent }: Page): string {
  const { place } = words(locale).report.more;
  const write = `<p><a href="/${locale}/report/add?of=status">${text(place.write)}</a></p>`;
  const done =
    sent === undefined
      ? ''
      : `<p class="card" role="status" data-testid="place-sent"><b>${text(place.done)}</b>${sent ? ` ${text(place.doneAccuracy(sent))}` : ''}</p>`;
  const bad = problem ? `<p class="bad" role="alert">${text(place.problems[problem])}</p>` : '';
  const hidden = ['latitude', 'longitude', 'accuracy_m']
    .map((name) => `<input type="hidden" name="${name}" value="">`)
    .join('');
  return plainPage(
    locale,
    place.quietTitle,
    `${top(locale, '/sos/place')}<main>${bad}${done}<h1>${text(place.title)}</h1>` +
      `<div id="form" hidden><p>${text(place.what)}</p><p>${text(place.careful)}</p>` +
      `<form method="post" action="/${locale}/sos/place" data-waiting="${text(place.waiting)}" data-refused="${text(place.refused)}" data-accuracy="${text(place.accuracy)}" data-metres="${text(place.metres)}">` +
      `<input type="hidden" name="submission" value="${text(submission)}">${hidden}` +
      `<button type="submit">${text(sent === undefined ? place.press : place.again)}</button></form>` +
      `<p id="told" role="status"></p></div><p id="without">${text(place.noScript)}</p>${write}` +
      `<p><a href="/${locale}/status">${text(place.status)}</a></p></main><script>${SCRIPT}</script>`,
    STYLE,
  );
}

/** Where no report is open in this browser: the code opens it. */
export function placeClosed(locale: Locale): string {
  const { place, add } = words(locale).report.more;
  return plainPage(
    locale,
    place.quietTitle,
    `${top(locale, '/sos/place')}<main><h1>${text(place.title)}</h1><p>${text(place.problems.closed)}</p>` +
      `<p><a href="/${locale}/status">${text(add.closed.link)}</a></p></main>`,
    STYLE,
  );
}
