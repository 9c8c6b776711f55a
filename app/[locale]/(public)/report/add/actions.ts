'use server';

import { redirect } from 'next/navigation';
import { requestAddress } from '@/app/_request/client';
import { localeIn, textIn } from '@/app/_request/posted';
import { withRefuge } from '@/app/_request/refuge';
import { slowLane } from '@/lib/abuse/slow-lane';
import { database } from '@/lib/database';
import { beginAddition } from '@/lib/reports/additions/commands';
import { readAddable } from '@/lib/reports/additions/queries';
import { putInFront } from '../draft-cookie';
import { additionTarget, isAddFrom } from './target';

/** A topic was chosen: opens its page, in a draft that adds to the report. One that its kind does not have leads back to the choice. */
export async function addTopicAction(form: FormData): Promise<void> {
  const locale = localeIn(form);
  return withRefuge(form, addTopicAction, async () => {
    await slowLane(database(), await requestAddress());
    const from = textIn(form, 'of');
    const target = await additionTarget(isAddFrom(from) ? from : null);
    const addable = target && (await readAddable(database(), target.reportId));
    const topic = addable?.steps.find(({ slug }) => slug === textIn(form, 'topic'));
    if (!target || !topic) redirect(`/${locale}/report/add`);
    if (!target.draft) {
      const id = await beginAddition(database(), target.reportId);
      if (!id) redirect(`/${locale}/report/add`);
      await putInFront(id);
    }
    redirect(`/${locale}/report/${topic.slug}`);
  });
}
