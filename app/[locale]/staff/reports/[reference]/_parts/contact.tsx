import { Button } from '@/app/_components/button';
import { TextArea } from '@/app/_components/text-area';
import type { ContactStanding } from '@/lib/cases/contact/queries';
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
import {
  barContactAction,
  breakGlassAction,
  requestReleaseAction,
  reviewGlassAction,
} from '../contact-actions';
import { ContactNotice } from './contact-notice';

type Props = {
  locale: Locale;
  report: DeskReport;
  work: ReportWork;
  standing: ContactStanding;
  actor: StaffActor;
  typed: Partial<Record<string, KeptFields>>;
  outcome: Outcome;
};

/** A reporter whom word could endanger: barred, or released and by whom; what this person can do about it. Nothing on any other report. */
export function Contact({ locale, report, work, standing, actor, typed, outcome }: Props) {
  const { contact: said } = words(locale).desk;
  const { barrier, release } = standing;
  if (report.contactRisk !== 'RISKY') return null;
  const asked = work.approvals.find(({ act }) => act === 'RELEASE_CONTACT');
  const barred = barrier === 'DO_NOT_CONTACT';
  const form = { locale, reference: report.reference, outcome };
  return (
    <section aria-labelledby="contact" className="space-y-3">
      <BlockTitle id="contact">{said.title}</BlockTitle>
      <ContactNotice locale={locale} standing={standing}>
        {barred && !standing.mayRequestRelease ? <p>{said.releaseByOthers}</p> : null}
      </ContactNotice>
      {asked && barred ? (
        <ApprovalCard
          locale={locale}
          approval={{ ...asked, about: { kind: 'report', ref: report.reference } }}
          from={report.reference}
          actor={actor}
          typed={typed.approval}
          outcome={outcome}
        />
      ) : null}
      {standing.mayRequestRelease && asked?.state !== 'PENDING' ? (
        <form action={requestReleaseAction} noValidate className="space-y-3">
          <Reason
            {...form}
            name="release"
            label={said.release}
            hint={said.releaseHint}
            typed={typed.release}
          />
          <Button variant="secondary">{said.releaseSubmit}</Button>
        </form>
      ) : null}
      {standing.mayBreakGlass ? (
        <details open={typed.glass || outcome.form === 'glass' ? true : undefined}>
          <summary className="inline-flex min-h-11 cursor-pointer items-center text-small font-bold text-primary-70 underline">
            {said.glass}
          </summary>
          <form action={breakGlassAction} noValidate className="space-y-3">
            <Reason
              {...form}
              name="glass"
              label={said.glassReason}
              hint={said.glassHint}
              typed={typed.glass}
            />
            <Button variant="secondary">{said.glassSubmit}</Button>
          </form>
        </details>
      ) : null}
      {release?.mayReview ? (
        <form action={reviewGlassAction} noValidate className="space-y-3">
          <Reason {...form} name="review" label={said.review} hint={said.reviewHint} typed={typed.review} />
          <div className="flex flex-wrap gap-3">
            <Button variant="secondary" name="decision" value="UPHOLD">
              {said.uphold}
            </Button>
            <Button variant="secondary" name="decision" value="BAR">
              {said.overturn}
            </Button>
          </div>
        </form>
      ) : release && can(actor.roles, 'contact.release') ? (
        <form action={barContactAction}>
          <Hidden {...form} />
          <Button variant="secondary">{said.bar}</Button>
        </form>
      ) : null}
    </section>
  );
}

type FormProps = { locale: Locale; reference: string; outcome: Outcome };
type ReasonProps = FormProps & {
  name: 'release' | 'glass' | 'review';
  label: string;
  hint: string;
  typed: KeptFields | null | undefined;
};

function Hidden({ locale, reference }: Pick<FormProps, 'locale' | 'reference'>) {
  return (
    <>
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="reference" value={reference} />
    </>
  );
}

function Reason({ locale, reference, outcome, name, label, hint, typed }: ReasonProps) {
  const field = `${name}_reason`;
  return (
    <>
      <Hidden locale={locale} reference={reference} />
      <TextArea
        locale={locale}
        name={field}
        label={label}
        hint={hint}
        error={problemOf(locale, outcome, name, words(locale).desk.contact)}
        defaultValue={typed?.[field]}
        rows={2}
      />
    </>
  );
}
