import { Button } from '@/app/_components/button';
import type { Locale } from '@/lib/i18n/locale';
import { words } from '@/lib/i18n/words';
import type { DeskSite } from '@/lib/linking/sites/reading/commands';
import { codeLists } from '@/lib/reports/code-lists';
import { codeWord } from '@/lib/reports/code-words';
import type { KeptFields } from '@/lib/staff/kept/queries';
import type { Outcome } from '../../../_desk/act-notice';
import { EditLines, EditSelect, EditText, editForm } from '../../../_desk/edit-form';
import { BlockTitle } from '../../../_desk/page-title';
import { editSiteAction } from '../actions';
import { EDIT_PROBLEM_FIELDS } from '../form-place';

type Props = { locale: Locale; found: DeskSite; typed: KeptFields | null; outcome: Outcome };

/** What a site is called in each language, and where it is: every name finds it. */
export function EditSite({ locale, found, typed, outcome }: Props) {
  const { sites: said } = words(locale).desk;
  const form = editForm({
    locale,
    outcome,
    form: 'site-edit',
    said,
    fieldOf: EDIT_PROBLEM_FIELDS,
    conflict: 'site-conflict',
    saved: fieldsOf(found),
    typed,
  });
  return (
    <section aria-labelledby="edit" className="min-w-0 space-y-3">
      <BlockTitle id="edit">{said.page.edit}</BlockTitle>
      <form action={editSiteAction} noValidate className="space-y-3 rounded-lg border border-gray-20 p-4">
        <input type="hidden" name="locale" value={locale} />
        <input type="hidden" name="site" value={found.id} />
        <input type="hidden" name="seen" value={found.version} />
        <EditText form={form} name="site_ko" label={said.page.ko} inputLang="ko" />
        <EditText form={form} name="site_en" label={said.page.en} inputLang="en" />
        <EditText form={form} name="site_zh" label={said.page.zh} inputLang="zh" />
        <EditText form={form} name="site_km" label={said.page.km} inputLang="km" />
        <EditLines form={form} name="site_aliases" label={said.page.aliases} hint={said.page.aliasesHint} />
        <EditSelect
          form={form}
          name="site_kind"
          label={said.add.kind}
          options={codeLists.site_kind
            .filter((code) => code !== 'UNKNOWN')
            .map((code) => ({ value: code, label: codeWord(locale, 'site_kind', code) }))}
        />
        <EditSelect
          form={form}
          name="site_province"
          label={said.add.province}
          options={codeLists.province.map((code) => ({
            value: code,
            label: codeWord(locale, 'province', code),
          }))}
        />
        <EditText form={form} name="site_point" label={said.add.point} hint={said.add.pointHint} />
        <EditLines form={form} name="site_notes" label={said.page.notes} />
        <Button variant="secondary">{said.page.save}</Button>
      </form>
    </section>
  );
}

function fieldsOf({ site, province }: DeskSite): KeptFields {
  return {
    site_ko: site.ko,
    site_en: site.en,
    site_zh: site.zh,
    site_km: site.km,
    site_aliases: site.aliases.join('\n'),
    site_kind: site.kind,
    site_province: province ?? '',
    site_point: site.point ? `${site.point.latitude}, ${site.point.longitude}` : '',
    site_notes: site.notes,
  };
}
