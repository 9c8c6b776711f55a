import type { DeskPlace } from '../_desk/act';

/** The page of one account's roles. */
export const rolesPlace = (id: string): DeskPlace => ({
  path: `/staff/accounts/${encodeURIComponent(id)}`,
  kept: `accounts/${id}`,
});
