import { Button } from '@/app/_components/button';
import { words } from '@/lib/i18n/words';
import { type EditForm, EditLines, EditText, EditTick } from '../../_desk/edit-form';
import { addPeriodAction, editPeriodAction } from './actions';

type Props = { form: EditForm; period: { id: string; slug: string; version: number } | null };

/** Everything about one period; the version it was made for goes with it. */
export function PeriodForm({ form, period }: Props) {
  const { settings } = words(form.locale).desk;
  const { fields } = settings.periods;
  return (
    <form
      action={period ? editPeriodAction : addPeriodAction}
      noValidate
      className="max-w-form space-y-5 rounded-lg border border-gray-20 p-5"
    >
      <input type="hidden" name="locale" value={form.locale} />
      {period ? (
        <>
          <input type="hidden" name="period" value={period.id} />
          <input type="hidden" name="slug" value={period.slug} />
          <input type="hidden" name="seen" value={period.version} />
        </>
      ) : null}
      <EditText form={form} name="name_ko" label={fields.name_ko} inputLang="ko" />
      <EditText form={form} name="name_en" label={fields.name_en} inputLang="en" />
      <EditText form={form} name="opens" label={fields.opens} hint={fields.opensHint} />
      <EditText form={form} name="closes" label={fields.closes} hint={fields.closesHint} />
      <EditTick form={form} name="standing" label={fields.standing} hint={fields.standingHint} />
      <EditLines form={form} name="notice_ko" label={fields.notice_ko} hint={fields.noticeHint} />
      <EditLines form={form} name="notice_en" label={fields.notice_en} hint={fields.noticeHint} />
      <EditLines form={form} name="takes_ko" label={fields.takes_ko} hint={fields.takesHint} optional />
      <EditLines form={form} name="takes_en" label={fields.takes_en} hint={fields.takesHint} optional />
      <Button variant="secondary">{settings.save}</Button>
    </form>
  );
}
