import type { Locale } from '@/lib/i18n/locale';
import { seoulMoment } from '@/lib/i18n/moment';
import { words } from '@/lib/i18n/words';
import type { InvitationRow } from '@/lib/staff/accounts/queries';
import { DeskTable, deskCell, deskRow } from '../_desk/desk-table';
import { tableButton } from './account-table';
import { revokeInvitationAction } from './actions';

const cell = `${deskCell} align-top md:py-2`;

/** Who may still come in by a link, who let them, and the way to take it back. */
export function InvitationTable({ locale, rows }: { locale: Locale; rows: readonly InvitationRow[] }) {
  const { accounts, roles } = words(locale).staff;
  if (rows.length === 0) return null;
  const heads = [
    accounts.name,
    accounts.email,
    accounts.rolesHeading,
    accounts.invitedBy,
    accounts.until,
    accounts.manage,
  ];
  return (
    <DeskTable caption={accounts.invitations} heads={heads} testId="open-invitations">
      {rows.map((row) => (
        <tr key={row.id} className={`${deskRow} py-2`}>
          <th scope="row" className={`${cell} text-left font-bold`}>
            {row.name}
          </th>
          <td className={cell}>{row.email}</td>
          <td className={cell}>{row.roles.map((role) => roles[role]).join(', ')}</td>
          <td className={cell}>
            <span className="font-bold md:hidden">{accounts.invitedBy}: </span>
            {row.invitedBy ?? accounts.commandLine}
          </td>
          <td className={cell}>
            <span className="font-bold md:hidden">{accounts.until}: </span>
            {seoulMoment(row.expiresAt)}
          </td>
          <td className={cell}>
            <form action={revokeInvitationAction}>
              <input type="hidden" name="locale" value={locale} />
              <input type="hidden" name="invitation" value={row.id} />
              <button
                type="submit"
                className={`${tableButton} text-danger-60`}
                aria-label={accounts.of(accounts.revokeInvitation, row.name)}
              >
                {accounts.revokeInvitation}
              </button>
            </form>
          </td>
        </tr>
      ))}
    </DeskTable>
  );
}
