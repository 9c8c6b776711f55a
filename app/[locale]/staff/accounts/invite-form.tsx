import { Button } from '@/app/_components/button';
import { Choice } from '@/app/_components/choice';
import { ErrorSummary } from '@/app/_components/error-summary';
import { FieldError } from '@/app/_components/field-parts';
import { TextField } from '@/app/_components/text-field';
import type { Locale } from '@/lib/i18n/locale';
import { words } from '@/lib/i18n/words';
import { ROLES } from '@/lib/staff/roles';
import { BlockTitle } from '../_desk/page-title';
import { inviteAction } from './actions';
import type { InviteMemo } from './invite-cookie';

const fields: Record<string, string> = {
  'name-missing': 'name',
  'name-long': 'name',
  'email-bad': 'email',
  'email-taken': 'email',
  'roles-missing': 'role-INTAKE',
};

type Props = {
  locale: Locale;
  problem: readonly [code: string, message: string] | undefined;
  typed: InviteMemo['typed'];
};

export function InviteForm({ locale, problem, typed }: Props) {
  const { accounts, roles } = words(locale).staff;
  const [code, message] = problem ?? ['', ''];
  const field = fields[code];
  const errorOf = (name: string) => (name === field ? message : undefined);
  return (
    <form
      action={inviteAction}
      noValidate
      className="max-w-form space-y-5 rounded-lg border border-gray-20 p-5"
    >
      <input type="hidden" name="locale" value={locale} />
      <ErrorSummary locale={locale} problems={field ? [{ name: field, message }] : []} />
      <BlockTitle>{accounts.invite}</BlockTitle>
      <p>{accounts.inviteHint}</p>
      <TextField
        locale={locale}
        name="name"
        label={accounts.name}
        error={errorOf('name')}
        defaultValue={typed?.name}
      />
      <TextField
        locale={locale}
        name="email"
        label={accounts.email}
        error={errorOf('email')}
        defaultValue={typed?.email}
        type="email"
        autoCapitalize="none"
        spellCheck={false}
      />
      <fieldset className="space-y-2" aria-describedby={errorOf('role-INTAKE') && 'role-INTAKE-error'}>
        <legend className="font-bold">{accounts.rolesHeading}</legend>
        <FieldError locale={locale} name="role-INTAKE" error={errorOf('role-INTAKE')} />
        {ROLES.map((role) => (
          <Choice
            key={role}
            type="checkbox"
            id={`role-${role}`}
            name="role"
            value={role}
            label={roles[role]}
            hint={accounts.roleHints[role]}
            defaultChecked={typed?.roles.includes(role) ?? false}
          />
        ))}
      </fieldset>
      <Button variant="secondary">{accounts.inviteSubmit}</Button>
    </form>
  );
}
