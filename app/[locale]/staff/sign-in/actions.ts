'use server';

import { redirect } from 'next/navigation';
import { localeIn, shortIn, textIn } from '@/app/_request/posted';
import { database } from '@/lib/database';
import { signInClient, startSession } from '@/lib/staff/session';
import { signIn } from '@/lib/staff/sessions/commands';
import { safeNext } from '@/lib/staff/where-next';
import { forgetEmail, keepEmail } from './typed-email';

export async function signInAction(form: FormData): Promise<void> {
  const locale = localeIn(form);
  const next = safeNext(shortIn(form, 'next', 1_000), locale);
  const attempt = {
    email: textIn(form, 'email'),
    password: textIn(form, 'password'),
    code: textIn(form, 'code'),
  };
  const result = await signIn(database(), attempt, await signInClient());
  if (!result.ok) {
    await keepEmail(locale, attempt.email);
    redirect(`/${locale}/staff/sign-in?${new URLSearchParams({ next, problem: result.reason })}`);
  }
  await forgetEmail(locale);
  await startSession(result);
  redirect(next);
}
