import { randomInt, randomUUID } from 'node:crypto';
import type { Locale } from '@/lib/i18n/locale';
import { Browser, type Page, type Weather } from './browser';

/** A report whose sender has seen the receipt. */
export type Acknowledged = { words: string; reference: string; code: string };

const FIELDS: Record<string, Record<string, Record<string, string>>> = {
  SELF_DANGER: { now: { situation: 'CONFINED' } },
  WITNESS: {
    safety: { device_safe: 'SAFE', contact_risk: 'UNKNOWN' },
    now: { harm_now: 'VIOLENCE' },
    place: { country: 'KH', building: 'B동' },
    evidence: {},
    you: { reporter_mode: 'CONFIDENTIAL', K1: 'AGREE' },
  },
};

/** One person reports, in one of three ways, and does not give up before the receipt is on the screen. */
export async function report(base: string, weather: Weather, locale: Locale = 'ko'): Promise<Acknowledged> {
  const browser = new Browser(base, weather);
  const words = `제발 도와주세요 ${randomUUID()}`;
  const way = randomInt(10);
  const page =
    way < 3
      ? await browser.send(await browser.open(`/${locale}/sos`), { narrative: words })
      : await fillIn(browser, way < 7 ? 'SELF_DANGER' : 'WITNESS', words, locale);
  return { words, ...receiptOn(page) };
}

async function fillIn(
  browser: Browser,
  kind: 'SELF_DANGER' | 'WITNESS',
  words: string,
  locale: Locale,
): Promise<Page> {
  const check = await reportByForm(browser, kind, words, locale);
  return check.url.startsWith(`/${locale}/report/receipt`) ? check : sendTwice(browser, check, locale);
}

/** Fills in a report and answers the page on which it is sent; or its receipt, should it be sent already. */
export async function reportByForm(
  browser: Browser,
  kind: 'SELF_DANGER' | 'WITNESS',
  words: string,
  locale: Locale = 'ko',
): Promise<Page> {
  let page = await browser.send(await browser.open(`/${locale}/report`), { reporter_kind: kind });
  for (let pages = 0; pages < 20; pages += 1) {
    const slug = /^\/(?:ko|en)\/report\/([a-z]+)/.exec(page.url)?.[1] ?? '';
    if (slug === 'receipt' || slug === 'check') return page;
    // The answer to the very first form was lost, and with it went nothing but the way: the draft is there, and the page asks.
    if (slug === '' && page.url.includes('?kind=')) {
      page = await browser.open(`/${locale}/report/${Object.keys(FIELDS[kind] ?? {})[0]}`);
      continue;
    }
    const fields = FIELDS[kind]?.[slug];
    if (!fields || page.url.includes('problems=1')) throw new Error(`led to ${page.url}`);
    page = await browser.send(page, { ...fields, ...(slug === 'now' ? { narrative: words } : {}) });
  }
  throw new Error('the form had no end');
}

/** One in three presses the button twice, and one in three reloads the receipt; nothing but the same receipt may come of it. */
async function sendTwice(browser: Browser, check: Page, locale: Locale): Promise<Page> {
  const more = randomInt(3);
  const [receipt, again] = await Promise.all([
    browser.send(check, {}),
    more === 0 ? browser.send(check, {}) : undefined,
  ]);
  const shown = again ?? (more === 1 ? await browser.open(`/${locale}/report/receipt`) : receipt);
  if (receiptOn(receipt).code !== receiptOn(shown).code) throw new Error('two receipts for one report');
  return receipt;
}

/** The receipt that a page shows. Throws when it shows none. */
export function receiptOn(page: Page): { reference: string; code: string } {
  const read = (name: string) => new RegExp(`data-testid="${name}"[^>]*>([^<]*)<`).exec(page.html)?.[1] ?? '';
  const receipt = { reference: read('reference'), code: read('receipt-code') };
  if (!receipt.code || !receipt.reference) throw new Error(`no receipt on ${page.url}`);
  return receipt;
}
