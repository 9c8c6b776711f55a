import { Button } from '@/app/_components/button';
import { words } from '@/lib/i18n/words';
import { MASKS } from '@/lib/referrals/masks';
import { consentAgencies } from '@/lib/reports/questionnaire';
import { EditChoice, type EditForm, EditLines, EditText, EditTick } from '../../_desk/edit-form';
import { addAgencyAction, editAgencyAction } from '../actions';

type Props = { form: EditForm; agency: { id: string; slug: string; version: number } | null };

/** Everything about one agency; the version it was made for goes with it. */
export function AgencyForm({ form, agency }: Props) {
  const said = words(form.locale).desk.agencies;
  const { fields } = said;
  return (
    <form
      action={agency ? editAgencyAction : addAgencyAction}
      noValidate
      className="max-w-form space-y-5 rounded-lg border border-gray-20 p-5"
    >
      <input type="hidden" name="locale" value={form.locale} />
      {agency ? (
        <>
          <input type="hidden" name="agency" value={agency.id} />
          <input type="hidden" name="slug" value={agency.slug} />
          <input type="hidden" name="seen" value={agency.version} />
        </>
      ) : null}
      <EditText form={form} name="name_ko" label={fields.name_ko} inputLang="ko" />
      <EditText form={form} name="name_en" label={fields.name_en} inputLang="en" />
      <EditLines form={form} name="takes_ko" label={fields.takes_ko} rows={2} />
      <EditLines form={form} name="takes_en" label={fields.takes_en} rows={2} />
      <EditLines
        form={form}
        name="contact"
        label={fields.contact}
        hint={fields.contactHint}
        rows={2}
        optional
      />
      <EditText
        form={form}
        name="verified_on"
        label={fields.verified_on}
        hint={fields.verifiedHint}
        optional
      />
      <EditText form={form} name="ack_hours" label={fields.ack_hours} hint={fields.ackHint} optional />
      <EditChoice
        form={form}
        name="mask"
        label={fields.mask}
        options={MASKS.map((value) => ({ value, label: said.masks[value] }))}
      />
      <EditChoice
        form={form}
        name="consent"
        label={fields.consent}
        options={[
          { value: '', label: fields.consentNone },
          ...consentAgencies.map((value) => ({ value, label: said.consents[value] })),
        ]}
      />
      <fieldset className="space-y-2">
        <legend className="font-bold">{fields.limits}</legend>
        <EditTick form={form} name="blocked" label={fields.blocked} hint={fields.blockedHint} />
        <EditTick form={form} name="abroad" label={fields.abroad} hint={fields.abroadHint} />
        <EditTick form={form} name="in_use" label={fields.in_use} hint={fields.inUseHint} />
      </fieldset>
      <Button variant="secondary">{said.save}</Button>
    </form>
  );
}
