import { headers } from 'next/headers';
import { LandingMark } from '@/app/_components/landing-mark';
import { VisuallyHidden } from '@/app/_components/visually-hidden';
import { countToDecide } from '@/lib/cases/approving/queries';
import { database } from '@/lib/database';
import { type Locale, otherLocale } from '@/lib/i18n/locale';
import { words } from '@/lib/i18n/words';
import { countUnseen } from '@/lib/notify/outbox/queries';
import { can, type Permission } from '@/lib/staff/roles';
import type { StaffActor } from '@/lib/staff/session';
import { signOutAction } from './actions';

const places = [
  { key: 'queue', path: '/staff', permission: 'queue.view' },
  { key: 'cases', path: '/staff/cases', permission: 'case.read' },
  { key: 'search', path: '/staff/search', permission: 'search.use' },
  { key: 'approvals', path: '/staff/approvals', permission: 'approval.request' },
  { key: 'handOvers', path: '/staff/hand-overs', permission: 'case.read' },
  { key: 'sites', path: '/staff/sites', permission: 'case.read' },
  { key: 'returns', path: '/staff/returns', permission: 'case.read' },
  { key: 'board', path: '/staff/board', permission: 'queue.view' },
  { key: 'settings', path: '/staff/settings', permission: 'settings.view' },
  { key: 'accounts', path: '/staff/accounts', permission: 'account.list' },
  { key: 'erasures', path: '/staff/erasures', permission: 'erasure.view' },
  { key: 'audit', path: '/staff/audit', permission: 'audit.view' },
] as const satisfies readonly { key: string; path: string; permission: Permission }[];

const linkLook = 'inline-flex min-h-11 items-center rounded-md px-2 font-bold hover:bg-primary-5';

/** Who is signed in and where they can go; for a stranger nothing but the name and the language. */
export async function DeskHeader({ locale, actor }: { locale: Locale; actor: StaffActor | null }) {
  const here = await headers();
  const path = here.get('x-path') ?? '/staff';
  // With its query: an invitation's link would otherwise lose its token with the language.
  const search = here.get('x-search') ?? '';
  const { staff, shell, desk } = words(locale);
  const waiting = actor ? await countToDecide(database(), actor) : 0;
  const told = actor && can(actor.roles, 'queue.view') ? await countUnseen(database(), actor.id) : 0;
  const other = otherLocale(locale);
  const home = actor ? `/${locale}/staff` : `/${locale}`;
  return (
    <>
      <a
        href="#main"
        className="sr-only bg-gray-90 px-4 py-3 font-bold text-gray-0 focus:not-sr-only focus:absolute focus:z-10"
      >
        {shell.skip}
      </a>
      <header className="border-b border-gray-20 bg-gray-5" data-no-print="">
        <div className="mx-auto flex max-w-content flex-wrap items-center gap-x-6 gap-y-1 px-4 py-1 md:px-6">
          <a
            href={home}
            className="inline-flex min-h-11 items-center gap-2 font-bold text-gray-90 no-underline"
          >
            <LandingMark className="size-6 text-primary-70" />
            {staff.desk}
          </a>
          {actor ? (
            <nav aria-label={staff.chrome.label}>
              <ul className="flex flex-wrap gap-2">
                {places
                  .filter((place) => can(actor.roles, place.permission))
                  .map((place) => (
                    <li key={place.key}>
                      <a
                        href={`/${locale}${place.path}`}
                        aria-current={path === place.path ? 'page' : undefined}
                        className={linkLook}
                      >
                        {staff.chrome[place.key]}
                        {place.key === 'approvals' ? (
                          <Count value={waiting} said={desk.approvals.waiting(waiting)} />
                        ) : null}
                      </a>
                    </li>
                  ))}
              </ul>
            </nav>
          ) : null}
          <div className="flex flex-wrap items-center gap-x-4 md:ml-auto">
            <a href={`/${other}${path}${search}`} lang={other} hrefLang={other} className={linkLook}>
              {shell.header.otherLanguageName}
            </a>
            {actor && can(actor.roles, 'queue.view') ? (
              <a
                href={`/${locale}/staff/notices`}
                aria-current={path === '/staff/notices' ? 'page' : undefined}
                className={linkLook}
              >
                {desk.notices.nav}
                <Count value={told} said={desk.notices.unseen(told)} />
              </a>
            ) : null}
            {actor ? (
              <form action={signOutAction} className="flex items-center gap-x-4">
                <input type="hidden" name="locale" value={locale} />
                <span data-testid="signed-in-as">{staff.chrome.signedInAs(actor.name)}</span>
                <button type="submit" className={`cursor-pointer text-primary-70 underline ${linkLook}`}>
                  {staff.chrome.signOut}
                </button>
              </form>
            ) : null}
          </div>
        </div>
      </header>
    </>
  );
}

/** How much waits, beside where it waits. Nothing at all says nothing. */
function Count({ value, said }: { value: number; said: string }) {
  if (value === 0) return null;
  return (
    <span className="ml-1 inline-block rounded-sm bg-danger-60 px-2 text-small text-gray-0">
      <span aria-hidden="true">{value}</span>
      <VisuallyHidden> {said}</VisuallyHidden>
    </span>
  );
}
