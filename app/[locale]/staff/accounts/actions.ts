'use server';

import { cookies, headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { localeIn, textIn } from '@/app/_request/posted';
import { letGoOfWork } from '@/lib/cases/team/letting-go/commands';
import { database } from '@/lib/database';
import { env, servesHttps } from '@/lib/env';
import { disableAccount, enableAccount, revokeInvitation } from '@/lib/staff/accounts/commands';
import { inviteStaff } from '@/lib/staff/commands';
import { forgetTyped } from '@/lib/staff/kept/commands';
import { isRole } from '@/lib/staff/roles';
import { requireStaff } from '@/lib/staff/session';
import { revokeSessions } from '@/lib/staff/sessions/commands';
import { sealCookie } from '@/lib/vault/cookie';
import { INVITE_COOKIE, INVITE_COOKIE_SECONDS, INVITE_PLACE, type InviteMemo } from './invite-cookie';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export async function inviteAction(form: FormData): Promise<void> {
  const locale = localeIn(form);
  const roles = form.getAll('role').filter(isRole);
  const person = { name: textIn(form, 'name'), email: textIn(form, 'email'), roles };
  const fields = { ...person, roles: roles.join(' ') };
  const actor = await requireStaff('account.invite', {
    fresh: true,
    typed: { place: INVITE_PLACE, fields },
  });
  await forgetTyped(database(), actor.id, INVITE_PLACE);
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

type Result = { ok: true } | { ok: false; reason: string };

function answer(form: FormData, result: Result, done: string): never {
  redirect(`/${localeIn(form)}/staff/accounts?${result.ok ? `done=${done}` : `problem=${result.reason}`}`);
}

/** Wants its box ticked: a slip of the finger must not shut a colleague out. */
export async function disableAccountAction(form: FormData): Promise<void> {
  const actor = await requireStaff('account.disable', { fresh: true });
  const staffId = textIn(form, 'staff');
  if (!form.has('confirm')) answer(form, { ok: false, reason: 'not-confirmed' }, '');
  const unknown = { ok: false as const, reason: 'unknown' };
  const result = UUID.test(staffId) ? await disableAccount(database(), actor, staffId) : unknown;
  if (result.ok) await letGoOfWork(database());
  answer(form, result, 'disabled');
}

export async function enableAccountAction(form: FormData): Promise<void> {
  const actor = await requireStaff('account.disable', { fresh: true });
  const staffId = textIn(form, 'staff');
  const unknown = { ok: false as const, reason: 'not-disabled' };
  const result = UUID.test(staffId) ? await enableAccount(database(), actor, staffId) : unknown;
  answer(form, result, 'enabled');
}

export async function revokeInvitationAction(form: FormData): Promise<void> {
  const actor = await requireStaff('account.invite', { fresh: true });
  const id = textIn(form, 'invitation');
  const gone = { ok: false as const, reason: 'invitation-gone' };
  const result = UUID.test(id) ? await revokeInvitation(database(), actor, id) : gone;
  answer(form, result, 'invitation-revoked');
}
