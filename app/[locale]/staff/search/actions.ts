'use server';

import { redirect } from 'next/navigation';
import { localeIn, textIn } from '@/app/_request/posted';
import { isCaseNumber } from '@/lib/cases/case-number';
import { database } from '@/lib/database';
import { isReference } from '@/lib/reports/reference-shape';
import { sealQuery } from '@/lib/search/sealed-query';
import { requireStaff } from '@/lib/staff/session';
import { readFilters, searchAddress } from './filters';

/** Leads to the answer: what is looked for stands in no address but sealed. The number of a report or a case, which says nothing, leads there. */
export async function searchAction(form: FormData): Promise<void> {
  const actor = await requireStaff('search.use');
  const typed = textIn(form, 'query').normalize('NFKC').trim().toUpperCase();
  const pages = isReference(typed) ? 'reports' : isCaseNumber(typed) ? 'cases' : null;
  if (pages) redirect(`/${localeIn(form)}/staff/${pages}/${typed}`);
  const query = await sealQuery(database(), actor, textIn(form, 'query'));
  const asked = Object.fromEntries(
    ['kind', 'level', 'open', 'province'].map((name) => [name, textIn(form, name)]),
  );
  redirect(searchAddress(localeIn(form), query, readFilters(asked)));
}
