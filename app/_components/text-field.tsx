import {
  controlLook,
  describedBy,
  type FieldBase,
  FieldError,
  fieldLook,
  Hint,
  LabelText,
} from './field-parts';

const widths = { full: 'w-full', medium: 'w-full md:max-w-medium', short: 'w-full max-w-short' } as const;

type Props = FieldBase & {
  defaultValue?: string;
  type?: 'text' | 'tel' | 'email' | 'url' | 'search' | 'password';
  inputMode?: 'text' | 'numeric' | 'decimal' | 'tel' | 'email' | 'url';
  autoComplete?: string;
  width?: keyof typeof widths;
  /** The language of what is typed, where it is not the page's. */
  inputLang?: string;
  spellCheck?: boolean;
  autoCapitalize?: 'none' | 'characters' | 'words' | 'sentences';
};

/** One line of text. Uncontrolled, so that Korean composes undisturbed. */
export function TextField({
  defaultValue,
  type = 'text',
  width = 'full',
  inputLang,
  autoComplete = 'off',
  ...rest
}: Props) {
  const { locale, name, label, hint, error, optional, size, inputMode, spellCheck, autoCapitalize } = rest;
  return (
    <div className={fieldLook(error)}>
      <label htmlFor={name} className="block">
        <LabelText locale={locale} label={label} optional={optional} size={size} />
      </label>
      <Hint name={name}>{hint}</Hint>
      <FieldError locale={locale} name={name} error={error} />
      <input
        id={name}
        name={name}
        type={type}
        defaultValue={defaultValue}
        inputMode={inputMode}
        autoComplete={autoComplete}
        autoCapitalize={autoCapitalize}
        spellCheck={spellCheck}
        lang={inputLang}
        aria-describedby={describedBy(rest)}
        aria-invalid={error ? true : undefined}
        className={`${controlLook(error)} ${widths[width]}`}
      />
    </div>
  );
}
