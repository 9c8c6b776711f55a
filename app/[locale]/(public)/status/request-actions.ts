'use server';

import { redirect } from 'next/navigation';
import { requestAddress } from '@/app/_request/client';
import { localeIn, textIn } from '@/app/_request/posted';
import { withRefuge } from '@/app/_request/refuge';
import { openStatus } from '@/app/_request/status-cookie';
import { slowLane } from '@/lib/abuse/slow-lane';
import { database } from '@/lib/database';
import { consentIds } from '@/lib/reports/consent-versions';
import { keepMessage } from '@/lib/reports/mailbox/commands';
import { readMailbox } from '@/lib/reports/mailbox/queries';
import { readPosted } from '@/lib/reports/posted';
import { askToChangeConsent, askToWithdraw } from '@/lib/reports/requests/commands';

/** A request to withdraw. Past the half hour that a code opens, what was written waits behind the code as an unsent message. */
export async function askToWithdrawAction(form: FormData): Promise<void> {
  const locale = localeIn(form);
  return withRefuge(form, askToWithdrawAction, async () => {
    await slowLane(database(), await requestAddress());
    const open = await openStatus();
    const typed = textIn(form, 'reason');
    if (!open?.live) {
      if (open) await keepMessage(database(), open.report, typed);
      redirect(`/${locale}/status?problem=expired`);
    }
    const erase = textIn(form, 'erase') === 'YES';
    const asked = await askToWithdraw(database(), open.report, typed, textIn(form, 'submission'), erase);
    if (asked.ok || asked.reason === 'open' || asked.reason === 'gone')
      redirect(`/${locale}/status?asked=${asked.ok ? 'withdraw' : 'open'}`);
    await keepMessage(database(), open.report, typed);
    redirect(`/${locale}/status/withdraw?problem=${asked.reason}`);
  });
}

/** A request to let other consents count. */
export async function askToChangeConsentAction(form: FormData): Promise<void> {
  const locale = localeIn(form);
  return withRefuge(form, askToChangeConsentAction, async () => {
    await slowLane(database(), await requestAddress());
    const open = await openStatus();
    const mailbox = open?.live ? await readMailbox(database(), open.report) : null;
    if (!mailbox) redirect(`/${locale}/status?problem=expired`);
    const posted = readPosted(mailbox.kind, 'S8', form).answers;
    const answers = Object.fromEntries(
      Object.entries(posted).filter(([name]) => consentIds.some((id) => id === name)),
    );
    const choice = { reportId: mailbox.reportId, kind: mailbox.kind, answers, shownIn: locale };
    const asked = await askToChangeConsent(database(), choice, textIn(form, 'submission'));
    redirect(`/${locale}/status?asked=${asked.ok ? 'consent' : 'open'}`);
  });
}
