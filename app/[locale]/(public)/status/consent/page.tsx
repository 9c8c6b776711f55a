import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { Button } from '@/app/_components/button';
import { LiveForm } from '@/app/_components/live-form';
import { PublicPage } from '@/app/_components/public-page';
import { guarded } from '@/app/_request/guarded';
import { type LocaleProps, localeOf } from '@/app/_request/locale';
import { openStatus } from '@/app/_request/status-cookie';
import { database } from '@/lib/database';
import { words } from '@/lib/i18n/words';
import { consentIds } from '@/lib/reports/consent-versions';
import { readMailbox } from '@/lib/reports/mailbox/queries';
import { fieldsOf } from '@/lib/reports/questionnaire';
import { ConsentField } from '../../_consent/consent-field';
import { askToChangeConsentAction } from '../request-actions';
import { WhatHappens } from '../what-happens';

export async function generateMetadata({ params }: LocaleProps): Promise<Metadata> {
  return { title: words(await localeOf(params)).report.more.quietTitles.consent };
}

/** All consents chosen anew, in the same words as in the form. What was chosen before is not shown: somebody else may hold the code. */
async function ConsentPage({ params }: LocaleProps) {
  const locale = await localeOf(params);
  const { report } = words(locale);
  const { consent, back } = report.more.requests;
  const open = await openStatus();
  const mailbox = open?.live ? await readMailbox(database(), open.report) : null;
  if (!mailbox) redirect(`/${locale}/status?problem=expired`);
  const asked = fieldsOf(mailbox.kind, 'S8').map(({ name }) => name);
  return (
    <PublicPage locale={locale} path="/status/consent" width="form" exit>
      <h1>{consent.title}</h1>
      <WhatHappens lead={consent.lead} items={consent.what} />
      <div className="mt-8">
        <LiveForm
          id="consent-form"
          action={askToChangeConsentAction}
          complaints={[]}
          failed={report.notices.failed}
          tooLong={report.notices.tooLong}
          sending={report.drafts.sending}
        >
          <input type="hidden" name="locale" value={locale} />
          <input type="hidden" name="submission" value={randomUUID()} />
          {consentIds
            .filter((id) => asked.includes(id))
            .map((id) => (
              <ConsentField key={id} locale={locale} name={id} given={[]} />
            ))}
          <Button wide>{consent.send}</Button>
        </LiveForm>
      </div>
      <p className="mt-6">
        <a href={`/${locale}/status`} className="inline-flex min-h-11 items-center">
          {back}
        </a>
      </p>
    </PublicPage>
  );
}

export default guarded(ConsentPage);
