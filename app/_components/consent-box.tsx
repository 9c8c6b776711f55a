import type { ReactNode } from 'react';
import type { Locale } from '@/lib/i18n/locale';
import { words } from '@/lib/i18n/words';
import { Choice } from './choice';
import { FieldError, fieldLook } from './field-parts';

/** What a person must know before agreeing (PIPA articles 15, 17, 22, 23): the operator's counsel has to confirm it. */
export type ConsentTerms = {
  purpose: ReactNode;
  items: ReactNode;
  retention: ReactNode;
  refusal: ReactNode;
  /** Who receives it, where somebody else does. */
  recipient?: ReactNode;
};

type Props = {
  locale: Locale;
  /** The posted name; also the checkbox's id unless `id` is given. */
  name: string;
  id?: string;
  /** Posted when ticked; one that is not ticked is not posted and means refused. */
  value?: string;
  title: ReactNode;
  /** The level of the title: `h3` under a heading of the page's own. */
  heading?: 'h2' | 'h3';
  terms: ConsentTerms;
  /** Sensitive lines are larger and bold. */
  sensitive?: boolean;
  /** What the box says, where "I agree" alone would be unclear. */
  agree?: ReactNode;
  /** True only for a choice the person made before: nothing is ticked for anybody. */
  defaultChecked?: boolean;
  error?: string | undefined;
  /** Which version of the words this is. */
  version?: ReactNode;
};

/** One purpose, one box: what for, which items, how long, what refusing means. */
export function ConsentBox(props: Props) {
  const {
    locale,
    name,
    id = name,
    value = 'AGREE',
    title,
    heading: Title = 'h2',
    terms,
    sensitive = false,
    agree,
    defaultChecked = false,
    error,
    version,
  } = props;
  const form = words(locale).shell.form;
  const lines = [
    { key: 'recipient', term: form.consent.recipient, text: terms.recipient },
    { key: 'purpose', term: form.consent.purpose, text: terms.purpose },
    { key: 'items', term: form.consent.items, text: terms.items },
    { key: 'retention', term: form.consent.retention, text: terms.retention },
    { key: 'refusal', term: form.consent.refusal, text: terms.refusal },
  ].filter((line) => line.text);
  return (
    <section aria-labelledby={`${id}-title`} className={fieldLook(error)}>
      <Title id={`${id}-title`} className="text-h4 md:text-h4">
        {title}
      </Title>
      <dl
        id={`${id}-terms`}
        data-tint=""
        className={`grid gap-x-4 gap-y-1 rounded-lg bg-gray-5 p-4 md:grid-cols-[8rem_1fr] md:gap-y-2 ${sensitive ? 'text-h4 font-bold' : ''}`}
      >
        {lines.map(({ key, term, text }) => (
          <div key={key} className="md:col-span-2 md:grid md:grid-cols-subgrid">
            <dt className="font-bold">{term}</dt>
            <dd className="mb-1">{text}</dd>
          </div>
        ))}
      </dl>
      {version ? <p className="text-small text-gray-70">{version}</p> : null}
      <FieldError locale={locale} name={name} error={error} />
      <Choice
        type="checkbox"
        id={id}
        name={name}
        value={value}
        label={agree ?? form.consent.agree}
        defaultChecked={defaultChecked}
        describedBy={`${id}-terms`}
      />
    </section>
  );
}
