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
  const language = (
    <a href={`/${other}${path}${search}`} lang={other} hrefLang={other} className={linkLook}>
      {shell.header.otherLanguageName}
    </a>
  );
  const home = actor ? `/${locale}/staff` : `/${locale}`;
  return (
    <>
      <a
        href="#main"
        className="sr-only bg-gray-90 px-4 py-3 font-bold text-gray-0 focus:not-sr-only focus:absolute focus:z-10"
      >
        {shell.skip}
      </a>
      <header className="relative border-b border-gray-20 bg-gray-5" data-no-print="">
        <div
          className={`mx-auto flex max-w-content flex-wrap items-center gap-x-3 gap-y-1 py-1 pl-4 md:gap-x-6 md:px-6 xl:flex-nowrap ${actor ? 'pr-20' : 'pr-4'}`}
        >
          <a
            href={home}
            className="inline-flex min-h-11 items-center gap-2 font-bold text-gray-90 no-underline"
          >
            <LandingMark className="size-6 text-primary-70" />
            {staff.desk}
          </a>
          {actor ? (
            <nav aria-label={staff.chrome.label} className="hidden md:block xl:min-w-0 xl:flex-1">
              <DeskPlaces {...{ locale, actor, path, waiting }} className="flex flex-wrap gap-2" />
            </nav>
          ) : null}
          <div
            className={`flex flex-wrap items-center gap-x-4 md:mr-0 md:ml-auto xl:shrink-0 xl:flex-nowrap ${waiting > 0 ? 'mr-8' : ''}`}
          >
            <div className={actor ? 'hidden md:block' : ''}>{language}</div>
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
              <div className="hidden md:block">
                <SignedIn locale={locale} actor={actor} />
              </div>
            ) : null}
          </div>
        </div>
        {actor ? (
          // On a narrow screen the places fold: the word stands beside the name of the desk, what it opens under both.
          <details className="md:hidden">
            <summary className="absolute top-1 right-4 flex min-h-11 cursor-pointer items-center rounded-md border border-gray-60 bg-gray-0 px-3 font-bold">
              {staff.chrome.menu}
              <Count value={waiting} said={desk.approvals.waiting(waiting)} />
            </summary>
            <nav aria-label={staff.chrome.label} className="border-t border-gray-20 px-2 py-2">
              <DeskPlaces {...{ locale, actor, path, waiting }} className="grid grid-cols-2 gap-x-2" />
            </nav>
            <div className="flex flex-wrap items-center justify-between gap-x-4 border-t border-gray-20 px-2 py-1">
              <SignedIn locale={locale} actor={actor} />
              {language}
            </div>
          </details>
        ) : null}
      </header>
    </>
  );
}

type PlacesProps = { locale: Locale; actor: StaffActor; path: string; waiting: number; className: string };

/** Where this person can go. */
function DeskPlaces({ locale, actor, path, waiting, className }: PlacesProps) {
  const { staff, desk } = words(locale);
  return (
    <ul className={className}>
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
  );
}

function SignedIn({ locale, actor }: { locale: Locale; actor: StaffActor }) {
  const { chrome } = words(locale).staff;
  return (
    <form action={signOutAction} className="flex flex-wrap items-center gap-x-4">
      <input type="hidden" name="locale" value={locale} />
      <span className="px-2 md:px-0">{chrome.signedInAs(actor.name)}</span>
      <button type="submit" className={`cursor-pointer text-primary-70 underline ${linkLook}`}>
        {chrome.signOut}
      </button>
    </form>
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
