import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { localeOf } from '@/app/_request/locale';
import { contactStanding } from '@/lib/cases/contact/queries';
import { reportWork } from '@/lib/cases/report-work/queries';
import { listTemplates } from '@/lib/cases/templates/queries';
import { database } from '@/lib/database';
import { words } from '@/lib/i18n/words';
import { readReport } from '@/lib/reports/desk/reading/commands';
import { findTypedOn } from '@/lib/staff/kept/queries';
import { can } from '@/lib/staff/roles';
import { requireStaff } from '@/lib/staff/session';
import { ActNotice, type OutcomeSearch, readOutcome } from '../../_desk/act-notice';
import { PageTitle } from '../../_desk/page-title';
import { anchorsOf, reportActWords } from './_parts/act-words';
import { Additions } from './_parts/additions';
import { Answers } from './_parts/answers';
import { Assignment } from './_parts/assignment';
import { CaseOfReport } from './_parts/case';
import { Compartment } from './_parts/compartment';
import { ConsentsGiven } from './_parts/consents';
import { Consequences } from './_parts/consequences';
import { Contact } from './_parts/contact';
import { Files } from './_parts/files';
import { Jump } from './_parts/jump';
import { Keeping } from './_parts/keeping';
import { LevelByHand } from './_parts/level';
import { Messages } from './_parts/messages';
import { Notes } from './_parts/notes';
import { Readers } from './_parts/readers';
import { Recusal } from './_parts/recusal';
import { Requests } from './_parts/requests';
import { State } from './_parts/state';
import { Summary } from './_parts/summary';
import { Urgency } from './_parts/urgency';
import { reportPlace } from './form-place';

type Params = { locale: string; reference: string };
type Props = { params: Promise<Params>; searchParams: Promise<OutcomeSearch> };

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
  const work = await reportWork(database(), actor, report.reference);
  const standing = await contactStanding(database(), actor, report.reference);
  if (!work || !standing) notFound();
  const outcome = readOutcome(await searchParams);
  const reporter = report.locale === 'en' ? 'en' : 'ko';
  const templates = await listTemplates(database(), actor, { desk: locale, reporter });
  const typed = await findTypedOn(database(), actor.id, reportPlace(report.reference).kept);
  const { report: said } = words(locale).staff;
  return (
    <div className="space-y-6">
      <p>
        <a href={`/${locale}/staff`} className="inline-flex min-h-11 items-center">
          {said.back}
        </a>
      </p>
      <PageTitle>{said.title(report.reference)}</PageTitle>
      <ActNotice
        locale={locale}
        outcome={outcome}
        said={reportActWords(locale, outcome, report.state)}
        anchors={anchorsOf(outcome)}
        kept={Object.values(typed).some(Boolean)}
      />
      <Jump locale={locale} asked={report.requests.length > 0} barred={report.contactRisk === 'RISKY'} />
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
            typed={typed.compartment}
            outcome={outcome}
          />
          <Files
            locale={locale}
            report={report}
            mayOpenOriginals={can(actor.roles, 'evidence.original')}
            typed={typed.original}
            outcome={outcome}
          />
          <ConsentsGiven locale={locale} report={report} />
        </div>
        <div className="min-w-0 space-y-8">
          <Requests locale={locale} report={report} typed={typed.request} outcome={outcome} />
          {report.state === 'RECEIVED' ? (
            <State locale={locale} report={report} typed={typed.state} outcome={outcome} />
          ) : null}
          <CaseOfReport
            locale={locale}
            report={report}
            work={work}
            roles={actor.roles}
            typed={typed}
            outcome={outcome}
          />
          <Assignment locale={locale} report={report} work={work} actor={actor} outcome={outcome} />
          <Recusal
            locale={locale}
            reference={report.reference}
            work={work}
            actor={actor}
            typed={typed.recuse}
            outcome={outcome}
          />
          <LevelByHand
            locale={locale}
            report={report}
            work={work}
            actor={actor}
            typed={typed}
            outcome={outcome}
          />
          {report.state === 'RECEIVED' ? null : (
            <State locale={locale} report={report} typed={typed.state} outcome={outcome} />
          )}
          <Notes locale={locale} report={report} typed={typed.note} outcome={outcome} />
          <Contact
            locale={locale}
            report={report}
            work={work}
            standing={standing}
            actor={actor}
            typed={typed}
            outcome={outcome}
          />
          <Messages
            locale={locale}
            report={report}
            templates={templates}
            typed={typed.message}
            outcome={outcome}
          />
          <Keeping
            locale={locale}
            report={report}
            work={work}
            actor={actor}
            typed={typed}
            outcome={outcome}
          />
          <Readers locale={locale} report={report} />
        </div>
      </div>
    </div>
  );
}
