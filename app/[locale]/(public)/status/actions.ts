'use server';

import { setTimeout as wait } from 'node:timers/promises';
import { redirect } from 'next/navigation';
import { requestAddress } from '@/app/_request/client';
import { localeIn, textIn } from '@/app/_request/posted';
import { withRefuge } from '@/app/_request/refuge';
import { forgetStatus, openStatus, rememberStatus } from '@/app/_request/status-cookie';
import { giveBack, hit } from '@/lib/abuse/commands';
import { slowLane } from '@/lib/abuse/slow-lane';
import { MINUTE } from '@/lib/clock';
import { database } from '@/lib/database';
import { keepMessage, recordOpened, sendFromReporter } from '@/lib/reports/mailbox/commands';
import { findByReceipt } from '@/lib/reports/mailbox/queries';
import { parseReceiptCode } from '@/lib/reports/receipt-code';

/** Tries of one address that are answered at once, then those that wait, then none: a right code gives its try back. */
const QUICK_TRIES = { name: 'receipt-code', limit: 10, windowMs: 15 * MINUTE };
const SLOW_TRIES = { name: 'receipt-code-slow', limit: 200, windowMs: 15 * MINUTE };
const SLOW_WAIT_MS = 3_000;

/** Opens a report's status by its receipt code. Past ten wrong ones each try waits, so that nobody behind the same address is kept out. */
export async function openStatusAction(form: FormData): Promise<void> {
  const locale = localeIn(form);
  return withRefuge(locale, async () => {
    const typed = textIn(form, 'receipt_code');
    if (typed.trim() === '') redirect(`/${locale}/status?problem=empty`);
    const key = await requestAddress();
    const limits = [QUICK_TRIES, SLOW_TRIES].map((limit) => ({ ...limit, key }));
    const [quick, slow] = await Promise.all(limits.map((limit) => hit(database(), limit)));
    if (!slow?.allowed) redirect(`/${locale}/status?problem=slow`);
    if (!quick?.allowed) await wait(SLOW_WAIT_MS);
    const code = parseReceiptCode(typed);
    const report = code && (await findByReceipt(database(), code));
    if (!report)
      redirect(`/${locale}/status?problem=${quick?.allowed ? (code ? 'wrong' : 'malformed') : 'slow'}`);
    await Promise.all(limits.map((limit) => giveBack(database(), limit)));
    await recordOpened(database(), report);
    await rememberStatus(report);
    redirect(`/${locale}/status`);
  });
}

/** A message from the reporter. */
export async function writeMessageAction(form: FormData): Promise<void> {
  const locale = localeIn(form);
  return withRefuge(locale, async () => {
    await slowLane(database(), await requestAddress());
    const open = await openStatus();
    if (!open) redirect(`/${locale}/status?problem=expired`);
    const { report } = open;
    if (!open.live) {
      await keepMessage(database(), report, textIn(form, 'message'));
      redirect(`/${locale}/status?problem=expired`);
    }
    const sent = await sendFromReporter(
      database(),
      report,
      textIn(form, 'message'),
      textIn(form, 'submission'),
    );
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
