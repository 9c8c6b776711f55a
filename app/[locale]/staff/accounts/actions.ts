'use server';

import { cookies, headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { database } from '@/lib/database';
import { env, servesHttps } from '@/lib/env';
import { disableAccount, inviteStaff } from '@/lib/staff/commands';
import { isRole } from '@/lib/staff/roles';
import { requireStaff } from '@/lib/staff/session';
import { revokeSessions } from '@/lib/staff/sessions/commands';
import { sealCookie } from '@/lib/vault/cookie';
import { localeIn, textIn } from '../_desk/posted';
import { INVITE_COOKIE, INVITE_COOKIE_SECONDS, type InviteMemo } from './invite-cookie';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export async function inviteAction(form: FormData): Promise<void> {
  const actor = await requireStaff('account.invite', { fresh: true });
  const locale = localeIn(form);
  const roles = form.getAll('role').filter(isRole);
  const person = { name: textIn(form, 'name'), email: textIn(form, 'email'), roles };
  const result = await inviteStaff(database(), actor, person);
  const memo: InviteMemo = result.ok
    ? { by: actor.sessionId, name: person.name, link: await linkOf(locale, result.token) }
    : { by: actor.sessionId, name: person.name, typed: person };
  if (JSON.stringify(memo).length < 2500)
    (await cookies()).set(INVITE_COOKIE, await sealCookie(database(), INVITE_COOKIE, memo), {
      httpOnly: true,
      sameSite: 'strict',
      secure: servesHttps(),
      path: `/${locale}/staff/accounts`,
      maxAge: INVITE_COOKIE_SECONDS,
    });
  redirect(`/${locale}/staff/accounts?${result.ok ? 'done=invited' : `problem=${result.reason}`}`);
}

async function linkOf(locale: string, token: string): Promise<string> {
  const base = env().NARU_PUBLIC_URL ?? `http://${(await headers()).get('host') ?? 'localhost'}`;
  return new URL(`/${locale}/staff/setup?${new URLSearchParams({ token })}`, base).href;
}

export async function revokeSessionsAction(form: FormData): Promise<void> {
  const actor = await requireStaff('session.revoke', { fresh: true });
  const staffId = textIn(form, 'staff');
  if (UUID.test(staffId)) await revokeSessions(database(), actor, staffId);
  redirect(`/${localeIn(form)}/staff/accounts?done=revoked`);
}

export async function disableAccountAction(form: FormData): Promise<void> {
  const actor = await requireStaff('account.disable', { fresh: true });
  const staffId = textIn(form, 'staff');
  const result = UUID.test(staffId)
    ? await disableAccount(database(), actor, staffId)
    : { ok: false as const, reason: 'unknown' };
  redirect(`/${localeIn(form)}/staff/accounts?${result.ok ? 'done=disabled' : `problem=${result.reason}`}`);
}
