import type { Locale } from '@/lib/i18n/locale';
import { words } from '@/lib/i18n/words';
import type { DeskReport } from '@/lib/reports/desk/reading/commands';
import type { KeptFields } from '@/lib/staff/kept/queries';
import type { Outcome } from '../../../_desk/act-notice';
import { BlockTitle } from '../../../_desk/page-title';
import { problemHere } from './act-words';
import { FileCard } from './file-card';

type Props = {
  locale: Locale;
  report: DeskReport;
  /** Whether who reads may have the originals. */
  mayOpenOriginals: boolean;
  typed: KeptFields | null | undefined;
  outcome: Outcome;
};

/** What was handed in with the report. Nothing of it is fetched, let alone seen, before somebody opens it. */
export function Files({ locale, report, mayOpenOriginals, typed, outcome }: Props) {
  const said = words(locale).staff.files;
  const problem = problemHere(locale, outcome, 'original');
  return (
    <section aria-labelledby="files" className="space-y-3">
      <BlockTitle id="files">{said.title}</BlockTitle>
      <p className="text-small">{report.files.length > 0 ? said.intro : said.none}</p>
      <ol className="space-y-4">
        {report.files.map((file, at) => (
          <FileCard
            key={file.id}
            locale={locale}
            reference={report.reference}
            file={file}
            number={at + 1}
            mayOpenOriginal={mayOpenOriginals}
            typed={typed?.file === file.id ? typed.original : undefined}
            problem={typed?.file === file.id ? problem : undefined}
          />
        ))}
      </ol>
      {report.files.length > 0 && !mayOpenOriginals ? (
        <p className="text-small text-gray-70">{said.originalOnly}</p>
      ) : null}
    </section>
  );
}
