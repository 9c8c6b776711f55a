import type { Metadata } from 'next';
import { cookies } from 'next/headers';
import { Notice } from '@/app/_components/notice';
import { type LocaleProps, localeOf } from '@/app/_request/locale';
import { database } from '@/lib/database';
import { words } from '@/lib/i18n/words';
import { listAccounts } from '@/lib/staff/accounts/queries';
import { requireStaff } from '@/lib/staff/session';
import { openCookie } from '@/lib/vault/cookie';
import { PageTitle } from '../_desk/page-title';
import { oneOf } from '../_desk/posted';
import { AccountTable } from './account-table';
import { INVITE_COOKIE, type InviteMemo } from './invite-cookie';
import { InviteForm } from './invite-form';

type Search = { done?: string | string[]; problem?: string | string[] };
type Props = LocaleProps & { searchParams: Promise<Search> };

export async function generateMetadata({ params }: LocaleProps): Promise<Metadata> {
  return { title: words(await localeOf(params)).staff.accounts.title };
}

/** Who is at the desk. What changes accounts wants a sign-in of the last minutes, so the page does. */
export default async function AccountsPage({ params, searchParams }: Props) {
  const locale = await localeOf(params);
  const actor = await requireStaff('account.list', { fresh: true });
  const { done, problem } = await searchParams;
  const { accounts: said } = words(locale).staff;
  const rows = await listAccounts(database(), actor);
  const sealed = (await cookies()).get(INVITE_COOKIE)?.value;
  const memo = sealed ? await openCookie<InviteMemo>(database(), INVITE_COOKIE, sealed) : null;
  const mine = memo?.by === actor.sessionId ? memo : null;
  const doneLine = Object.entries(said.done).find(([code]) => code === oneOf(done))?.[1];
  const problemLine = Object.entries(said.problems).find(([code]) => code === oneOf(problem));
  const aboutInvite = mine?.typed && problemLine ? problemLine : undefined;
  return (
    <div className="space-y-6">
      <PageTitle>{said.title}</PageTitle>
      {doneLine ? (
        <Notice locale={locale} tone="success" role="status">
          <p>{doneLine}</p>
        </Notice>
      ) : null}
      {problemLine && !aboutInvite ? (
        <Notice locale={locale} tone="danger" role="alert">
          <p>{problemLine[1]}</p>
        </Notice>
      ) : null}
      {mine?.link && oneOf(done) === 'invited' ? (
        <Notice locale={locale} tone="success" title={said.link} heading="h2" role="status">
          <p className="font-mono break-all" data-testid="invitation-link">
            {mine.link}
          </p>
          <p>{said.linkOnce(mine.name)}</p>
        </Notice>
      ) : null}
      <AccountTable locale={locale} actor={actor} rows={rows} />
      <InviteForm locale={locale} problem={aboutInvite} typed={mine?.typed} />
    </div>
  );
}
