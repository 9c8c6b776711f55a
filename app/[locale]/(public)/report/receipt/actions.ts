'use server';

import { redirect } from 'next/navigation';
import { draftToken } from '@/app/_request/draft-cookie';
import { localeIn, textIn } from '@/app/_request/posted';
import { withRefuge } from '@/app/_request/refuge';
import { database } from '@/lib/database';
import { destroyDraft } from '@/lib/reports/draft/commands';
import { parseReceiptCode } from '@/lib/reports/receipt-code';
import { currentDraft, receiptDraft, rememberDraft, stepBack } from '../draft-cookie';

/**
 * The code as the person wrote it down, compared here: right, it is removed from this browser; wrong, it stays and nothing is lost. What was
 * typed is not given back, so that it stands in no address.
 */
export async function typeBackAction(form: FormData): Promise<void> {
  const locale = localeIn(form);
  return withRefuge(form, typeBackAction, async () => {
    const draft = await receiptDraft();
    if (!draft?.reportId) redirect(`/${locale}/report/receipt`);
    const typed = textIn(form, 'typed_code');
    if (typed.trim() === '') redirect(`/${locale}/report/receipt?typed=empty`);
    if (parseReceiptCode(typed) !== draft.receipt.code) redirect(`/${locale}/report/receipt?typed=wrong`);
    await forgetReceipt();
    redirect(`/${locale}/status?kept=right`);
  });
}

/** The person has kept the code, or wants it gone: it is removed from this browser. */
export async function forgetReceiptAction(form: FormData): Promise<void> {
  const locale = localeIn(form);
  return withRefuge(form, forgetReceiptAction, async () => {
    const receipt = await receiptDraft();
    // A receipt page left open must not take what was begun or sent since, whose code nobody has written down.
    if (receipt && textIn(form, 'draft') !== (await draftToken(receipt.id)))
      redirect(`/${locale}/report/receipt`);
    await forgetReceipt();
    redirect(`/${locale}/status?kept=gone`);
  });
}

/** The draft with the code goes, and an addition that was begun from it. What was sent stays, and so does what adds to another report. */
async function forgetReceipt(): Promise<void> {
  const [draft, receipt] = [await currentDraft(), await receiptDraft()];
  if (receipt) await destroyDraft(database(), receipt.id);
  if (draft?.addsTo && !draft.reportId && draft.addsTo !== receipt?.reportId) return rememberDraft(draft.id);
  if (draft?.addsTo) await destroyDraft(database(), draft.id);
  await stepBack();
}
