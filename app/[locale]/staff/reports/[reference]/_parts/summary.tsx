import { StatusTag } from '@/app/_components/status-tag';
import { now } from '@/lib/clock';
import type { Locale } from '@/lib/i18n/locale';
import { ago, seoulMoment } from '@/lib/i18n/moment';
import { words } from '@/lib/i18n/words';
import { codeWord } from '@/lib/reports/code-words';
import type { DeskReport } from '@/lib/reports/desk/reading/commands';
import { BlockTitle } from '../../../_desk/page-title';
import { Facts } from './facts';

export function Summary({ locale, report }: { locale: Locale; report: DeskReport }) {
  const { desk, staff, codes } = words(locale);
  const said = staff.report;
  return (
    <section aria-labelledby="facts" className="space-y-2">
      <BlockTitle id="facts">{said.facts}</BlockTitle>
      {report.contactBarrier ? (
        <p>
          <StatusTag tone="danger">{desk.case.reports.barriers[report.contactBarrier]}</StatusTag>
        </p>
      ) : null}
      <Facts
        rows={[
          {
            label: said.kind,
            values: [staff.kinds[report.kind], ...(report.viaSos ? [said.viaSos] : [])],
          },
          { label: said.state, values: [codes.report_state[report.state]] },
          {
            label: said.received,
            values: [`${seoulMoment(report.receivedAt)} (${ago(locale, report.receivedAt, now())})`],
          },
          {
            label: said.period,
            values: [
              report.period ? (locale === 'ko' ? report.period.nameKo : report.period.nameEn) : said.noPeriod,
            ],
          },
          { label: said.firstOpened, values: [seoulMoment(report.openedAt)] },
          {
            label: said.province,
            values: [report.province ? codeWord(locale, 'province', report.province) : '–'],
          },
          {
            label: said.contactRisk,
            values: [report.contactRisk ? codeWord(locale, 'contact_risk', report.contactRisk) : '–'],
          },
          { label: said.locale, values: [said.localeNames[report.locale === 'en' ? 'en' : 'ko']] },
        ]}
      />
    </section>
  );
}
