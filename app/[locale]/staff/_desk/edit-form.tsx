import { Choice } from '@/app/_components/choice';
import { describedBy, FieldError, Hint } from '@/app/_components/field-parts';
import { SelectField } from '@/app/_components/select-field';
import { TextArea } from '@/app/_components/text-area';
import { TextField } from '@/app/_components/text-field';
import type { Locale } from '@/lib/i18n/locale';
import { words } from '@/lib/i18n/words';
import type { KeptFields } from '@/lib/staff/kept/queries';
import { type ActWords, type Outcome, problemOf } from './act-notice';

/** A form over something that is stored: what was typed before stands in it, else what is stored. */
export type EditForm = {
  locale: Locale;
  /** By the fields' posted names. */
  saved: Readonly<Record<string, string>>;
  typed: KeptFields | null;
  /** Somebody else saved meanwhile: both versions are shown. */
  conflict: boolean;
  problem: { field: string; message: string } | null;
};

type Given = {
  locale: Locale;
  outcome: Outcome;
  /** The form's name. */
  form: string;
  said: ActWords;
  /** Which field a problem is about, by its code. */
  fieldOf: Readonly<Record<string, string>>;
  /** The code that says somebody else saved meanwhile, where it has its own. */
  conflict?: string;
  saved: Readonly<Record<string, string>>;
  typed: KeptFields | null;
};

export function editForm(given: Given): EditForm {
  const { locale, outcome, form, said, fieldOf, conflict = 'conflict', saved, typed } = given;
  const message = problemOf(locale, outcome, form, said);
  const field = fieldOf[outcome.problem ?? ''];
  return {
    locale,
    saved,
    typed,
    conflict: message !== undefined && outcome.problem === conflict,
    problem: message && field ? { field, message } : null,
  };
}

type FieldProps = { form: EditForm; name: string; label: string; hint?: string; optional?: boolean };

/** What the field holds, and beside it what somebody else has stored meanwhile. */
function standing({ form, name, hint }: FieldProps, wordOf = (stored: string) => stored) {
  const { saved, typed, conflict, problem } = form;
  const stored = saved[name] ?? '';
  const differs = conflict && typed !== null && (typed[name] ?? '') !== stored;
  const said = words(form.locale).desk.settings.edit;
  return {
    defaultValue: typed ? (typed[name] ?? '') : stored,
    error: problem?.field === name ? problem.message : undefined,
    hint: differs ? (
      <>
        {hint ? <p>{hint}</p> : null}
        <p className="whitespace-pre-line font-bold text-warning-60">
          {said.savedNow}: {wordOf(stored) || said.blank}
        </p>
      </>
    ) : (
      hint
    ),
  };
}

export function EditText(props: FieldProps & { inputLang?: string }) {
  const { form, name, label, optional, inputLang } = props;
  return (
    <TextField
      locale={form.locale}
      name={name}
      label={label}
      {...(optional ? { optional } : {})}
      {...(inputLang ? { inputLang } : {})}
      {...standing(props)}
    />
  );
}

export function EditLines(props: FieldProps & { rows?: number }) {
  const { form, name, label, optional, rows = 3 } = props;
  return (
    <TextArea
      locale={form.locale}
      name={name}
      label={label}
      rows={rows}
      {...(optional ? { optional } : {})}
      {...standing(props)}
    />
  );
}

/** A box that is ticked or not; `YES` when it is. */
export function EditTick(props: FieldProps) {
  const { name, label } = props;
  const { defaultValue, hint } = standing(props);
  return (
    <Choice
      type="checkbox"
      id={name}
      name={name}
      value="YES"
      label={label}
      hint={hint}
      defaultChecked={defaultValue === 'YES'}
    />
  );
}

type ChoiceProps = FieldProps & { options: readonly { value: string; label: string; hint?: string }[] };

/** One of a few; the first one has the field's name as its id, where a problem leads. */
export function EditChoice(props: ChoiceProps) {
  const { name, label, options } = props;
  const { defaultValue, error, hint } = standing(props);
  return (
    <fieldset className="space-y-2" aria-describedby={describedBy({ name, hint, error })}>
      <legend className="font-bold">{label}</legend>
      <Hint name={name}>{hint}</Hint>
      <FieldError locale={props.form.locale} name={name} error={error} />
      {options.map((option, at) => (
        <Choice
          key={option.value}
          type="radio"
          id={at === 0 ? name : `${name}-${option.value}`}
          name={name}
          value={option.value}
          label={option.label}
          hint={option.hint}
          defaultChecked={defaultValue === option.value}
          invalid={Boolean(error)}
        />
      ))}
    </fieldset>
  );
}

/** One of a long list, or none. */
export function EditSelect(props: ChoiceProps) {
  const { form, name, label, options } = props;
  const wordOf = (stored: string) => options.find(({ value }) => value === stored)?.label ?? stored;
  return (
    <SelectField
      locale={form.locale}
      name={name}
      label={label}
      options={options}
      {...standing(props, wordOf)}
    />
  );
}
