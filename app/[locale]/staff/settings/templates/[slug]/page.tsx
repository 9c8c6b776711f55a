import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { localeOf } from '@/app/_request/locale';
import { listAllTemplates } from '@/lib/cases/templates/queries';
import { database } from '@/lib/database';
import { words } from '@/lib/i18n/words';
import { findTyped } from '@/lib/staff/kept/queries';
import { requireStaff } from '@/lib/staff/session';
import { keptPlace } from '../../../_desk/act';
import { type OutcomeSearch, readOutcome } from '../../../_desk/act-notice';
import { editForm } from '../../../_desk/edit-form';
import { SettingsFrame } from '../../_parts/settings-frame';
import { TEMPLATE_PROBLEM_FIELDS, templatePlace } from '../../setting-places';
import { TemplateForm } from '../template-form';

type Params = Promise<{ locale: string; slug: string }>;
type Props = { params: Params; searchParams: Promise<OutcomeSearch> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { places } = words(await localeOf(params)).desk.settings;
  return { title: `${places.templates.title}: ${(await params).slug.slice(0, 60)}` };
}

export default async function TemplatePage({ params, searchParams }: Props) {
  const locale = await localeOf(params);
  const actor = await requireStaff('template.edit');
  const { slug } = await params;
  const template = (await listAllTemplates(database(), actor)).find((one) => one.slug === slug);
  if (!template) notFound();
  const said = words(locale).desk.settings.templates;
  const outcome = readOutcome(await searchParams);
  const typed = await findTyped(database(), actor.id, keptPlace(templatePlace(slug), 'template'));
  const form = editForm({
    locale,
    outcome,
    form: 'template',
    said,
    fieldOf: TEMPLATE_PROBLEM_FIELDS,
    saved: {
      title_ko: template.titleKo,
      title_en: template.titleEn,
      text_ko: template.textKo,
      text_en: template.textEn,
      retired: template.retiredAt ? 'YES' : '',
    },
    typed,
  });
  return (
    <SettingsFrame
      locale={locale}
      back={{ path: 'settings/templates', label: said.back }}
      title={locale === 'ko' ? template.titleKo : template.titleEn}
      outcome={outcome}
      said={said}
      anchors={{ template: form.problem?.field ?? 'title_ko' }}
      kept={typed !== null}
    >
      <TemplateForm form={form} template={template} />
    </SettingsFrame>
  );
}
