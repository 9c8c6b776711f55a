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
        defaultValue={defaultValue}
        autoComplete="off"
        aria-describedby={describedBy(field)}
        aria-invalid={field.error ? true : undefined}
        className={`${controlLook(field.error)} w-full md:max-w-medium`}
      >
        <option value="">{words(field.locale).shell.form.choose}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}
