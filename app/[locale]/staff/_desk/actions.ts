'use server';

import { redirect } from 'next/navigation';
import { localeIn } from '@/app/_request/posted';
import { database } from '@/lib/database';
import { forgetSession, requireStaff } from '@/lib/staff/session';
import { signOut } from '@/lib/staff/sessions/commands';

export async function signOutAction(form: FormData): Promise<void> {
  const actor = await requireStaff(null);
  await signOut(database(), actor);
  await forgetSession();
  redirect(`/${localeIn(form)}/staff/sign-in?problem=signed-out`);
}
