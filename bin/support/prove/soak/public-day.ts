import { randomUUID } from 'node:crypto';
import sharp from 'sharp';
import type { Locale } from '@/lib/i18n/locale';
import { reporterKinds } from '@/lib/urgency/answers';
import { Browser } from '../browser';
import { fileWhole } from '../dump';
import { receiptOn, report, reportByForm } from '../reporter';
import { anyOf, type Day } from './day';

const READ = [
  ...['', '/background', '/background/how-it-works', '/background/figures', '/background/timeline'],
  ...[
    '/background/who-does-what',
    '/background/before-you-go',
    '/background/viewpoints',
    '/background/sources',
  ],
  ...['/numbers', '/contacts', '/privacy', '/accessibility', '/report', '/status', '/report/resume', '/sos'],
].flatMap((path) => [`/ko${path}`, `/en${path}`]);
const DATA = [
  ...['/api/numbers.json', '/api/numbers.csv', '/api/health', '/sitemap.xml'],
  ...['/api/background/figures.csv', '/api/background/figures.json', '/api/background/timeline.csv'],
];

/** What people do who are not the desk's: each thing in a browser and from an address of its own. */
export function publicThings(base: string, day: Day): Record<string, () => Promise<void>> {
  const browser = () => new Browser(base, day.weather);
  const locale = (): Locale => (Math.random() < 0.3 ? 'en' : 'ko');
  const keep = ({ reference, code }: { reference: string; code: string }) => {
    day.codes.push(code);
    day.fresh.push(reference);
  };
  return {
    'a report': async () => keep(await report(base, day.weather, locale())),
    'a whole report': async () => {
      const kind = anyOf(reporterKinds) ?? 'FAMILY';
      await fileWhole(browser(), kind, ` ${randomUUID().slice(0, 8)}`);
    },
    'a report with a photo': async () => {
      const one = browser();
      const check = await reportByForm(one, 'WITNESS', `사진을 붙인 신고 ${randomUUID()}`);
      const page = await one.upload(await one.open('/ko/report/files/files'), await photo());
      if (!page.url.includes('done=')) throw new Error(`the photo led to ${page.url}`);
      keep(receiptOn(await one.send(check, {})));
    },
    'a report begun and left': async () => {
      const one = browser();
      await one.send(await one.open('/ko/report'), { reporter_kind: 'FAMILY' });
    },
    'a look at the state, and a message': async () => {
      const code = anyOf(day.codes);
      if (!code) return;
      const one = browser();
      const page = await one.send(await one.open('/ko/status'), { receipt_code: code }, 'receipt_code');
      const sent = await one.send(page, { message: `그 뒤로 소식이 없어요 ${randomUUID()}` }, 'message');
      if (!sent.url.includes('sent=1')) throw new Error(`a message led to ${sent.url}`);
    },
    'a wrong code': async () => {
      const one = browser();
      const page = await one.send(
        await one.open('/en/status'),
        { receipt_code: 'K7M-2PX-K7M-2PX-K7M-2PX' },
        'receipt_code',
      );
      if (!page.url.includes('problem=')) throw new Error(`a wrong code led to ${page.url}`);
    },
    reading: async () => {
      const one = browser();
      for (let pages = 0; pages < 5; pages += 1) await one.open(anyOf(READ) ?? '/ko');
    },
    'fetching data': async () => void (await browser().open(anyOf(DATA) ?? '/api/health')),
  };
}

/** A photo that no other one is, of about a hundred kilobytes. */
async function photo(): Promise<File> {
  const noise = { type: 'gaussian' as const, mean: 128, sigma: 40 };
  const bytes = await sharp({ create: { width: 800, height: 600, channels: 3, background: '#456', noise } })
    .jpeg()
    .toBuffer();
  return new File([new Uint8Array(bytes)], '건물 정문.jpg', { type: 'image/jpeg' });
}
