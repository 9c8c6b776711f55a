import type { ReactNode } from 'react';
import { words } from '@/lib/i18n/words';
import { FieldGroup } from './field-group';
import { controlLook, describedBy, type FieldBase } from './field-parts';

type Props = FieldBase & {
  /** What one of them is called: "전화번호" is read as "전화번호 1", "전화번호 2". */
  itemLabel: string;
  values?: readonly string[];
  /** How many inputs, those already filled among them. */
  count?: number;
  /** Each answer may run over several lines. */
  multiline?: boolean;
  inputMode?: 'text' | 'tel' | 'url' | 'email';
  inputLang?: string;
  /** A submit button that adds another input, for the form to provide. */
  addMore?: ReactNode;
};

/** Phone numbers, handles, addresses: several text inputs that post the same name. */
export function IdentifierList({
  itemLabel,
  values = [],
  count = 2,
  multiline = false,
  inputMode,
  inputLang,
  addMore,
  ...field
}: Props) {
  const { name, locale, error } = field;
  const inputs = Array.from({ length: Math.max(count, values.length) }, (_, index) => ({
    id: index === 0 ? name : `${name}-${index + 1}`,
    value: values[index] ?? '',
  }));
  const attributes = (id: string, index: number) => ({
    id,
    name,
    autoComplete: 'off',
    'aria-describedby': index === 0 ? describedBy(field) : undefined,
    'aria-invalid': error && index === 0 ? true : undefined,
    className: `${controlLook(index === 0 ? error : undefined)} w-full`,
  });
  return (
    <FieldGroup {...field}>
      <ol className="space-y-3">
        {inputs.map(({ id, value }, index) => (
          <li key={id}>
            <label htmlFor={id} className="mb-1 block">
              {words(locale).shell.form.nth(itemLabel, index + 1)}
            </label>
            {multiline ? (
              <textarea rows={2} {...attributes(id, index)} defaultValue={value} />
            ) : (
              <input
                type="text"
                inputMode={inputMode}
                lang={inputLang}
                autoCapitalize="none"
                spellCheck={false}
                {...attributes(id, index)}
                defaultValue={value}
              />
            )}
          </li>
        ))}
      </ol>
      {addMore ? <div className="-mx-2">{addMore}</div> : null}
    </FieldGroup>
  );
}
