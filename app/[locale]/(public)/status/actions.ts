'use server';

import { redirect } from 'next/navigation';
import { requestAddress } from '@/app/_request/client';
import { localeIn, textIn } from '@/app/_request/posted';
import { withRefuge } from '@/app/_request/refuge';
import { forgetStatus, openStatus, rememberStatus } from '@/app/_request/status-cookie';
import { countCodeTry } from '@/lib/abuse/code-tries';
import { slowLane } from '@/lib/abuse/slow-lane';
import { database } from '@/lib/database';
import { keepMessage, recordOpened, sendFromReporter } from '@/lib/reports/mailbox/commands';
import { findByReceipt } from '@/lib/reports/mailbox/queries';
import { parseReceiptCode } from '@/lib/reports/receipt-code';
import { erasedAtByReceipt } from '@/lib/retention/told/queries';
import { seoulDay } from '@/lib/seoul-time';

/** Opens a report's status by its receipt code. Past ten wrong ones each try waits, so that nobody behind the same address is kept out. */
export async function openStatusAction(form: FormData): Promise<void> {
  const locale = localeIn(form);
  return withRefuge(form, openStatusAction, async () => {
    const typed = textIn(form, 'receipt_code');
    if (typed.trim() === '') redirect(`/${locale}/status?problem=empty`);
    const { pace, right } = await countCodeTry(database(), 'receipt-code', await requestAddress());
    if (pace === 'refused') redirect(`/${locale}/status?problem=slow`);
    const code = parseReceiptCode(typed);
    const report = code && (await findByReceipt(database(), code));
    const erased = code && !report ? await erasedAtByReceipt(database(), code) : null;
    if (erased) {
      await right();
      redirect(`/${locale}/status?erased=${seoulDay(erased)}`);
    }
    if (!report)
      redirect(`/${locale}/status?problem=${pace === 'slowed' ? 'slow' : code ? 'wrong' : 'malformed'}`);
    await right();
    await recordOpened(database(), report);
    await rememberStatus(report);
    redirect(`/${locale}/status`);
  });
}

/** A message from the reporter. */
export async function writeMessageAction(form: FormData): Promise<void> {
  const locale = localeIn(form);
  return withRefuge(form, writeMessageAction, async () => {
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
  return withRefuge(form, closeStatusAction, async () => {
    await forgetStatus();
    redirect(`/${localeIn(form)}/status?closed=1`);
  });
}
