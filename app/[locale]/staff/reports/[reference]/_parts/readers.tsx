import type { Locale } from '@/lib/i18n/locale';
import { words } from '@/lib/i18n/words';
import type { DeskReport } from '@/lib/reports/desk/reading/commands';
import { ReadersTable } from '../../../_desk/readers-table';

/** Who has read this report. */
export function Readers({ locale, report }: { locale: Locale; report: DeskReport }) {
  const { report: said } = words(locale).staff;
  return (
    <ReadersTable locale={locale} caption={said.readers} notice={said.readNotice} readers={report.readers} />
  );
}
