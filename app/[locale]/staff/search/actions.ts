'use server';

import { redirect } from 'next/navigation';
import { localeIn, textIn } from '@/app/_request/posted';
import { database } from '@/lib/database';
import { sealQuery } from '@/lib/search/sealed-query';
import { requireStaff } from '@/lib/staff/session';
import { readFilters, searchAddress } from './filters';

/** Leads to the answer: what is looked for stands in no address but sealed. */
export async function searchAction(form: FormData): Promise<void> {
  const actor = await requireStaff('search.use');
  const query = await sealQuery(database(), actor, textIn(form, 'query'));
  const asked = Object.fromEntries(
    ['kind', 'level', 'open', 'province'].map((name) => [name, textIn(form, name)]),
  );
  redirect(searchAddress(localeIn(form), query, readFilters(asked)));
}
