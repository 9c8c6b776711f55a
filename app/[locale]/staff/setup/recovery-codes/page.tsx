import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { Button } from '@/app/_components/button';
import { Notice } from '@/app/_components/notice';
import { type LocaleProps, localeOf } from '@/app/_request/locale';
import { database } from '@/lib/database';
import { words } from '@/lib/i18n/words';
import { unacknowledgedRecoveryCodes } from '@/lib/staff/queries';
import { requireStaff } from '@/lib/staff/session';
import { PageTitle } from '../../_desk/page-title';
import { acknowledgeRecoveryCodesAction } from '../actions';

export async function generateMetadata({ params }: LocaleProps): Promise<Metadata> {
  return { title: words(await localeOf(params)).staff.setup.codes.title };
}

/** Shown again at every visit until the person says that the codes are kept; then never again. */
export default async function RecoveryCodesPage({ params }: LocaleProps) {
  const locale = await localeOf(params);
  const actor = await requireStaff(null, { fresh: true });
  const codes = await unacknowledgedRecoveryCodes(database(), actor);
  if (!codes) redirect(`/${locale}/staff`);
  const { codes: said } = words(locale).staff.setup;
  return (
    <div className="max-w-form space-y-6">
      <PageTitle>{said.title}</PageTitle>
      <p>{said.intro}</p>
      <ul aria-label={said.list} className="grid gap-2 font-mono md:grid-cols-2" data-testid="recovery-codes">
        {codes.map((code) => (
          <li key={code} className="border border-gray-20 px-3 py-2">
            {code}
          </li>
        ))}
      </ul>
      <Notice locale={locale} tone="warning">
        <p>{said.once}</p>
      </Notice>
      <form action={acknowledgeRecoveryCodesAction}>
        <input type="hidden" name="locale" value={locale} />
        <Button>{said.submit}</Button>
      </form>
    </div>
  );
}
