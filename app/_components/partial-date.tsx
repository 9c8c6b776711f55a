import { words } from '@/lib/i18n/words';
import { Choice } from './choice';
import { FieldGroup } from './field-group';
import { controlLook, describedBy, type FieldBase } from './field-parts';

/** What was typed, untouched; `unknown` is true when "do not know" was ticked. */
export type PartialDateValue = {
  year?: string;
  month?: string;
  day?: string;
  time?: string;
  unknown?: boolean;
};

type PartProps = {
  id: string;
  name: string;
  label: string;
  value: string | undefined;
  error: string | undefined;
  describedBy?: string | undefined;
  year?: boolean;
};

function Part({ id, name, label, value, error, describedBy: described, year = false }: PartProps) {
  return (
    <div>
      <label htmlFor={id} className="mb-1 block">
        {label}
      </label>
      <input
        id={id}
        name={name}
        type="text"
        inputMode="numeric"
        autoComplete="off"
        defaultValue={value}
        aria-describedby={described}
        aria-invalid={error ? true : undefined}
        className={`${controlLook(error)} ${year ? 'w-20' : 'w-16'}`}
      />
    </div>
  );
}

type Props = FieldBase & {
  value?: PartialDateValue;
  /** Asks for a time of day too, as NAME_time. */
  withTime?: boolean;
  /** Offers "do not know" as NAME_unknown = UNKNOWN; on unless told. */
  withUnknown?: boolean;
};

/** 년·월·일 as three text inputs, each of which may stay empty: NAME_year, NAME_month, NAME_day. */
export function PartialDate({ value = {}, withTime = false, withUnknown = true, ...field }: Props) {
  const { name, error } = field;
  const form = words(field.locale).shell.form;
  const described = describedBy(field);
  return (
    <FieldGroup {...field}>
      <div className="flex flex-wrap items-end gap-3">
        <Part
          id={name}
          name={`${name}_year`}
          label={form.year}
          value={value.year}
          error={error}
          describedBy={described}
          year
        />
        <Part
          id={`${name}_month`}
          name={`${name}_month`}
          label={form.month}
          value={value.month}
          error={error}
        />
        <Part
          id={`${name}_day`}
          name={`${name}_day`}
          label={form.dayOptional}
          value={value.day}
          error={error}
        />
      </div>
      {withTime ? (
        <div>
          <label htmlFor={`${name}_time`} className="mb-1 block">
            {form.time} <span className="text-gray-70">{form.optional}</span>
          </label>
          <div id={`${name}_time-hint`} className="mb-1 text-gray-70">
            {form.timeHint}
          </div>
          <input
            id={`${name}_time`}
            name={`${name}_time`}
            type="text"
            autoComplete="off"
            defaultValue={value.time}
            aria-describedby={`${name}_time-hint`}
            className={`${controlLook()} w-full max-w-short`}
          />
        </div>
      ) : null}
      {withUnknown ? (
        <div className="pt-1 md:max-w-medium">
          <Choice
            type="checkbox"
            id={`${name}_unknown`}
            name={`${name}_unknown`}
            value="UNKNOWN"
            label={form.unknownDate}
            defaultChecked={value.unknown ?? false}
          />
        </div>
      ) : null}
    </FieldGroup>
  );
}
