'use server';

import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { localeIn, shortIn, textIn } from '@/app/_request/posted';
import { database } from '@/lib/database';
import { servesHttps } from '@/lib/env';
import { acknowledgeRecoveryCodes } from '@/lib/staff/accounts/commands';
import { acceptInvitation } from '@/lib/staff/commands';
import { openInvitation } from '@/lib/staff/queries';
import { requireStaff, startSession } from '@/lib/staff/session';
import { sealCookie } from '@/lib/vault/cookie';
import { SETUP_COOKIE, type SetupMemo } from './typed-before';

const MINUTES = 10;

export async function acceptInvitationAction(form: FormData): Promise<void> {
  const locale = localeIn(form);
  const token = shortIn(form, 'token', 200);
  const typed = { name: textIn(form, 'name'), email: textIn(form, 'email'), offer: textIn(form, 'offer') };
  const answer = { ...typed, password: textIn(form, 'password'), code: textIn(form, 'code') };
  const result = await acceptInvitation(database(), token, answer);
  const jar = await cookies();
  if (!result.ok) {
    const invitation = await openInvitation(database(), token);
    if (invitation && JSON.stringify(typed).length < 1500) {
      const memo: SetupMemo = { invitation: invitation.id, ...typed };
      jar.set(SETUP_COOKIE, await sealCookie(database(), SETUP_COOKIE, memo), {
        httpOnly: true,
        sameSite: 'lax',
        secure: servesHttps(),
        path: '/',
        maxAge: MINUTES * 60,
      });
    }
    redirect(`/${locale}/staff/setup?${new URLSearchParams({ token, problem: result.reason })}`);
  }
  jar.delete(SETUP_COOKIE);
  await startSession(result);
  redirect(`/${locale}/staff/setup/recovery-codes`);
}

export async function acknowledgeRecoveryCodesAction(form: FormData): Promise<void> {
  const actor = await requireStaff(null);
  await acknowledgeRecoveryCodes(database(), actor);
  redirect(`/${localeIn(form)}/staff`);
}
