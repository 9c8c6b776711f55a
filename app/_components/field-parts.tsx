import type { ReactNode } from 'react';
import type { Locale } from '@/lib/i18n/locale';
import { words } from '@/lib/i18n/words';
import { ErrorIcon } from './icons';
import { Sentence } from './sentence';
import { VisuallyHidden } from './visually-hidden';

/** How large the question is written: `page` is the page's only h1, `section` leads a group, `field` is one among several. */
export type LabelSize = 'page' | 'section' | 'field';

/** What every field takes. Nothing here ever blocks: no required, no maxlength, no disabled. */
export type FieldBase = {
  locale: Locale;
  /** The posted name; the first control of the field also has it as its id. */
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  /** The message alone: "오류:" is said before it. */
  error?: string | undefined;
  /** Marks the field "(선택)". */
  optional?: boolean;
  size?: LabelSize;
};

/** The ids that describe a control, or undefined when nothing does. */
export function describedBy({
  name,
  hint,
  error,
}: Pick<FieldBase, 'name' | 'hint' | 'error'>): string | undefined {
  const ids = [hint ? `${name}-hint` : '', error ? `${name}-error` : ''].filter(Boolean);
  return ids.length > 0 ? ids.join(' ') : undefined;
}

const sizes: Record<LabelSize, string> = {
  page: 'text-h1-narrow md:text-h1',
  section: 'text-h3-narrow md:text-h3',
  field: 'text-body',
};

/** The words of a label or legend. */
export function LabelText({
  locale,
  label,
  optional,
  size = 'field',
}: Pick<FieldBase, 'locale' | 'label' | 'optional' | 'size'>) {
  const text = (
    <>
      {label}
      {optional ? (
        <span className="font-normal text-gray-70"> {words(locale).shell.form.optional}</span>
      ) : null}
    </>
  );
  return size === 'page' ? <h1>{text}</h1> : <span className={`font-bold ${sizes[size]}`}>{text}</span>;
}

/** A hint under the label, tied to its control by `describedBy`. */
export function Hint({ name, children }: { name: string; children: ReactNode }) {
  if (!children) return null;
  return (
    <div id={`${name}-hint`} className="text-gray-70">
      {children}
    </div>
  );
}

/**
 * The error of a field. The element is there only with an error; `data-error-for` lets the form's script find it and take it
 * away once the field is mended.
 */
export function FieldError({ locale, name, error }: Pick<FieldBase, 'locale' | 'name' | 'error'>) {
  if (!error) return null;
  return (
    <p id={`${name}-error`} data-error-for={name} className="flex gap-2 font-bold text-danger-60">
      <ErrorIcon className="mt-0.5 size-5" />
      <span>
        <VisuallyHidden>{words(locale).shell.form.error} </VisuallyHidden>
        <Sentence text={error} />
      </span>
    </p>
  );
}

/** A line in the margin beside a field that has to be mended. */
export function fieldLook(error: string | undefined): string {
  return `min-w-0 space-y-2 ${error ? 'border-l-4 border-danger-50 pl-4' : ''}`;
}

/** The look of one-line inputs, selects and text areas: 48 px, a border of 6:1. */
export function controlLook(error?: string): string {
  const edge = error ? 'border-2 border-danger-50' : 'border border-gray-60';
  return `block min-h-12 rounded-md bg-gray-0 px-4 py-2 text-body text-gray-90 ${edge}`;
}
