import { cookies } from 'next/headers';
import { database } from '@/lib/database';
import type { OpenInvitation } from '@/lib/staff/queries';
import { openCookie } from '@/lib/vault/cookie';

/** Keeps name and e-mail, sealed, between a form that had a problem and the page that says so; never the password. */
export const SETUP_COOKIE = 'naru_staff_setup';

/** What was typed at the last try with this very invitation, else what the invitation says. */
export async function typedBefore(invitation: OpenInvitation): Promise<{ name: string; email: string }> {
  const sealed = (await cookies()).get(SETUP_COOKIE)?.value;
  const typed = sealed
    ? await openCookie<{ invitation: string; name: string; email: string }>(database(), SETUP_COOKIE, sealed)
    : null;
  return typed?.invitation === invitation.id ? typed : invitation;
}

/** The field that a problem is about: `password-short` is about `password`. */
export function fieldOf(problem: string): string {
  return problem.split('-')[0] ?? problem;
}
