import { randomInt, randomUUID } from 'node:crypto';
import { getDb } from '@/db/client';
import { settleAccount } from './account';
import { Browser, type Weather } from './browser';
import { type Figure, none, type Stage } from './figure';
import { type Acknowledged, receiptOn, reportByForm } from './reporter';

/** How one report is sent more than once. */
const WAYS = ['double click', 'again after a lost answer', 'reload of the receipt'] as const;

/** The same report sent again, in each way that it happens, by the form and by sos: one is stored, and every answer shows the same receipt. */
export async function proveRepeats({ app, long }: Stage): Promise<Figure[]> {
  const times = long ? 100 : 3;
  const weather: Weather = { requests: 0, broken: 0, unavailable: 0, reasons: new Map() };
  const told: Acknowledged[] = [];
  const different: string[] = [];
  const settle = (way: string, words: string, receipts: readonly Omit<Acknowledged, 'words'>[]) => {
    const [first] = receipts;
    if (!first) return void different.push(`${way}: no receipt`);
    told.push({ words, ...first });
    if (receipts.some(({ code, reference }) => code !== first.code || reference !== first.reference))
      different.push(`${way}: another receipt`);
  };

  const byForm = async (way: (typeof WAYS)[number]) => {
    const browser = new Browser(app.address, weather);
    const words = `다시 보낸 신고 ${randomUUID()}`;
    const check = await reportByForm(browser, 'SELF_DANGER', words);
    const send = () => browser.send(check, {});
    const pages =
      way === 'double click'
        ? await Promise.all([send(), send(), send()])
        : way === 'again after a lost answer'
          ? [await browser.abandon(check, {}, randomInt(60)).then(send)]
          : [
              await send(),
              await browser.open('/ko/report/receipt'),
              await browser.open('/ko/report/receipt'),
            ];
    settle(`form, ${way}`, words, pages.map(receiptOn));
  };

  const bySos = async (way: (typeof WAYS)[number]) => {
    const browser = new Browser(app.address, weather);
    const words = `다시 보낸 긴급 신고 ${randomUUID()}`;
    const form = await browser.open('/ko/sos');
    const send = () => browser.send(form, { narrative: words });
    const pages =
      way === 'double click'
        ? await Promise.all([send(), send(), send()])
        : [await browser.abandon(form, { narrative: words }, randomInt(60)).then(send), await send()];
    settle(`sos, ${way}`, words, pages.map(receiptOn));
  };

  for (let turn = 0; turn < times; turn += 1)
    for (const way of WAYS) await Promise.all([byForm(way), bySos(way)]);
  const account = await settleAccount(getDb(), told);
  return [
    none(
      `lost of ${told.length} reports, each sent two or three times (${weather.requests} requests)`,
      account.lost,
    ),
    none('stored twice', account.doubled),
    none('shown another receipt', different),
  ];
}
