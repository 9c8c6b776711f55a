'use server';

import { redirect } from 'next/navigation';
import { requestAddress } from '@/app/_request/client';
import { localeIn, textIn } from '@/app/_request/posted';
import { withRefuge } from '@/app/_request/refuge';
import { countCodeTry } from '@/lib/abuse/code-tries';
import { database } from '@/lib/database';
import { loadDraft } from '@/lib/reports/draft/queries';
import { parseResumeCode } from '@/lib/reports/draft/resume/code';
import { findByResumeCode } from '@/lib/reports/draft/resume/queries';
import { parseReceiptCode } from '@/lib/reports/receipt-code';
import { putInFront } from '../draft-cookie';
import { placeToGoOn } from '../place-to-go-on';

/** Opens a draft in this browser by its resume code. What the draft was sent as is not opened: that takes the receipt code. */
export async function resumeDraftAction(form: FormData): Promise<void> {
  const locale = localeIn(form);
  return withRefuge(form, resumeDraftAction, async () => {
    const typed = textIn(form, 'resume_code');
    const again = (problem: string) => redirect(`/${locale}/report/resume?problem=${problem}`);
    if (typed.trim() === '') again('empty');
    const { pace, right } = await countCodeTry(database(), 'resume-code', await requestAddress());
    if (pace === 'refused') return again('slow');
    const found = await findByResumeCode(database(), typed);
    const draft = found && (await loadDraft(database(), found.id));
    if (!draft) return again(pace === 'slowed' ? 'slow' : whyNot(typed));
    await right();
    if (draft.reportId) return again('sent');
    await putInFront(draft.id);
    redirect(placeToGoOn(locale, draft));
  });
}

function whyNot(typed: string): string {
  if (parseResumeCode(typed)) return 'wrong';
  return parseReceiptCode(typed) ? 'receipt' : 'malformed';
}
