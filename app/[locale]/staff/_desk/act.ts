import 'server-only';
import { redirect } from 'next/navigation';
import { localeIn, textIn } from '@/app/_request/posted';
import { database } from '@/lib/database';
import type { Locale } from '@/lib/i18n/locale';
import { forgetTyped, keepTyped } from '@/lib/staff/kept/commands';
import type { KeptFields } from '@/lib/staff/kept/queries';
import type { Permission } from '@/lib/staff/roles';
import { requireStaff, type StaffActor } from '@/lib/staff/session';

/** Where forms stand: the page's address after the language, and the name under which what is typed there is kept. */
export type DeskPlace = { path: string; kept: string };

/** The name under which what was typed into one form of one page is kept. */
export const keptPlace = (place: DeskPlace, form: string) => `${place.kept}/${form}`;

/** What a command answers: codes only. `waits`: a second person has to agree first. */
export type ActResult =
  | { ok: true; masked?: number; waits?: boolean; again?: boolean }
  | { ok: false; reason: string };

type Posted = {
  form: FormData;
  place: DeskPlace;
  /** The form's name on its page. */
  name: string;
  permission: Permission;
  /** What is kept for the person when it cannot be taken. */
  fields: readonly string[];
  /** What is kept besides, of fields that have several values. */
  more?: KeptFields;
  /** False for a place that was made up: nothing is kept for it. */
  known: boolean;
  /** Wants a sign-in of the last minutes. */
  fresh?: boolean;
};

export type Begun = {
  actor: StaffActor;
  locale: Locale;
  place: DeskPlace;
  name: string;
  typed: KeptFields;
};

/** The first line of every act at the desk: who asks, with what was typed kept should the session have run out. */
export async function beginAct({
  form,
  place,
  name,
  permission,
  fields,
  more = {},
  known,
  fresh,
}: Posted): Promise<Begun> {
  const ofFields = Object.fromEntries(fields.map((field) => [field, textIn(form, field)]));
  const typed: KeptFields = { ...ofFields, ...more };
  const kept = known ? { typed: { place: keptPlace(place, name), fields: typed } } : {};
  const actor = await requireStaff(permission, { ...kept, ...(fresh ? { fresh } : {}) });
  return { actor, locale: localeIn(form), place, name, typed };
}

/** Not typed by anybody, so not worth keeping by itself. */
const MADE = new Set(['submission', 'seen', 'action']);
/** Nothing would be gained by sending these again. */
const FINAL = new Set(['unknown', 'forbidden', 'recused', 'withheld', 'nothing-done']);

/** The last line: back to the page, with codes in the address. What could not be taken is kept and stands in its form again. */
export async function finishAct(
  begun: Begun,
  result: ActResult,
  more: Record<string, string> = {},
): Promise<never> {
  const { actor, locale, place, name, typed } = begun;
  const here = keptPlace(place, name);
  const texts = Object.entries(typed).filter(([field, text]) => !MADE.has(field) && text.trim() !== '');
  if (!result.ok && !FINAL.has(result.reason) && texts.length > 0)
    await keepTyped(database(), actor.id, here, typed);
  else await forgetTyped(database(), actor.id, here);
  const query: Record<string, string> = result.ok
    ? { done: name, ...(result.masked ? { masked: '1' } : {}), ...(result.waits ? { waits: '1' } : {}) }
    : { form: name, problem: result.reason };
  redirect(`/${locale}${place.path}?${new URLSearchParams({ ...query, ...more })}`);
}
