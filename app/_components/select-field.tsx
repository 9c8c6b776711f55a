import { escapeHtml } from '@/lib/i18n/plain-page';
import { words } from '@/lib/i18n/words';
import {
  controlLook,
  describedBy,
  type FieldBase,
  FieldError,
  fieldLook,
  Hint,
  LabelText,
} from './field-parts';

type Props = FieldBase & { options: readonly { value: string; label: string }[]; defaultValue?: string };

/** One of a long list. The first entry is empty: nothing is chosen for anybody. */
export function SelectField({ options, defaultValue = '', ...field }: Props) {
  const all = [{ value: '', label: words(field.locale).shell.form.choose }, ...options];
  return (
    <div className={fieldLook(field.error)}>
      <label htmlFor={field.name} className="block">
        <LabelText {...field} />
      </label>
      <Hint name={field.name}>{field.hint}</Hint>
      <FieldError {...field} />
      {/* The key makes React take up a changed default: a select would otherwise fall back to its first entry. */}
      <select
        key={defaultValue}
        id={field.name}
        name={field.name}
        autoComplete="off"
        aria-describedby={describedBy(field)}
        aria-invalid={field.error ? true : undefined}
        className={`${controlLook(field.error)} w-full md:max-w-medium`}
        // biome-ignore lint/security/noDangerouslySetInnerHtml: of two hundred countries each as an element of React's, a server makes and a phone takes up a quarter of the page; every word is escaped
        dangerouslySetInnerHTML={{ __html: all.map((option) => optionHtml(option, defaultValue)).join('') }}
      />
    </div>
  );
}

function optionHtml({ value, label }: Props['options'][number], chosen: string): string {
  return `<option value="${escapeHtml(value)}"${value === chosen ? ' selected' : ''}>${escapeHtml(label)}</option>`;
}
