'use server';

import { redirect } from 'next/navigation';
import { requestAddress } from '@/app/_request/client';
import { withRefuge } from '@/app/_request/refuge';
import { hit, peek } from '@/lib/abuse/commands';
import { slowLane } from '@/lib/abuse/slow-lane';
import { MINUTE } from '@/lib/clock';
import { database } from '@/lib/database';
import { isLocale, type Locale } from '@/lib/i18n/locale';
import { sendFromReporter } from '@/lib/reports/mailbox/commands';
import { findByReceipt } from '@/lib/reports/mailbox/queries';
import { parseReceiptCode } from '@/lib/reports/receipt-code';
import { forgetStatus, openStatus, rememberStatus } from './status-cookie';

const text = (form: FormData, name: string) => {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
};

const localeIn = (form: FormData): Locale => (text(form, 'locale') === 'en' && isLocale('en') ? 'en' : 'ko');

/** Wrong codes of one address that are answered at once; past them the address waits until the window is over. */
const WRONG_CODES = { name: 'receipt-code', limit: 10, windowMs: 15 * MINUTE };

/** Opens a report's status by its receipt code. Only wrong codes are counted. */
export async function openStatusAction(form: FormData): Promise<void> {
  const locale = localeIn(form);
  return withRefuge(locale, async () => {
    const typed = text(form, 'receipt_code');
    if (typed.trim() === '') redirect(`/${locale}/status?problem=empty`);
    const limit = { ...WRONG_CODES, key: await requestAddress() };
    const { allowed, retryAfterMs } = await peek(database(), limit);
    if (!allowed) redirect(`/${locale}/status?problem=slow&minutes=${Math.ceil(retryAfterMs / MINUTE)}`);
    const code = parseReceiptCode(typed);
    const report = code && (await findByReceipt(database(), code));
    if (!report) {
      await hit(database(), limit);
      redirect(`/${locale}/status?problem=${code ? 'wrong' : 'malformed'}`);
    }
    await rememberStatus(report);
    redirect(`/${locale}/status`);
  });
}

/** A message from the reporter. */
export async function writeMessageAction(form: FormData): Promise<void> {
  const locale = localeIn(form);
  return withRefuge(locale, async () => {
    await slowLane(database(), await requestAddress());
    const report = await openStatus();
    if (!report || report === 'expired') redirect(`/${locale}/status?problem=expired`);
    const sent = await sendFromReporter(database(), report, text(form, 'message'), text(form, 'submission'));
    if (!sent.ok) redirect(`/${locale}/status?problem=message-${sent.reason}`);
    redirect(`/${locale}/status?sent=1${sent.masked > 0 ? '&notice=masked' : ''}`);
  });
}

/** Closes the status in this browser. */
export async function closeStatusAction(form: FormData): Promise<void> {
  const locale = localeIn(form);
  return withRefuge(locale, async () => {
    await forgetStatus();
    redirect(`/${localeIn(form)}/status?closed=1`);
  });
}
