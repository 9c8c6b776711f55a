import { StatusTag } from '@/app/_components/status-tag';
import { VisuallyHidden } from '@/app/_components/visually-hidden';
import type { Locale } from '@/lib/i18n/locale';
import { seoulMoment } from '@/lib/i18n/moment';
import { words } from '@/lib/i18n/words';
import type { AccountRow } from '@/lib/staff/accounts/queries';
import type { StaffActor } from '@/lib/staff/session';
import { DeskTable, deskCell, deskRow } from '../_desk/desk-table';
import { disableAccountAction, enableAccountAction, revokeSessionsAction } from './actions';

const cell = `${deskCell} align-top md:py-2`;
export const tableButton =
  'min-h-11 cursor-pointer rounded-md border border-gray-60 bg-gray-0 px-3 font-bold hover:border-primary-70 hover:bg-primary-5';

type Props = { locale: Locale; actor: StaffActor; rows: readonly AccountRow[] };

export function AccountTable({ locale, actor, rows }: Props) {
  const { accounts } = words(locale).staff;
  const heads = [
    accounts.name,
    accounts.email,
    accounts.rolesHeading,
    accounts.state,
    accounts.lastSeen,
    accounts.sessions,
    accounts.manage,
  ];
  return (
    <DeskTable caption={accounts.caption} heads={heads}>
      {rows.map((row) => (
        <Row key={row.id} locale={locale} row={row} isMe={row.id === actor.id} />
      ))}
    </DeskTable>
  );
}

function Row({ locale, row, isMe }: { locale: Locale; row: AccountRow; isMe: boolean }) {
  const { accounts, roles } = words(locale).staff;
  const { settings } = words(locale).desk;
  const active = row.state === 'ACTIVE';
  return (
    <tr className={`${deskRow} py-2`}>
      <th scope="row" className={`${cell} text-left font-bold`}>
        {row.name}
        {isMe ? <span className="font-normal text-gray-70"> ({accounts.you})</span> : null}
      </th>
      <td className={cell}>{row.email}</td>
      <td className={cell}>{row.roles.map((role) => roles[role]).join(', ')}</td>
      <td className={cell}>
        <StatusTag tone={active ? 'success' : 'neutral'}>
          {active ? accounts.states.ACTIVE : accounts.states.DISABLED}
        </StatusTag>
      </td>
      <td className={cell}>
        <span className="font-bold md:hidden">{accounts.lastSeen}: </span>
        {row.lastSeenAt ? seoulMoment(row.lastSeenAt) : accounts.never}
      </td>
      <td className={cell}>
        <span className="font-bold md:hidden">{accounts.sessions}: </span>
        {row.openSessions}
      </td>
      <td className={`${cell} space-y-2`}>
        <a
          href={`/${locale}/staff/accounts/${row.id}`}
          aria-label={settings.roles.changeOf(row.name)}
          className="inline-flex min-h-11 items-center font-bold"
        >
          {settings.roles.change}
        </a>
        {isMe ? null : <Manage locale={locale} row={row} active={active} />}
      </td>
    </tr>
  );
}

function Manage({ locale, row, active }: { locale: Locale; row: AccountRow; active: boolean }) {
  const { accounts } = words(locale).staff;
  const hidden = (
    <>
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="staff" value={row.id} />
    </>
  );
  if (!active)
    return (
      <form action={enableAccountAction}>
        {hidden}
        <button type="submit" className={tableButton} aria-label={accounts.of(accounts.enable, row.name)}>
          {accounts.enable}
        </button>
      </form>
    );
  const confirm = `confirm-${row.id}`;
  return (
    <div className="space-y-2">
      <form action={revokeSessionsAction}>
        {hidden}
        <button type="submit" className={tableButton} aria-label={accounts.of(accounts.revoke, row.name)}>
          {accounts.revoke}
        </button>
      </form>
      <form action={disableAccountAction} className="flex flex-wrap items-center gap-2">
        {hidden}
        <label htmlFor={confirm} className="inline-flex min-h-11 items-center gap-2">
          <input
            type="checkbox"
            id={confirm}
            name="confirm"
            value="YES"
            className="size-6 accent-primary-60"
          />
          <span>
            {accounts.confirmDisable}
            <VisuallyHidden> ({row.name})</VisuallyHidden>
          </span>
        </label>
        <button
          type="submit"
          className={`${tableButton} text-danger-60`}
          aria-label={accounts.of(accounts.disable, row.name)}
        >
          {accounts.disable}
        </button>
      </form>
    </div>
  );
}
