'use server';

import { textIn } from '@/app/_request/posted';
import { letGoOfWork } from '@/lib/cases/team/letting-go/commands';
import { database } from '@/lib/database';
import { changeRoles } from '@/lib/staff/accounts/commands';
import { isActiveAccount } from '@/lib/staff/queries';
import { isRole, ROLES } from '@/lib/staff/roles';
import { beginAct, finishAct } from '../../_desk/act';
import { rowIdIn } from '../../_desk/edited';
import { rolesPlace } from '../roles-place';

/** Wants a sign-in of the last minutes, like everything that changes accounts. */
export async function changeRolesAction(form: FormData): Promise<void> {
  const staffId = rowIdIn(form, 'staff');
  const begun = await beginAct({
    form,
    place: rolesPlace(staffId),
    name: 'roles',
    permission: 'account.roles',
    fields: ROLES.map((role) => `role-${role}`),
    known: await isActiveAccount(database(), staffId),
    fresh: true,
  });
  const roles = ROLES.filter((role) => form.has(`role-${role}`));
  const seen = textIn(form, 'held').split(' ').filter(isRole);
  const changed = await changeRoles(database(), begun.actor, { staffId, seen, roles });
  if (changed.ok) await letGoOfWork(database());
  return finishAct(begun, changed);
}
