import type { Locale } from '@/lib/i18n/locale';
import { words } from '@/lib/i18n/words';
import { factSectionOf } from '@/lib/reports/desk/fact-questions';
import type { DeskReport } from '@/lib/reports/desk/reading/commands';
import { sections } from '@/lib/reports/questionnaire';
import { factsPath } from './facts-path';
import { sourceWords } from './source-words';

type Props = { locale: Locale; report: DeskReport };

/** The missing answers worth asking for, the most telling first; each leads to where its answer is recorded. */
export function AskList({ locale, report }: Props) {
  const { urgency } = words(locale);
  const asks = report.assessment?.askFirst ?? [];
  if (asks.length === 0) return <p>{urgency.noAskFirst}</p>;
  return (
    <ol className="list-inside list-decimal" data-testid="ask-first">
      {asks.map((ask) => (
        <li key={ask.field}>
          <Question locale={locale} report={report} field={ask.field} />
          <span className="text-gray-70">
            {' '}
            {ask.couldAdd > 0 ? urgency.couldAdd(ask.couldAdd) : null}
            {ask.couldReach ? ` · ${urgency.couldReach(ask.couldReach)}` : null}
          </span>
        </li>
      ))}
    </ol>
  );
}

function Question({ locale, report, field }: Props & { field: string }) {
  const said = sourceWords(locale, [{ field }]);
  const section = factSectionOf(report.kind, field);
  if (!section || !report.mayRecordFacts) return said;
  return (
    <a
      href={`/${locale}${factsPath(report.reference, sections[section].slug)}#${field}`}
      className="inline-flex min-h-11 min-w-11 items-center"
    >
      {said}
    </a>
  );
}
