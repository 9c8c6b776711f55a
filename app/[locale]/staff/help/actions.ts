'use server';

import { redirect } from 'next/navigation';
import { localeIn, textIn } from '@/app/_request/posted';
import { requireStaff } from '@/lib/staff/session';
import { switchKeys } from '../_desk/keys-cookie';

/** Switches the keys of the desk off or on, in this browser. */
export async function switchKeysAction(form: FormData): Promise<void> {
  await requireStaff(null);
  await switchKeys(textIn(form, 'keys') === 'on');
  redirect(`/${localeIn(form)}/staff/help`);
}
