import type { ReactNode } from 'react';
import { describedBy, type FieldBase, FieldError, fieldLook, Hint, LabelText } from './field-parts';

type Props = FieldBase & { children: ReactNode };

/** Several controls that answer one question: a fieldset with its legend, hint and error. */
export function FieldGroup({ children, ...field }: Props) {
  return (
    <fieldset aria-describedby={describedBy(field)} className={fieldLook(field.error)}>
      <legend className="mb-2">
        <LabelText {...field} />
      </legend>
      <Hint name={field.name}>{field.hint}</Hint>
      <FieldError {...field} />
      {children}
    </fieldset>
  );
}
