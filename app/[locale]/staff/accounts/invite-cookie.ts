/**
 * Carries an invitation's link from the action that made it to the page that shows it, and what was typed when there was a problem: sealed,
 * for a minute, for this session only. A link in an address would end in histories and logs.
 */
export const INVITE_COOKIE = 'naru_staff_invite';
export const INVITE_COOKIE_SECONDS = 60;

/** Under which name the invitation form is kept when a fresh sign-in is asked for first. */
export const INVITE_PLACE = 'accounts/invite';

export type InviteMemo = {
  by: string;
  name: string;
  link?: string;
  typed?: { name: string; email: string; roles: string[] };
};
