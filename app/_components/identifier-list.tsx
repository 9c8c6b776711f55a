import type { ReactNode } from 'react';
import { words } from '@/lib/i18n/words';
import { FieldGroup } from './field-group';
import { controlLook, describedBy, type FieldBase } from './field-parts';

type Props = FieldBase & {
  /** What one of them is called: "전화번호" is read as "전화번호 1", "전화번호 2". */
  itemLabel: string;
  values?: readonly string[];
  /** How many inputs at least; one empty input always follows what was typed. */
  count?: number;
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
  inputMode,
  inputLang,
  addMore,
  ...field
}: Props) {
  const { name, locale, error } = field;
  const inputs = Array.from({ length: Math.max(count, values.length + 1) }, (_, index) => ({
    id: index === 0 ? name : `${name}-${index + 1}`,
    value: values[index] ?? '',
  }));
  return (
    <FieldGroup {...field}>
      <ol className="space-y-3">
        {inputs.map(({ id, value }, index) => (
          <li key={id}>
            <label htmlFor={id} className="mb-1 block">
              {words(locale).shell.form.nth(itemLabel, index + 1)}
            </label>
            <input
              id={id}
              name={name}
              type="text"
              inputMode={inputMode}
              lang={inputLang}
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
              defaultValue={value}
              aria-describedby={index === 0 ? describedBy(field) : undefined}
              aria-invalid={error && index === 0 ? true : undefined}
              className={`${controlLook(index === 0 ? error : undefined)} w-full`}
            />
          </li>
        ))}
      </ol>
      {addMore}
    </FieldGroup>
  );
}
