import { Button } from '@/app/_components/button';
import { SelectField } from '@/app/_components/select-field';
import { StatusTag } from '@/app/_components/status-tag';
import { TextArea } from '@/app/_components/text-area';
import { TextField } from '@/app/_components/text-field';
import type { DeskCase } from '@/lib/cases/reading/commands';
import { seoulMoment } from '@/lib/i18n/moment';
import { words } from '@/lib/i18n/words';
import { LevelTag } from '../../../_desk/level-tag';
import { BlockTitle } from '../../../_desk/page-title';
import { linkReportAction, unlinkReportAction } from '../work-actions';
import { ActForm, Fold } from './act-form';
import { type CasePage, may, REASON_PROBLEMS, wrong } from './case-page';

/** The reports that a case is made of; another can come in, and any can go out again. */
export function LinkedReports({ page }: { page: CasePage }) {
  const { locale, found } = page;
  const { desk, urgency } = words(locale);
  const { reports: said } = desk.case;
  const heads = [said.reference, said.kind, said.level, urgency.npaClass, said.received, said.contact];
  return (
    <section aria-labelledby="reports" className="space-y-3">
      <BlockTitle id="reports">{said.title}</BlockTitle>
      <table className="block w-full text-small md:table">
        <caption className="sr-only">{said.caption}</caption>
        <thead className="sr-only md:not-sr-only md:table-header-group">
          <tr className="border-y border-gray-30 bg-gray-5 text-left">
            {heads.map((head) => (
              <th key={head} scope="col" className="px-2 py-1">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="block md:table-row-group">
          {found.reports.map((report) => (
            <Row key={report.id} page={page} report={report} />
          ))}
        </tbody>
      </table>
      {may(page, 'case.link') ? (
        <>
          {found.state === 'CLOSED' ? null : <Link page={page} />}
          {found.reports.length > 1 || found.state === 'CLOSED' ? <Unlink page={page} /> : null}
        </>
      ) : null}
    </section>
  );
}

const cell = 'block px-2 py-1 md:table-cell';

function Row({ page: { locale }, report }: { page: CasePage; report: DeskCase['reports'][number] }) {
  const { desk, staff, urgency } = words(locale);
  const said = desk.case.reports;
  const kinds: Record<string, string> = staff.kinds;
  return (
    <tr className="block border-b border-gray-10 md:table-row">
      <th scope="row" className={`${cell} text-left font-normal`}>
        <a
          href={`/${locale}/staff/reports/${report.reference}`}
          className="inline-flex min-h-11 items-center whitespace-nowrap font-mono"
        >
          {report.reference}
        </a>
      </th>
      <td className={cell}>{kinds[report.kind]}</td>
      <td className={cell}>
        <LevelTag locale={locale} level={report.level} />
      </td>
      <td className={cell} data-testid="npa-class">
        <span className="md:hidden">{urgency.npaClass}: </span>
        {report.npaClass ? urgency.npaClasses[report.npaClass] : urgency.npaClassNone}
      </td>
      <td className={cell}>{seoulMoment(report.receivedAt)}</td>
      <td className={cell}>
        {report.barrier ? (
          <StatusTag tone="danger">{said.barriers[report.barrier]}</StatusTag>
        ) : (
          <>
            {said.mayContact}
            {report.waitsForWord ? ` · ${said.waitsForWord}` : null}
          </>
        )}
      </td>
    </tr>
  );
}

function Link({ page }: { page: CasePage }) {
  const { locale, typed } = page;
  const { reports: said } = words(locale).desk.case;
  return (
    <ActForm page={page} action={linkReportAction}>
      <TextField
        locale={locale}
        name="link"
        label={said.link}
        hint={<span className="text-small">{said.linkHint}</span>}
        error={wrong(page, 'link', ['unknown-report', 'report-conflict', 'closed'])}
        defaultValue={typed.link?.link}
        width="medium"
        autoCapitalize="characters"
        spellCheck={false}
      />
      <Button variant="secondary">{said.linkSubmit}</Button>
    </ActForm>
  );
}

function Unlink({ page }: { page: CasePage }) {
  const { locale, typed, found } = page;
  const { reports: said, reason } = words(locale).desk.case;
  return (
    <Fold page={page} form="unlink" title={said.unlink}>
      <ActForm page={page} action={unlinkReportAction}>
        <SelectField
          locale={locale}
          name="unlink"
          label={said.which}
          hint={<span className="text-small">{said.unlinkHint}</span>}
          error={wrong(page, 'unlink', ['no-report', 'unknown-report', 'last-report', 'withdrawn'])}
          options={found.reports.map(({ reference }) => ({ value: reference, label: reference }))}
          defaultValue={typed.unlink?.unlink}
        />
        <TextArea
          locale={locale}
          name="unlink_reason"
          label={reason}
          error={wrong(page, 'unlink', REASON_PROBLEMS)}
          defaultValue={typed.unlink?.unlink_reason}
          rows={2}
        />
        <Button variant="secondary">{said.unlinkSubmit}</Button>
      </ActForm>
    </Fold>
  );
}
