import type { ReactNode } from 'react';
import { Button } from '@/app/_components/button';
import { Choice } from '@/app/_components/choice';
import { TextArea } from '@/app/_components/text-area';
import type { ReportWork } from '@/lib/cases/report-work/queries';
import type { Locale } from '@/lib/i18n/locale';
import { words } from '@/lib/i18n/words';
import type { DeskReport } from '@/lib/reports/desk/reading/commands';
import type { KeptFields } from '@/lib/staff/kept/queries';
import { can } from '@/lib/staff/roles';
import type { StaffActor } from '@/lib/staff/session';
import { type Outcome, problemOf } from '../../../_desk/act-notice';
import { ApprovalCard } from '../../../_desk/approval-card';
import { BlockTitle } from '../../../_desk/page-title';
import { askToEraseAction, setReportHoldAction } from '../keeping-actions';

type Props = {
  locale: Locale;
  report: DeskReport;
  work: ReportWork;
  actor: StaffActor;
  typed: Partial<Record<string, KeptFields>>;
  outcome: Outcome;
};

/** What keeps a report from being erased, and the asking for a second person to erase it. */
export function Keeping({ locale, report, work, actor, typed, outcome }: Props) {
  const { erasing: said } = words(locale).desk;
  const mayHold = can(actor.roles, 'case.hold-legally');
  const mayAsk = can(actor.roles, 'erase.ask');
  const asked = work.approvals.find(({ act }) => act === 'ERASE');
  if (!mayHold && !mayAsk && !report.legalHold) return null;
  const wrong = (form: 'hold' | 'erase') => problemOf(locale, outcome, form, said);
  return (
    <section aria-labelledby="keeping" className="space-y-3">
      <BlockTitle id="keeping">{said.title}</BlockTitle>
      <p className="text-small">{report.legalHold ? said.hold.held : said.hold.free}</p>
      {mayHold ? (
        <Folded
          title={report.legalHold ? said.hold.release : said.hold.hold}
          open={outcome.form === 'hold' || Boolean(typed.hold)}
        >
          <form action={setReportHoldAction} noValidate className="space-y-3">
            <Hidden locale={locale} report={report} />
            <input type="hidden" name="held" value={report.legalHold ? 'NO' : 'YES'} />
            <TextArea
              locale={locale}
              name="hold_reason"
              label={said.hold.reason}
              hint={said.hold.hint}
              error={wrong('hold')}
              defaultValue={typed.hold?.hold_reason}
              rows={2}
            />
            <Button variant="secondary">{report.legalHold ? said.hold.release : said.hold.hold}</Button>
          </form>
        </Folded>
      ) : null}
      {asked ? (
        <ApprovalCard
          locale={locale}
          approval={{ ...asked, about: { kind: 'report', ref: report.reference } }}
          from={report.reference}
          actor={actor}
          typed={typed.approval}
          outcome={outcome}
        />
      ) : null}
      {mayAsk && asked?.state !== 'PENDING' ? (
        <Folded title={said.report.title} open={outcome.form === 'erase' || Boolean(typed.erase)}>
          <form action={askToEraseAction} noValidate className="space-y-3">
            <Hidden locale={locale} report={report} />
            <p className="text-small">{said.report.what}</p>
            <TextArea
              locale={locale}
              name="erase_reason"
              label={said.report.reason}
              error={wrong('erase')}
              defaultValue={typed.erase?.erase_reason}
              rows={2}
            />
            <Choice
              type="checkbox"
              id="asked"
              name="asked"
              value="YES"
              label={said.asked}
              defaultChecked={false}
            />
            <Button variant="secondary">{said.report.submit}</Button>
          </form>
        </Folded>
      ) : null}
    </section>
  );
}

function Hidden({ locale, report }: { locale: Locale; report: DeskReport }) {
  return (
    <>
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="reference" value={report.reference} />
    </>
  );
}

function Folded({ title, open, children }: { title: string; open: boolean; children: ReactNode }) {
  return (
    <details open={open ? true : undefined}>
      <summary className="inline-flex min-h-11 cursor-pointer items-center text-small font-bold text-primary-70 underline">
        {title}
      </summary>
      {children}
    </details>
  );
}
