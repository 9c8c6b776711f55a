import type { Metadata } from 'next';
import { cookies } from 'next/headers';
import { Notice } from '@/app/_components/notice';
import { type LocaleProps, localeOf } from '@/app/_request/locale';
import { oneOf } from '@/app/_request/posted';
import { database } from '@/lib/database';
import { words } from '@/lib/i18n/words';
import { listAccounts, listOpenInvitations } from '@/lib/staff/accounts/queries';
import { findTyped } from '@/lib/staff/kept/queries';
import { requireStaff } from '@/lib/staff/session';
import { openCookie } from '@/lib/vault/cookie';
import { PageTitle } from '../_desk/page-title';
import { RecoveryNotice } from '../_desk/recovery-notice';
import { AccountTable } from './account-table';
import { InvitationTable } from './invitation-table';
import { INVITE_COOKIE, INVITE_PLACE, type InviteMemo } from './invite-cookie';
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
  const [rows, invitations, kept] = await Promise.all([
    listAccounts(database(), actor),
    listOpenInvitations(database(), actor),
    findTyped(database(), actor.id, INVITE_PLACE),
  ]);
  const sealed = (await cookies()).get(INVITE_COOKIE)?.value;
  const memo = sealed ? await openCookie<InviteMemo>(database(), INVITE_COOKIE, sealed) : null;
  const mine = memo?.by === actor.sessionId ? memo : null;
  const doneLine = Object.entries(said.done).find(([code]) => code === oneOf(done))?.[1];
  const problemLine = Object.entries(said.problems).find(([code]) => code === oneOf(problem));
  // From the try before this one, or from before a fresh sign-in.
  const typed =
    mine?.typed ??
    (kept
      ? { name: kept.name ?? '', email: kept.email ?? '', roles: (kept.roles ?? '').split(' ') }
      : undefined);
  const aboutInvite = mine?.typed && problemLine ? problemLine : undefined;
  return (
    <div className="space-y-6">
      <RecoveryNotice locale={locale} actor={actor} />
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
      <InvitationTable locale={locale} rows={invitations} />
      <InviteForm locale={locale} problem={aboutInvite} typed={typed} />
    </div>
  );
}
