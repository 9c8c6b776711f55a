import type { ReactNode } from 'react';
import { Button } from '@/app/_components/button';
import { seoulMoment } from '@/lib/i18n/moment';
import { words } from '@/lib/i18n/words';
import { BlockTitle } from '../../../../../_desk/page-title';
import { FormStart } from '../../../_people/form-start';
import type { PersonForm } from '../../../_people/place';
import type { PersonPage } from './person-page';

type Entry = { at: Date; by: string; what: string; lines: readonly string[] };

type Props = {
  page: PersonPage;
  form: PersonForm;
  title: string;
  /** The newest first. */
  entries: readonly Entry[];
  action: (form: FormData) => Promise<void>;
  /** The form stands open before anything is wrong with it. */
  open?: boolean;
  children: ReactNode;
  rule?: ReactNode;
};

/** One axis of a person: what holds now and everything before it, and the form that records what was established. */
export function Axis({ page, form, title, entries, action, open = false, children, rule }: Props) {
  const { locale, found, typed, outcome, mayWork } = page;
  const { people: said } = words(locale).desk;
  const isOpen = open || typed[form] !== undefined || outcome.form === form;
  return (
    <section aria-labelledby={form} className="space-y-2">
      <BlockTitle id={form}>{title}</BlockTitle>
      {entries.length === 0 ? <p className="text-small text-gray-70">{said.notRecorded}</p> : null}
      {entries.length > 0 ? (
        <ol className="text-small" data-testid={`history-${form}`}>
          {entries.map(({ at, by, what, lines }, nth) => (
            <li key={`${at.toISOString()}-${what}`} className="border-b border-gray-10 py-1">
              <span className={nth === 0 ? 'font-bold' : ''}>{what}</span>
              <span className="text-gray-70">
                {' '}
                {said.recordedBy(found.names[by] ?? '–', seoulMoment(at))}
              </span>
              {lines.filter(Boolean).map((line) => (
                <p key={line} className="whitespace-pre-line">
                  {line}
                </p>
              ))}
            </li>
          ))}
        </ol>
      ) : null}
      {mayWork ? (
        <details open={isOpen} className="rounded-lg border border-gray-20">
          <summary className="min-h-11 cursor-pointer px-4 py-2 font-bold">{said.recordAxis(title)}</summary>
          <form action={action} noValidate className="space-y-3 border-t border-gray-20 p-4">
            <FormStart locale={locale} number={found.number} person={found.person.id} />
            {rule ? <div className="text-small">{rule}</div> : null}
            {children}
            <Button variant="secondary">{said.recordAxis(title)}</Button>
          </form>
        </details>
      ) : null}
    </section>
  );
}
