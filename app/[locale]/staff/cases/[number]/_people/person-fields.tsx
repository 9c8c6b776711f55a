import { SelectField } from '@/app/_components/select-field';
import { TextArea } from '@/app/_components/text-area';
import { TextField } from '@/app/_components/text-field';
import type { Locale } from '@/lib/i18n/locale';
import { words } from '@/lib/i18n/words';
import { codeLists } from '@/lib/reports/code-lists';
import { codeWord } from '@/lib/reports/code-words';
import { countryName, nearCountries, otherCountries } from '@/lib/reports/countries';
import type { KeptFields } from '@/lib/staff/kept/queries';

type Props = { locale: Locale; given: KeptFields; error?: string | undefined };

/** What is asked first of a person: enough to tell them from others. */
export function FewFields({ locale, given, error }: Props) {
  const { identity: said } = words(locale).desk.people;
  return (
    <div className="grid items-end gap-x-4 gap-y-3 md:grid-cols-2">
      <TextField
        locale={locale}
        name="person_name_ko"
        label={said.nameKo}
        inputLang="ko"
        error={error}
        defaultValue={given.person_name_ko}
      />
      <TextField
        locale={locale}
        name="person_name_passport"
        label={said.namePassport}
        hint={said.namePassportHint}
        autoCapitalize="characters"
        spellCheck={false}
        defaultValue={given.person_name_passport}
      />
      <TextField
        locale={locale}
        name="person_birth"
        label={said.birth}
        hint={said.birthHint}
        inputMode="numeric"
        defaultValue={given.person_birth}
      />
      <SelectField
        locale={locale}
        name="person_sex"
        label={said.sex}
        options={codeLists.sex
          .filter((code) => code !== 'UNKNOWN')
          .map((code) => ({ value: code, label: codeWord(locale, 'sex', code) }))}
        defaultValue={given.person_sex}
      />
    </div>
  );
}

/** The rest of what identifies a person. */
export function MoreFields({ locale, given }: Props) {
  const { identity: said } = words(locale).desk.people;
  const near = nearCountries.map((code) => ({ value: code, label: countryName(locale, code) }));
  const others = otherCountries(locale).map(({ code, name }) => ({ value: code, label: name }));
  return (
    <div className="grid gap-x-4 gap-y-3 md:grid-cols-2">
      <TextField locale={locale} name="person_alias" label={said.alias} defaultValue={given.person_alias} />
      <SelectField
        locale={locale}
        name="person_nationality"
        label={said.nationality}
        options={[...near, ...others]}
        defaultValue={given.person_nationality}
      />
      <TextArea
        locale={locale}
        name="person_phones"
        label={said.phones}
        hint={said.oneALine}
        rows={2}
        defaultValue={given.person_phones}
      />
      <TextArea
        locale={locale}
        name="person_handles"
        label={said.handles}
        hint={said.oneALine}
        rows={2}
        defaultValue={given.person_handles}
      />
    </div>
  );
}
