import type { ReactNode } from 'react';
import { words } from '@/lib/i18n/words';
import { Choice } from './choice';
import { FieldGroup } from './field-group';
import type { FieldBase } from './field-parts';

export type ChoiceOption = {
  value: string;
  label: ReactNode;
  hint?: ReactNode;
  /** Answers like "none" and "do not know", set apart by "or". */
  apart?: boolean;
};

type GroupProps = FieldBase & {
  options: readonly ChoiceOption[];
  /** Two beside each other on wide screens, for many short answers. */
  columns?: 1 | 2;
};

type ChoicesProps = GroupProps & { type: 'radio' | 'checkbox'; chosen: readonly string[] };

function Choices({ type, chosen, options, columns = 1, ...field }: ChoicesProps) {
  const firstApart = options.find((option) => option.apart);
  const or = (
    <p key="or" className="text-gray-70 md:col-span-full">
      {words(field.locale).shell.form.or}
    </p>
  );
  return (
    <FieldGroup {...field}>
      <div className={`grid gap-2 ${columns === 2 ? 'md:grid-cols-2' : ''}`}>
        {options.flatMap((option, index) => [
          ...(option === firstApart && index > 0 ? [or] : []),
          <Choice
            key={option.value}
            type={type}
            id={index === 0 ? field.name : `${field.name}-${option.value}`}
            name={field.name}
            value={option.value}
            label={option.label}
            hint={option.hint}
            defaultChecked={chosen.includes(option.value)}
          />,
        ])}
      </div>
    </FieldGroup>
  );
}

/** One of several answers. */
export function RadioGroup({ defaultValue, ...group }: GroupProps & { defaultValue?: string }) {
  return <Choices type="radio" chosen={defaultValue === undefined ? [] : [defaultValue]} {...group} />;
}

/** Any of several answers: the same name is posted once for each. */
export function CheckboxGroup({
  defaultValues = [],
  ...group
}: GroupProps & { defaultValues?: readonly string[] }) {
  return <Choices type="checkbox" chosen={defaultValues} {...group} />;
}
