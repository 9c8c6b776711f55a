import { randomUUID } from 'node:crypto';
import { FastBrowser, type Shown } from './fast-browser';

/** About 150 characters, as the bars ask for, and different each time. */
export const words = () =>
  `프놈펜 북쪽의 회색 건물 4층에 갇혀 있다고 했고 하루에 한 번만 전화를 받아요. 여권과 휴대전화를 빼앗겼고 밤마다 다른 방으로 옮겨진다고 했어요. 파란 대문과 높은 담, 담 위의 철조망을 보았대요. ${randomUUID()}`;

/** What a family answers, page by page; a page that is not named here is sent as it is. */
const FAMILY: Record<string, () => Record<string, string | string[]>> = {
  safety: () => ({ device_safe: 'SAFE', can_talk: 'TEXT', contact_risk: 'SAFE', subject_aware: 'NO' }),
  now: () => ({
    situation: 'CONFINED',
    harm_now: ['VIOLENCE'],
    control: ['PASSPORT', 'GUARDS'],
    narrative: words(),
  }),
  person: () => ({ name_ko: '가나루', birth_year: '1999', sex: 'FEMALE', prior_reports: 'NONE' }),
  place: () => ({
    country: 'KH',
    province: 'KH-12',
    last_contact_at_year: '2026',
    last_contact_at_month: '11',
  }),
  offer: () => ({ first_contact_channel: 'TELEGRAM', gave: ['PASSPORT_COPY'] }),
  you: () => ({ reporter_mode: 'CONFIDENTIAL', K1: 'AGREE' }),
};

/** The whole family journey without script: every page opened, filled in and sent, to the receipt. Answers how many requests it was. */
export async function familyJourney(base: URL, watch?: FastBrowser['watch']): Promise<void> {
  const browser = new FastBrowser(base, watch);
  let page = await browser.send(await browser.open('/ko/report'), { reporter_kind: 'FAMILY' });
  for (let pages = 0; pages < 15; pages += 1) {
    const slug = /^\/ko\/report\/([a-z-]+)/.exec(page.url)?.[1] ?? '';
    if (slug === 'receipt') return void receiptOn(page);
    if (page.url.includes('problems=1')) throw new Error(`sent back to ${page.url}`);
    page = await browser.send(page, FAMILY[slug]?.() ?? {});
  }
  throw new Error('the form had no end');
}

/** The shortest report: the page, and its answer. */
export async function sosJourney(base: URL, watch?: FastBrowser['watch']): Promise<void> {
  const browser = new FastBrowser(base, watch);
  receiptOn(await browser.send(await browser.open('/ko/sos'), { narrative: words() }));
}

function receiptOn({ html, url }: Shown): string {
  const code = /data-testid="receipt-code"[^>]*>([^<]*)</.exec(html)?.[1];
  if (!code) throw new Error(`no receipt on ${url}`);
  return code;
}
