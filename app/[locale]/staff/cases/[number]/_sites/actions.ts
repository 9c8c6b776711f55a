'use server';

import { redirect } from 'next/navigation';
import { localeIn, shortIn, textIn } from '@/app/_request/posted';
import { caseExists } from '@/lib/cases/reading/queries';
import { database } from '@/lib/database';
import { readPoint } from '@/lib/linking/normalise/sites';
import { addCaseSite, removeCaseSite, type SiteChoice } from '@/lib/linking/sites/commands';
import { siteNamed } from '@/lib/linking/sites/site-record';
import { forgetTyped, keepTyped } from '@/lib/staff/kept/commands';
import { type Begun, beginAct, finishAct, keptPlace } from '../../../_desk/act';
import { casePath } from '../_people/place';
import { beginOnCase, finishWithReason } from '../begin';
import { addSitePlace, SITE_FIELDS } from './place';

const numberIn = (form: FormData) => shortIn(form, 'number', 20);

/** Looks a site up by what was typed, or records it: one form, two buttons. A name is never in an address, so it is kept for the next page. */
export async function recordSiteAction(form: FormData): Promise<void> {
  const number = numberIn(form);
  const place = addSitePlace(number);
  const known = await caseExists(database(), number);
  const begun = await beginAct({
    form,
    place,
    name: 'site-add',
    permission: 'case.work',
    fields: SITE_FIELDS,
    known,
  });
  const isRecording = textIn(form, 'act') === 'record';
  if (!isRecording && known) {
    await keepTyped(database(), begun.actor.id, keptPlace(place, 'site-add'), begun.typed);
    redirect(`/${localeIn(form)}${place.path}?step=choose#choose`);
  }
  return record(begun, number, form);
}

async function record(begun: Begun, number: string, form: FormData): Promise<never> {
  const choosing = { step: 'choose' };
  const choice = choiceIn(form);
  if (typeof choice === 'string') return finishAct(begun, { ok: false, reason: choice }, choosing);
  const link = {
    building: textIn(form, 'site_building'),
    floor: textIn(form, 'site_floor'),
    room: textIn(form, 'site_room'),
    knownOn: textIn(form, 'site_known_on'),
    source: textIn(form, 'site_source'),
  };
  const submission = JSON.stringify([begun.name, textIn(form, 'submission'), begun.typed]);
  const recording = { choice, personId: textIn(form, 'site_person') || null, link };
  const on = { number, seen: null, submission };
  const result = await addCaseSite(database(), begun.actor, on, recording);
  if (!result.ok) return finishAct(begun, result, choosing);
  await forgetTyped(database(), begun.actor.id, keptPlace(begun.place, begun.name));
  redirect(`/${begun.locale}${casePath(number)}?done=site-add#sites`);
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The site that was chosen, or the new one; a problem's code when there is neither. */
function choiceIn(form: FormData): SiteChoice | 'no-choice' | 'no-name' | 'bad-point' {
  const chosen = textIn(form, 'site_choice');
  if (UUID.test(chosen)) return { siteId: chosen };
  if (chosen !== 'NEW') return 'no-choice';
  const name = textIn(form, 'site_name');
  if (!name.trim()) return 'no-name';
  const typed = textIn(form, 'site_point').trim();
  const point = readPoint(typed);
  if (typed && !point) return 'bad-point';
  const site = { ...siteNamed(name), kind: textIn(form, 'site_kind'), point };
  return { site, province: textIn(form, 'site_province') || null };
}

export async function removeSiteAction(form: FormData): Promise<void> {
  const begun = await beginOnCase({
    form,
    name: 'site-remove',
    permission: 'case.work',
    fields: ['site_link', 'site_reason'],
  });
  const removal = { linkId: textIn(form, 'site_link'), reason: textIn(form, 'site_reason') };
  const known = UUID.test(removal.linkId);
  const unknown = { ok: false as const, reason: 'unknown-site' };
  const on = { ...begun.on, seen: null };
  return finishWithReason(
    begun,
    known ? await removeCaseSite(database(), begun.actor, on, removal) : unknown,
  );
}
