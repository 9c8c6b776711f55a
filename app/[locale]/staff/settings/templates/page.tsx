import type { Metadata } from 'next';
import { StatusTag } from '@/app/_components/status-tag';
import { type LocaleProps, localeOf } from '@/app/_request/locale';
import { listAllTemplates } from '@/lib/cases/templates/queries';
import { database } from '@/lib/database';
import { words } from '@/lib/i18n/words';
import { requireStaff } from '@/lib/staff/session';
import { DeskTable, deskCell, deskRow } from '../../_desk/desk-table';
import { SettingsFrame } from '../_parts/settings-frame';

export async function generateMetadata({ params }: LocaleProps): Promise<Metadata> {
  return { title: words(await localeOf(params)).desk.settings.places.templates.title };
}

const cell = `${deskCell} align-baseline md:py-2`;

export default async function TemplatesPage({ params }: LocaleProps) {
  const locale = await localeOf(params);
  const actor = await requireStaff('template.edit');
  const templates = await listAllTemplates(database(), actor);
  const { settings } = words(locale).desk;
  const said = settings.templates;
  return (
    <SettingsFrame
      locale={locale}
      back={{ path: 'settings', label: settings.back }}
      title={settings.places.templates.title}
      outcome={{}}
      said={said}
    >
      <p>
        <a
          href={`/${locale}/staff/settings/templates/new`}
          className="inline-flex min-h-11 items-center font-bold"
        >
          {said.add}
        </a>
      </p>
      <DeskTable caption={said.caption} captionHidden heads={[said.name, said.text, said.state]}>
        {templates.map((row) => (
          <tr key={row.id} className={`${deskRow} py-2`} data-testid="template">
            <th scope="row" className={`${cell} text-left md:w-1/4`}>
              <a
                href={`/${locale}/staff/settings/templates/${row.slug}`}
                className="inline-flex min-h-11 min-w-11 items-center font-bold"
              >
                {locale === 'ko' ? row.titleKo : row.titleEn}
              </a>
            </th>
            <td className={`${cell} whitespace-pre-line`}>{locale === 'ko' ? row.textKo : row.textEn}</td>
            <td className={`${cell} whitespace-nowrap`}>
              <StatusTag tone={row.retiredAt ? 'neutral' : 'success'}>
                {row.retiredAt ? said.retired : said.offered}
              </StatusTag>
            </td>
          </tr>
        ))}
      </DeskTable>
    </SettingsFrame>
  );
}
