import type { Metadata } from 'next';
import { type LocaleProps, localeOf } from '@/app/_request/locale';
import { words } from '@/lib/i18n/words';
import { can, type Permission } from '@/lib/staff/roles';
import { requireStaff } from '@/lib/staff/session';
import { PageTitle } from '../_desk/page-title';

type Place =
  | 'duty'
  | 'agencies'
  | 'templates'
  | 'operator'
  | 'numbers'
  | 'periods'
  | 'retention'
  | 'mail'
  | 'accounts';

const places: readonly { key: Place; path: string; permission: Permission }[] = [
  { key: 'duty', path: 'settings/duty', permission: 'settings.view' },
  { key: 'agencies', path: 'agencies', permission: 'agency.view' },
  { key: 'templates', path: 'settings/templates', permission: 'template.edit' },
  { key: 'operator', path: 'settings/operator', permission: 'settings.edit' },
  { key: 'numbers', path: 'settings/numbers', permission: 'settings.edit' },
  { key: 'periods', path: 'settings/periods', permission: 'settings.edit' },
  { key: 'retention', path: 'settings/retention', permission: 'settings.edit' },
  { key: 'mail', path: 'settings/mail', permission: 'settings.edit' },
  { key: 'accounts', path: 'accounts', permission: 'account.list' },
];

export async function generateMetadata({ params }: LocaleProps): Promise<Metadata> {
  return { title: words(await localeOf(params)).desk.settings.title };
}

/** Where each thing is set, for whoever may set it. */
export default async function SettingsPage({ params }: LocaleProps) {
  const locale = await localeOf(params);
  const actor = await requireStaff('settings.view');
  const said = words(locale).desk.settings;
  return (
    <div className="space-y-4">
      <PageTitle>{said.title}</PageTitle>
      <p>{said.lead}</p>
      <ul className="grid gap-3 md:grid-cols-2">
        {places
          .filter(({ permission }) => can(actor.roles, permission))
          .map(({ key, path }) => (
            <li key={key} className="rounded-lg border border-gray-20 p-4">
              <a
                href={`/${locale}/staff/${path}`}
                className="inline-flex min-h-11 min-w-11 items-center font-bold"
              >
                {said.places[key].title}
              </a>
              <p className="text-small text-gray-70">{said.places[key].about}</p>
            </li>
          ))}
      </ul>
    </div>
  );
}
