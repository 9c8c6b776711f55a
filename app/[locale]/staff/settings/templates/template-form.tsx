import { Button } from '@/app/_components/button';
import { words } from '@/lib/i18n/words';
import { type EditForm, EditLines, EditText, EditTick } from '../../_desk/edit-form';
import { addTemplateAction, editTemplateAction } from './actions';

type Props = { form: EditForm; template: { id: string; slug: string; version: number } | null };

/** Both languages of one template; the version it was made for goes with it. */
export function TemplateForm({ form, template }: Props) {
  const { settings } = words(form.locale).desk;
  const { fields } = settings.templates;
  return (
    <form
      action={template ? editTemplateAction : addTemplateAction}
      noValidate
      className="max-w-form space-y-5 rounded-lg border border-gray-20 p-5"
    >
      <input type="hidden" name="locale" value={form.locale} />
      {template ? (
        <>
          <input type="hidden" name="template" value={template.id} />
          <input type="hidden" name="slug" value={template.slug} />
          <input type="hidden" name="seen" value={template.version} />
        </>
      ) : null}
      <EditText form={form} name="title_ko" label={fields.title_ko} inputLang="ko" />
      <EditText form={form} name="title_en" label={fields.title_en} inputLang="en" />
      <EditLines form={form} name="text_ko" label={fields.text_ko} hint={fields.textHint} rows={5} />
      <EditLines form={form} name="text_en" label={fields.text_en} hint={fields.textHint} rows={5} />
      {template ? (
        <EditTick form={form} name="retired" label={fields.retired} hint={fields.retiredHint} />
      ) : null}
      <Button variant="secondary">{settings.save}</Button>
    </form>
  );
}
