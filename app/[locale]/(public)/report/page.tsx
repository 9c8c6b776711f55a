import type { Metadata } from 'next';
import { Button, LinkButton } from '@/app/_components/button';
import { RadioGroup } from '@/app/_components/choice-group';
import { ErrorSummary } from '@/app/_components/error-summary';
import { LiveForm } from '@/app/_components/live-form';
import { Notice } from '@/app/_components/notice';
import { PublicPage } from '@/app/_components/public-page';
import { Sentence } from '@/app/_components/sentence';
import { draftToken } from '@/app/_request/draft-cookie';
import { guarded } from '@/app/_request/guarded';
import { type LocaleProps, localeOf } from '@/app/_request/locale';
import { now } from '@/lib/clock';
import { database } from '@/lib/database';
import type { Locale } from '@/lib/i18n/locale';
import { words } from '@/lib/i18n/words';
import { type Period, periodAt } from '@/lib/periods/queries';
import { isReporterKind } from '@/lib/reports/kinds';
import { reporterKinds } from '@/lib/urgency/answers';
import { startReportAction } from './actions';
import { currentDraft, receiptDraft } from './draft-cookie';
import { placeToGoOn } from './place-to-go-on';

type Props = LocaleProps & { searchParams: Promise<{ problem?: string; kind?: string; notice?: string }> };

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { report, shell } = words(await localeOf(params));
  const wrong = ['none', 'unknown'].includes((await searchParams).problem ?? '');
  return { title: `${wrong ? `${shell.form.error} ` : ''}${report.pages.start.before.title}` };
}

/** Before you start, and the choice of kind. */
async function ReportStartPage({ params, searchParams }: Props) {
  const locale = await localeOf(params);
  const { problem, kind, notice } = await searchParams;
  const { codes, report } = words(locale);
  const { start } = report.pages;
  const draft = await currentDraft();
  const receipt = await receiptDraft();
  const open = draft && !draft.reportId ? draft : null;
  const period = await periodAt(database(), now());
  const error = problem === 'none' ? start.problem : problem === 'unknown' ? start.unknownKind : undefined;
  const asked = isReporterKind(kind) ? kind : undefined;
  return (
    <PublicPage locale={locale} path="/report" width="form" exit>
      <ErrorSummary locale={locale} problems={error ? [{ name: 'reporter_kind', message: error }] : []} />
      <h1>{start.title}</h1>
      <p className="mt-4">{start.lead}</p>
      {open ? null : (
        <p className="mt-2">
          <a href={`/${locale}/report/resume`} className="inline-flex min-h-11 items-center font-bold">
            {report.drafts.codeLink}
          </a>
        </p>
      )}
      <div className="mt-6 space-y-6">
        {problem === 'draft' ? (
          <Notice locale={locale} tone="warning" title={report.notices.missingDraft.title} role="alert">
            <p>{report.notices.missingDraft.text}</p>
            <p>{report.notices.missingDraft.cookies}</p>
            <a href={`/${locale}/sos`} className="inline-flex min-h-11 items-center font-bold">
              {report.notices.missingDraft.sos}
            </a>
          </Notice>
        ) : null}
        {notice === 'behind' && open ? (
          <Notice locale={locale} tone="warning" role="alert">
            <p>{start.open.behind}</p>
          </Notice>
        ) : null}
        {notice === 'destroyed' ? (
          <Notice locale={locale} tone="success" role="status">
            <p>{report.pages.check.destroyed}</p>
          </Notice>
        ) : null}
        {open?.addsTo ? (
          <Notice locale={locale} tone="info" title={report.more.add.open.title} heading="h2">
            <p>{report.more.add.open.text}</p>
            <LinkButton variant="secondary" href={`/${locale}/report/add`}>
              {report.more.add.open.resume}
            </LinkButton>
          </Notice>
        ) : null}
        {receipt?.reportId ? (
          <Notice locale={locale} tone="warning" title={start.open.sent.title} heading="h2">
            <p>{start.open.sent.text}</p>
            <LinkButton variant="secondary" href={`/${locale}/report/receipt`}>
              {start.open.sent.receipt}
            </LinkButton>
          </Notice>
        ) : null}
        {open && !open.addsTo ? (
          <Notice locale={locale} tone="info" title={start.open.title} heading="h2">
            <p>{start.open.text(report.describe.kindShort[open.kind])}</p>
            <LinkButton variant="secondary" href={placeToGoOn(locale, open)}>
              {start.open.resume}
            </LinkButton>
            <p>
              <a href={`/${locale}/report/resume`} className="inline-flex min-h-11 items-center">
                {report.drafts.ownCodeLink}
              </a>
            </p>
          </Notice>
        ) : null}
        <Notice locale={locale} tone="danger" title={start.danger.title} heading="h2">
          <p>
            <Sentence text={start.danger.text} />
          </p>
          <LinkButton variant="secondary" href={`/${locale}/sos`}>
            {start.danger.sos}
          </LinkButton>
        </Notice>
        <section>
          <h2 className="text-h3-narrow md:text-h3">{start.before.title}</h2>
          <ul className="mt-3 list-disc space-y-2 pl-6">
            {start.before.items.map((item) => (
              <li key={item}>{item}</li>
            ))}
          </ul>
          <p className="mt-4 text-gray-70" data-testid="period">
            {period ? periodWords(locale, period) : start.noPeriod}
          </p>
        </section>
      </div>
      <div className="mt-8">
        <LiveForm
          key={`${problem}-${kind}-${draft !== null}`}
          id="start-form"
          action={startReportAction}
          complaints={[]}
          failed={report.notices.failed}
          tooLong={report.notices.tooLong}
          sending={report.drafts.sending}
        >
          <input type="hidden" name="locale" value={locale} />
          {draft ? (
            <>
              <input type="hidden" name="intent" value="restart" />
              <input type="hidden" name="draft" value={await draftToken(draft.id)} />
            </>
          ) : null}
          <RadioGroup
            locale={locale}
            name="reporter_kind"
            label={start.kind.legend}
            size="section"
            error={error}
            defaultValue={asked}
            options={reporterKinds.map((code) => ({
              value: code,
              label: <span className="font-bold">{codes.reporter_kind[code]}</span>,
              hint: start.kind.options[code],
            }))}
          />
          {open && !open.addsTo ? <p>{start.open.restartHint}</p> : null}
          <Button wide>{open ? start.open.restart : start.continue}</Button>
        </LiveForm>
      </div>
    </PublicPage>
  );
}

/** The special period that a report sent now counts towards; outside one, the notice alone says so. */
function periodWords(locale: Locale, period: Period): string {
  const ko = locale === 'ko';
  const counts = period.standing
    ? ''
    : words(locale).report.pages.start.period(ko ? period.nameKo : period.nameEn);
  const [notice, takes] = ko ? [period.noticeKo, period.takesKo] : [period.noticeEn, period.takesEn];
  return [counts, notice, takes].filter(Boolean).join(' ');
}

export default guarded(ReportStartPage);
