import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Button } from '@/app/_components/button';
import { Choice } from '@/app/_components/choice';
import { localeOf } from '@/app/_request/locale';
import { database } from '@/lib/database';
import { words } from '@/lib/i18n/words';
import { listAccounts } from '@/lib/staff/accounts/queries';
import { findTyped } from '@/lib/staff/kept/queries';
import { ROLES } from '@/lib/staff/roles';
import { requireStaff } from '@/lib/staff/session';
import { keptPlace } from '../../_desk/act';
import { ActNotice, type OutcomeSearch, problemOf, readOutcome } from '../../_desk/act-notice';
import { PageTitle } from '../../_desk/page-title';
import { rolesPlace } from '../roles-place';
import { changeRolesAction } from './actions';

type Params = Promise<{ locale: string; id: string }>;
type Props = { params: Params; searchParams: Promise<OutcomeSearch> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: words(await localeOf(params)).desk.settings.roles.change };
}

/** The roles of one account. Like the list of accounts it wants a sign-in of the last minutes. */
export default async function RolesPage({ params, searchParams }: Props) {
  const locale = await localeOf(params);
  const actor = await requireStaff('account.roles', { fresh: true });
  const { id } = await params;
  const account = (await listAccounts(database(), actor)).find((one) => one.id === id);
  if (!account) notFound();
  const { staff, desk } = words(locale);
  const said = desk.settings.roles;
  const outcome = readOutcome(await searchParams);
  const typed = await findTyped(database(), actor.id, keptPlace(rolesPlace(id), 'roles'));
  const problem = problemOf(locale, outcome, 'roles', said);
  const held = account.roles.map((role) => staff.roles[role]).join(', ');
  return (
    <div className="space-y-4">
      <p>
        <a href={`/${locale}/staff/accounts`} className="inline-flex min-h-11 items-center">
          {said.back}
        </a>
      </p>
      <PageTitle>{said.title(account.name)}</PageTitle>
      <ActNotice
        locale={locale}
        outcome={outcome}
        said={said}
        anchors={{ roles: 'role-INTAKE' }}
        kept={typed !== null}
      />
      <form
        action={changeRolesAction}
        noValidate
        className="max-w-form space-y-5 rounded-lg border border-gray-20 p-5"
      >
        <input type="hidden" name="locale" value={locale} />
        <input type="hidden" name="staff" value={account.id} />
        <input type="hidden" name="held" value={account.roles.join(' ')} />
        <p>{said.hint}</p>
        {account.id === actor.id ? <p>{said.own}</p> : null}
        <p>
          {said.storedNow}: <span data-testid="roles-held">{held}</span>
        </p>
        <fieldset className="space-y-2">
          <legend className="font-bold">{said.legend}</legend>
          {problem ? <p className="font-bold text-danger-60">{problem}</p> : null}
          {ROLES.map((role) => (
            <Choice
              key={role}
              type="checkbox"
              id={`role-${role}`}
              name={`role-${role}`}
              value="YES"
              label={staff.roles[role]}
              hint={staff.accounts.roleHints[role]}
              defaultChecked={typed ? typed[`role-${role}`] === 'YES' : account.roles.includes(role)}
            />
          ))}
        </fieldset>
        <Button variant="secondary">{desk.settings.save}</Button>
      </form>
    </div>
  );
}
