import type { Metadata } from 'next';
import { type LocaleProps, localeOf } from '@/app/_request/locale';
import { database } from '@/lib/database';
import { words } from '@/lib/i18n/words';
import { findTyped } from '@/lib/staff/kept/queries';
import { requireStaff } from '@/lib/staff/session';
import { keptPlace } from '../../../_desk/act';
import { type OutcomeSearch, readOutcome } from '../../../_desk/act-notice';
import { editForm } from '../../../_desk/edit-form';
import { SettingsFrame } from '../../_parts/settings-frame';
import { NEW_TEMPLATE, TEMPLATE_PROBLEM_FIELDS } from '../../setting-places';
import { TemplateForm } from '../template-form';

type Props = LocaleProps & { searchParams: Promise<OutcomeSearch> };

export async function generateMetadata({ params }: LocaleProps): Promise<Metadata> {
  return { title: words(await localeOf(params)).desk.settings.templates.newTitle };
}

export default async function NewTemplatePage({ params, searchParams }: Props) {
  const locale = await localeOf(params);
  const actor = await requireStaff('template.edit');
  const said = words(locale).desk.settings.templates;
  const outcome = readOutcome(await searchParams);
  const typed = await findTyped(database(), actor.id, keptPlace(NEW_TEMPLATE, 'template-new'));
  const form = editForm({
    locale,
    outcome,
    form: 'template-new',
    said,
    fieldOf: TEMPLATE_PROBLEM_FIELDS,
    saved: {},
    typed,
  });
  return (
    <SettingsFrame
      locale={locale}
      back={{ path: 'settings/templates', label: said.back }}
      title={said.newTitle}
      outcome={outcome}
      said={said}
      anchors={{ 'template-new': form.problem?.field ?? 'title_ko' }}
      kept={typed !== null}
    >
      <TemplateForm form={form} template={null} />
    </SettingsFrame>
  );
}
