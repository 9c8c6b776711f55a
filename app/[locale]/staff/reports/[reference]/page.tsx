import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { localeOf } from '@/app/_request/locale';
import { oneOf } from '@/app/_request/posted';
import { database } from '@/lib/database';
import { words } from '@/lib/i18n/words';
import { readReport } from '@/lib/reports/desk/reading/commands';
import { findTyped } from '@/lib/staff/kept/queries';
import { can } from '@/lib/staff/roles';
import { requireStaff } from '@/lib/staff/session';
import { keptPlace } from '../../_desk/act';
import { PageTitle } from '../../_desk/page-title';
import { Additions } from './_parts/additions';
import { Answers } from './_parts/answers';
import { Compartment } from './_parts/compartment';
import { ConsentsGiven } from './_parts/consents';
import { Consequences } from './_parts/consequences';
import { Files } from './_parts/files';
import { Messages } from './_parts/messages';
import { Notes } from './_parts/notes';
import { type Outcome, OutcomeNotice } from './_parts/outcome-notice';
import { Readers } from './_parts/readers';
import { Requests } from './_parts/requests';
import { State } from './_parts/state';
import { Summary } from './_parts/summary';
import { Urgency } from './_parts/urgency';
import { reportPlace } from './form-place';

type Params = { locale: string; reference: string };
type Search = Partial<Record<keyof Outcome, string | string[]>>;
type Props = { params: Promise<Params>; searchParams: Promise<Search> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  // The reference alone, before anything is known of who asks: the page itself decides whether there is one.
  return { title: words(await localeOf(params)).staff.report.title((await params).reference.slice(0, 12)) };
}

/** One report: what was said, how urgent it is and why, what was done with it and by whom. Opening it is recorded. */
export default async function ReportPage({ params, searchParams }: Props) {
  const locale = await localeOf(params);
  const actor = await requireStaff('report.read');
  const report = await readReport(database(), actor, (await params).reference);
  if (!report) notFound();
  const { done, masked, form, problem, seen } = await searchParams;
  const outcome = {
    done: oneOf(done),
    masked: oneOf(masked),
    form: oneOf(form),
    problem: oneOf(problem),
    seen: oneOf(seen),
  };
  const [state, note, message, compartment, original, request] = await Promise.all(
    (['state', 'note', 'message', 'compartment', 'original', 'request'] as const).map((name) =>
      findTyped(database(), actor.id, keptPlace(reportPlace(report.reference), name)),
    ),
  );
  const { report: said } = words(locale).staff;
  return (
    <div className="space-y-6">
      <p>
        <a href={`/${locale}/staff`} className="inline-flex min-h-11 items-center">
          {said.back}
        </a>
      </p>
      <PageTitle>{said.title(report.reference)}</PageTitle>
      <OutcomeNotice
        locale={locale}
        outcome={outcome}
        state={report.state}
        kept={Boolean(state ?? note ?? message ?? compartment ?? original ?? request)}
      />
      <div className="grid gap-x-8 gap-y-6 lg:grid-cols-[3fr_2fr]">
        <div className="min-w-0 space-y-8">
          <Consequences locale={locale} report={report} />
          <Summary locale={locale} report={report} />
          <Urgency locale={locale} report={report} />
          <Answers locale={locale} report={report} />
          <Additions locale={locale} report={report} />
          <Compartment
            locale={locale}
            report={report}
            mayOpen={can(actor.roles, 'report.compartment')}
            typed={compartment}
            outcome={outcome}
          />
          <Files
            locale={locale}
            report={report}
            mayOpenOriginals={can(actor.roles, 'evidence.original')}
            typed={original}
            outcome={outcome}
          />
          <ConsentsGiven locale={locale} report={report} />
        </div>
        <div className="min-w-0 space-y-8">
          <Requests locale={locale} report={report} typed={request} outcome={outcome} />
          <State locale={locale} report={report} typed={state} outcome={outcome} />
          <Notes locale={locale} report={report} typed={note} outcome={outcome} />
          <Messages locale={locale} report={report} typed={message} outcome={outcome} />
          <Readers locale={locale} report={report} />
        </div>
      </div>
    </div>
  );
}
