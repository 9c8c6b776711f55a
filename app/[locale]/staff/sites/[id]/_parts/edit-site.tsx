import { Button } from '@/app/_components/button';
import { SelectField } from '@/app/_components/select-field';
import { TextArea } from '@/app/_components/text-area';
import { TextField } from '@/app/_components/text-field';
import type { Locale } from '@/lib/i18n/locale';
import { words } from '@/lib/i18n/words';
import type { DeskSite } from '@/lib/linking/sites/reading/commands';
import { codeLists } from '@/lib/reports/code-lists';
import { codeWord } from '@/lib/reports/code-words';
import type { KeptFields } from '@/lib/staff/kept/queries';
import { type Outcome, problemOf } from '../../../_desk/act-notice';
import { BlockTitle } from '../../../_desk/page-title';
import { editSiteAction } from '../actions';

type Props = { locale: Locale; found: DeskSite; typed: KeptFields | null; outcome: Outcome };

/** What a site is called in each language, and where it is: every name finds it. */
export function EditSite({ locale, found, typed, outcome }: Props) {
  const { sites: said } = words(locale).desk;
  const given = typed ?? fieldsOf(found);
  const text = (name: string, label: string, lang?: string, error?: string) => (
    <TextField
      locale={locale}
      name={name}
      label={label}
      error={error}
      defaultValue={given[name]}
      {...(lang ? { inputLang: lang } : {})}
    />
  );
  return (
    <section aria-labelledby="edit" className="min-w-0 space-y-3">
      <BlockTitle id="edit">{said.page.edit}</BlockTitle>
      <form action={editSiteAction} noValidate className="space-y-3 rounded-lg border border-gray-20 p-4">
        <input type="hidden" name="locale" value={locale} />
        <input type="hidden" name="site" value={found.id} />
        <input type="hidden" name="seen" value={found.version} />
        {text('site_ko', said.page.ko, 'ko', problemOf(locale, outcome, 'site-edit', said))}
        {text('site_en', said.page.en, 'en')}
        {text('site_zh', said.page.zh, 'zh')}
        {text('site_km', said.page.km, 'km')}
        <TextArea
          locale={locale}
          name="site_aliases"
          label={said.page.aliases}
          hint={said.page.aliasesHint}
          rows={3}
          defaultValue={given.site_aliases}
        />
        <SelectField
          locale={locale}
          name="site_kind"
          label={said.add.kind}
          options={codeLists.site_kind
            .filter((code) => code !== 'UNKNOWN')
            .map((code) => ({ value: code, label: codeWord(locale, 'site_kind', code) }))}
          defaultValue={given.site_kind}
        />
        <SelectField
          locale={locale}
          name="site_province"
          label={said.add.province}
          options={codeLists.province.map((code) => ({
            value: code,
            label: codeWord(locale, 'province', code),
          }))}
          defaultValue={given.site_province}
        />
        <TextField
          locale={locale}
          name="site_point"
          label={said.add.point}
          hint={said.add.pointHint}
          defaultValue={given.site_point}
        />
        <TextArea
          locale={locale}
          name="site_notes"
          label={said.page.notes}
          rows={3}
          defaultValue={given.site_notes}
        />
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
