import { randomUUID } from 'node:crypto';
import { Button } from '@/app/_components/button';
import { TextArea } from '@/app/_components/text-area';
import type { Locale } from '@/lib/i18n/locale';
import { words } from '@/lib/i18n/words';
import type { DeskReport } from '@/lib/reports/desk/reading/commands';
import type { KeptFields } from '@/lib/staff/kept/queries';
import type { Outcome } from '../../../_desk/act-notice';
import { BlockTitle } from '../../../_desk/page-title';
import { openCompartmentAction } from '../actions';
import { problemHere } from './act-words';

type Props = {
  locale: Locale;
  report: DeskReport;
  /** Whether who reads may open it. */
  mayOpen: boolean;
  typed: KeptFields | null | undefined;
  outcome: Outcome;
};

/** Says that something was told of what the person was made to do, and offers opening it to whoever may. Never shows any of it. */
export function Compartment({ locale, report, mayOpen, typed, outcome }: Props) {
  if (!report.hasCompartment) return null;
  const said = words(locale).staff.report.compartment;
  return (
    <section aria-labelledby="made-to-do" className="space-y-3">
      <BlockTitle id="made-to-do">{said.title}</BlockTitle>
      <p className="text-small">{said.exists}</p>
      {mayOpen ? (
        <form action={openCompartmentAction} noValidate className="space-y-3">
          <input type="hidden" name="locale" value={locale} />
          <input type="hidden" name="reference" value={report.reference} />
          <input type="hidden" name="submission" value={typed?.submission ?? randomUUID()} />
          <TextArea
            locale={locale}
            name="compartment"
            label={said.reason}
            hint={said.reasonHint}
            error={problemHere(locale, outcome, 'compartment')}
            defaultValue={typed?.compartment}
            rows={2}
          />
          <Button variant="secondary">{said.open}</Button>
        </form>
      ) : (
        <p className="text-small">{said.notYours}</p>
      )}
    </section>
  );
}
