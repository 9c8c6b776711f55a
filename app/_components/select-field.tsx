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

/**
 * From here on a list's entries are one string for React: of 250 countries each would be an element that a server makes and a phone takes up. Only for
 * lists that are always the same, because what was chosen is lost where the string changes.
 */
const MANY = 100;

/** One of a long list. The first entry is empty: nothing is chosen for anybody. */
export function SelectField({ options, defaultValue = '', ...field }: Props) {
  const all = [{ value: '', label: words(field.locale).shell.form.choose }, ...options];
  const select = {
    id: field.name,
    name: field.name,
    autoComplete: 'off',
    'aria-describedby': describedBy(field),
    'aria-invalid': field.error ? true : undefined,
    className: `${controlLook(field.error)} w-full md:max-w-medium`,
  };
  return (
    <div className={fieldLook(field.error)}>
      <label htmlFor={field.name} className="block">
        <LabelText {...field} />
      </label>
      <Hint name={field.name}>{field.hint}</Hint>
      <FieldError {...field} />
      {/* The key makes React take up a changed default: a select would otherwise fall back to its first entry. */}
      {all.length > MANY ? (
        <select
          key={defaultValue}
          {...select}
          // biome-ignore lint/security/noDangerouslySetInnerHtml: every word is escaped
          dangerouslySetInnerHTML={{ __html: all.map((option) => optionHtml(option, defaultValue)).join('') }}
        />
      ) : (
        <select key={defaultValue} {...select} defaultValue={defaultValue}>
          {all.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      )}
    </div>
  );
}

function optionHtml({ value, label }: Props['options'][number], chosen: string): string {
  return `<option value="${escapeHtml(value)}"${value === chosen ? ' selected' : ''}>${escapeHtml(label)}</option>`;
}
