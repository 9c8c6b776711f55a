import 'server-only';
import type { DataKey } from '@/lib/vault/seal';
import { open, seal } from '@/lib/vault/seal';
import type { Role } from './roles';

/** What an account keeps sealed. Recovery codes stand here only until the person says that they have them. */
export type AccountSecrets = {
  name: string;
  email: string;
  passwordHash: string;
  totpSecret: string;
  recoveryCodes: string[] | null;
};

/** What an invitation keeps sealed. The first one has no name and no e-mail: whoever holds the link gives theirs. */
export type InvitationSecrets = { name: string; email: string };

/** The roles of the first account: it invites the others and can already work. */
export const FIRST_ROLES: readonly Role[] = ['SUPERVISOR', 'ADMIN'];

const accountPlace = (row: string) => ({ table: 'staff_accounts', row, column: 'sealed' });
const invitationPlace = (row: string) => ({ table: 'staff_invitations', row, column: 'sealed' });

export const sealAccount = (key: DataKey, id: string, secrets: AccountSecrets) =>
  seal(key, accountPlace(id), secrets);
export const openAccount = (key: DataKey, row: { id: string; sealed: Buffer }) =>
  open<AccountSecrets>(key, accountPlace(row.id), row.sealed);
export const sealInvitation = (key: DataKey, id: string, secrets: InvitationSecrets) =>
  seal(key, invitationPlace(id), secrets);
export const openInvitationSecrets = (key: DataKey, row: { id: string; sealed: Buffer }) =>
  open<InvitationSecrets>(key, invitationPlace(row.id), row.sealed);

/** How an address is compared: by its letters, without case. It is kept as typed. */
export const normaliseEmail = (email: string) => email.normalize('NFKC').trim().toLowerCase();

/** One @ with something on either side and no spaces: whether mail arrives there, only mail can tell. */
export const isEmail = (email: string) => /^[^\s@]{1,64}@[^\s@]{1,190}$/.test(email.trim());
