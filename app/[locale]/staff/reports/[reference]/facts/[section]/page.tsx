import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Button } from '@/app/_components/button';
import { ErrorSummary } from '@/app/_components/error-summary';
import { Notice } from '@/app/_components/notice';
import { localeOf } from '@/app/_request/locale';
import { oneOf } from '@/app/_request/posted';
import { openFactsForm } from '@/lib/cases/report-facts/commands';
import { database } from '@/lib/database';
import { forKind } from '@/lib/i18n/by-kind';
import { words } from '@/lib/i18n/words';
import { factQuestions } from '@/lib/reports/desk/fact-questions';
import { RECORDING } from '@/lib/reports/desk/policy';
import { sections } from '@/lib/reports/questionnaire';
import { findTyped } from '@/lib/staff/kept/queries';
import { requireStaff } from '@/lib/staff/session';
import { keptPlace } from '../../../../_desk/act';
import { ActNotice, type OutcomeSearch, readOutcome } from '../../../../_desk/act-notice';
import { FactsPages } from '../../../../_desk/facts-pages';
import { PageTitle } from '../../../../_desk/page-title';
import { reportPlace } from '../../form-place';
import { recordFactsAction } from './actions';
import { bothOf, FACTS_FORM, factsPlace, readAnswers } from './facts-place';
import { factsProblems } from './facts-problems';
import { HowKnown } from './how-known';
import { Questions } from './questions';

type Params = { locale: string; reference: string; section: string };
type Search = OutcomeSearch & Partial<Record<'more' | 'tried', string | string[]>>;
type Props = { params: Promise<Params>; searchParams: Promise<Search> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await localeOf(params);
  const { reference, section } = await params;
  const { report, desk } = words(locale);
  const found = Object.values(sections).find(({ slug }) => slug === section);
  // The kind of the report is not known here; what the page asks of most kinds tells the pages apart.
  const page = found ? `: ${forKind(report.pages[found.slug].title, 'FAMILY')}` : '';
  return { title: `${desk.facts.record}${page}, ${reference.slice(0, 12)}` };
}

/** Records what staff found out about a report: the questions of one page of the form, and how they know. Opening it is recorded. */
export default async function FactsPage({ params, searchParams }: Props) {
  const locale = await localeOf(params);
  const actor = await requireStaff(RECORDING.permission);
  const { reference, section: slug } = await params;
  const search = await searchParams;
  const report = await openFactsForm(database(), actor, reference, slug);
  if (!report) notFound();
  const { kind, section, answers } = report;
  const typed = await findTyped(database(), actor.id, keptPlace(factsPlace(reference, slug), FACTS_FORM));
  const given = readAnswers(typed);
  const outcome = readOutcome(search);
  const asked = factQuestions(kind, section, bothOf(answers, given));
  const problems = factsProblems(locale, { kind, section, typed, outcome, first: asked[0]?.field.name });
  const { report: form, desk } = words(locale);
  const { facts: said } = desk;
  const back = `/${locale}${reportPlace(reference).path}`;
  return (
    <div className="max-w-reading space-y-6">
      <p>
        <a href={back} className="inline-flex min-h-11 items-center">
          {said.back(reference)}
        </a>
      </p>
      <ErrorSummary locale={locale} problems={problems} attempt={oneOf(search.tried)} />
      {outcome.masked && !outcome.done ? (
        <Notice locale={locale} tone="warning" role="status">
          <p>{desk.acts.masked}</p>
        </Notice>
      ) : null}
      <PageTitle>{said.title(forKind(form.pages[sections[section].slug].title, kind))}</PageTitle>
      {problems.length > 0 ? null : (
        <ActNotice
          locale={locale}
          outcome={outcome}
          said={{ done: {}, problems: {} }}
          kept={Boolean(typed) && !search.more}
        />
      )}
      <FactsPages locale={locale} report={{ reference, kind }} here={section} />
      <p>{said.lead}</p>
      {section === 'S2' && report.healthRefused ? (
        <Notice locale={locale} tone="warning">
          <p>{said.healthRefused}</p>
        </Notice>
      ) : null}
      <form action={recordFactsAction} noValidate className="space-y-8" data-testid="record-facts">
        {/* The Enter key presses a form's first submit button, and one for more inputs may stand before its own. */}
        <span className="sr-only" aria-hidden="true">
          <button type="submit" tabIndex={-1}>
            {said.submit}
          </button>
        </span>
        <input type="hidden" name="locale" value={locale} />
        {outcome.masked ? <input type="hidden" name="masked" value="1" /> : null}
        <input type="hidden" name="reference" value={reference} />
        <input type="hidden" name="section" value={slug} />
        <input type="hidden" name="reporter_kind" value={kind} />
        <input type="hidden" name="submission" value={typed?.submission ?? randomUUID()} />
        <Questions {...{ locale, kind, asked, given, problems }} known={answers} more={oneOf(search.more)} />
        <HowKnown locale={locale} typed={typed} problems={problems} />
        <Button wide>{said.submit}</Button>
      </form>
    </div>
  );
}
