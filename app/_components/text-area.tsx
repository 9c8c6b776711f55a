import {
  controlLook,
  describedBy,
  type FieldBase,
  FieldError,
  fieldLook,
  Hint,
  LabelText,
} from './field-parts';

type Props = FieldBase & { defaultValue?: string; rows?: number };

/** Several lines of text; grows where the browser can, and never stops anybody typing. */
export function TextArea({ defaultValue, rows = 6, ...field }: Props) {
  return (
    <div className={fieldLook(field.error)}>
      <label htmlFor={field.name} className="block">
        <LabelText {...field} />
      </label>
      <Hint name={field.name}>{field.hint}</Hint>
      <FieldError {...field} />
      <textarea
        id={field.name}
        name={field.name}
        rows={rows}
        defaultValue={defaultValue}
        autoComplete="off"
        aria-describedby={describedBy(field)}
        aria-invalid={field.error ? true : undefined}
        className={`${controlLook(field.error)} w-full`}
      />
    </div>
  );
}
