'use server';

import { shortIn } from '@/app/_request/posted';
import { addTemplate, editTemplate, type TemplateEdit } from '@/lib/cases/templates/commands';
import { templateExists } from '@/lib/cases/templates/queries';
import { database } from '@/lib/database';
import { slugOf } from '@/lib/slug';
import { forgetTyped } from '@/lib/staff/kept/commands';
import { beginAct, finishAct, keptPlace } from '../../_desk/act';
import { editedText, rowIdIn, versionIn } from '../../_desk/edited';
import { NEW_TEMPLATE, TEMPLATE_FIELDS, templatePlace } from '../setting-places';

function readEdit(form: FormData): TemplateEdit {
  const text = (name: (typeof TEMPLATE_FIELDS)[number]) => editedText(form, name);
  return {
    titleKo: text('title_ko'),
    titleEn: text('title_en'),
    textKo: text('text_ko'),
    textEn: text('text_en'),
    retired: text('retired') === 'YES',
  };
}

export async function editTemplateAction(form: FormData): Promise<void> {
  const slug = shortIn(form, 'slug', 60);
  const begun = await beginAct({
    form,
    place: templatePlace(slug),
    name: 'template',
    permission: 'template.edit',
    fields: TEMPLATE_FIELDS,
    known: await templateExists(database(), slug),
  });
  const [id, seen] = [rowIdIn(form, 'template'), versionIn(form)];
  return finishAct(begun, await editTemplate(database(), begun.actor, { id, seen, edit: readEdit(form) }));
}

/** The address of a new template comes from its English title. */
export async function addTemplateAction(form: FormData): Promise<void> {
  const begun = await beginAct({
    form,
    place: NEW_TEMPLATE,
    name: 'template-new',
    permission: 'template.edit',
    fields: TEMPLATE_FIELDS,
    known: true,
  });
  const edit = readEdit(form);
  const slug = slugOf(edit.titleEn);
  if (!slug) return finishAct(begun, { ok: false, reason: 'title-missing' });
  const result = await addTemplate(database(), begun.actor, { slug, edit });
  if (!result.ok) return finishAct(begun, result);
  await forgetTyped(database(), begun.actor.id, keptPlace(NEW_TEMPLATE, 'template-new'));
  return finishAct({ ...begun, place: templatePlace(slug) }, result);
}
