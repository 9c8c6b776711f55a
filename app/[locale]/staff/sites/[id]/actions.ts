'use server';

import { shortIn, textIn } from '@/app/_request/posted';
import { database } from '@/lib/database';
import { readPoint } from '@/lib/linking/normalise/sites';
import { editSite } from '@/lib/linking/sites/commands';
import { siteExists } from '@/lib/linking/sites/queries';
import { beginAct, finishAct } from '../../_desk/act';
import { EDIT_FIELDS, sitePlace } from './form-place';

export async function editSiteAction(form: FormData): Promise<void> {
  const siteId = shortIn(form, 'site', 36);
  const begun = await beginAct({
    form,
    place: sitePlace(siteId),
    name: 'site-edit',
    permission: 'case.work',
    fields: EDIT_FIELDS,
    known: await siteExists(database(), siteId),
  });
  const typedPoint = textIn(form, 'site_point').trim();
  const point = readPoint(typedPoint);
  if (typedPoint && !point) return finishAct(begun, { ok: false, reason: 'bad-point' });
  const text = (name: string) => textIn(form, name).trim();
  const site = {
    ko: text('site_ko'),
    en: text('site_en'),
    zh: text('site_zh'),
    km: text('site_km'),
    aliases: text('site_aliases')
      .split(/\r?\n/)
      .map((line) => line.trim())
      .filter(Boolean),
    kind: text('site_kind'),
    point,
    notes: text('site_notes'),
  };
  const change = { siteId, seen: Number(text('seen')), site, province: text('site_province') || null };
  return finishAct(begun, await editSite(database(), begun.actor, change));
}
