import type { Metadata } from 'next';
import { Button } from '@/app/_components/button';
import { type LocaleProps, localeOf } from '@/app/_request/locale';
import { database } from '@/lib/database';
import { words } from '@/lib/i18n/words';
import type { OperatorDetails } from '@/lib/settings/details';
import { findSetting } from '@/lib/settings/queries';
import { findTyped } from '@/lib/staff/kept/queries';
import { requireStaff } from '@/lib/staff/session';
import { keptPlace } from '../../_desk/act';
import { type OutcomeSearch, readOutcome } from '../../_desk/act-notice';
import { EditLines, EditText, EditTick, editForm } from '../../_desk/edit-form';
import { SettingsFrame } from '../_parts/settings-frame';
import { saveOperatorAction, unsetOperatorAction } from '../actions';
import { OPERATOR_PLACE, OPERATOR_PROBLEM_FIELDS } from '../setting-places';

type Props = LocaleProps & { searchParams: Promise<OutcomeSearch> };

export async function generateMetadata({ params }: LocaleProps): Promise<Metadata> {
  return { title: words(await localeOf(params)).desk.settings.places.operator.title };
}

export default async function OperatorPage({ params, searchParams }: Props) {
  const locale = await localeOf(params);
  const actor = await requireStaff('settings.edit');
  const [stored, typed] = await Promise.all([
    findSetting(database(), actor, 'OPERATOR'),
    findTyped(database(), actor.id, keptPlace(OPERATOR_PLACE, 'operator')),
  ]);
  const { settings } = words(locale).desk;
  const said = settings.operator;
  const outcome = readOutcome(await searchParams);
  const form = editForm({
    locale,
    outcome,
    form: 'operator',
    said,
    fieldOf: OPERATOR_PROBLEM_FIELDS,
    saved: savedOf(stored.value),
    typed,
  });
  const { fields } = said;
  return (
    <SettingsFrame
      locale={locale}
      back={{ path: 'settings', label: settings.back }}
      title={settings.places.operator.title}
      outcome={outcome}
      said={said}
      anchors={{ operator: form.problem?.field ?? 'name_ko' }}
      kept={typed !== null}
    >
      <p>{said.intro}</p>
      {stored.value ? null : <p className="font-bold">{said.none}</p>}
      <form
        action={saveOperatorAction}
        noValidate
        className="max-w-form space-y-5 rounded-lg border border-gray-20 p-5"
      >
        <input type="hidden" name="locale" value={locale} />
        <input type="hidden" name="seen" value={stored.version} />
        <EditText form={form} name="name_ko" label={fields.name_ko} inputLang="ko" />
        <EditText form={form} name="name_en" label={fields.name_en} inputLang="en" />
        <EditLines form={form} name="contact_ko" label={fields.contact_ko} hint={fields.contactHint} />
        <EditLines form={form} name="contact_en" label={fields.contact_en} hint={fields.contactHint} />
        <EditLines
          form={form}
          name="officer_ko"
          label={fields.officer_ko}
          hint={fields.officerHint}
          rows={2}
          optional
        />
        <EditLines
          form={form}
          name="officer_en"
          label={fields.officer_en}
          hint={fields.officerHint}
          rows={2}
          optional
        />
        <fieldset className="space-y-2">
          <legend className="font-bold">{fields.kind}</legend>
          <EditTick form={form} name="government" label={fields.government} hint={fields.governmentHint} />
        </fieldset>
        <Button variant="secondary">{settings.save}</Button>
      </form>
      {stored.value ? (
        <details className="max-w-form rounded-lg border border-gray-20 px-5">
          <summary className="flex min-h-11 cursor-pointer items-center font-bold">
            {said.unset.title}
          </summary>
          <form action={unsetOperatorAction} id="operator-unset" className="space-y-3 pb-5">
            <input type="hidden" name="locale" value={locale} />
            <input type="hidden" name="seen" value={stored.version} />
            <p>{said.unset.says}</p>
            <Button variant="secondary">{said.unset.submit}</Button>
          </form>
        </details>
      ) : null}
    </SettingsFrame>
  );
}

const savedOf = (value: OperatorDetails | null): Record<string, string> =>
  value
    ? {
        name_ko: value.nameKo,
        name_en: value.nameEn,
        contact_ko: value.contactKo,
        contact_en: value.contactEn,
        officer_ko: value.officerKo,
        officer_en: value.officerEn,
        government: value.government ? 'YES' : '',
      }
    : {};
