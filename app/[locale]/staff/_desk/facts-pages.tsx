import { forKind } from '@/lib/i18n/by-kind';
import type { Locale } from '@/lib/i18n/locale';
import { words } from '@/lib/i18n/words';
import { factSections } from '@/lib/reports/desk/fact-questions';
import type { ReporterKind } from '@/lib/reports/kinds';
import { type SectionId, sections } from '@/lib/reports/questionnaire';
import { factsPath } from './facts-path';

type Props = {
  locale: Locale;
  report: { reference: string; kind: ReporterKind };
  /** The page that is open. */
  here?: SectionId;
};

/** The pages of the form on which facts about a report can be recorded. */
export function FactsPages({ locale, report, here }: Props) {
  const { report: said, desk } = words(locale);
  return (
    <nav aria-label={desk.facts.pages}>
      <ul className="-mx-3 flex flex-wrap gap-x-1 text-small">
        {factSections(report.kind).map((id) => (
          <li key={id}>
            <a
              href={`/${locale}${factsPath(report.reference, sections[id].slug)}`}
              aria-current={id === here ? 'page' : undefined}
              className="inline-flex min-h-11 min-w-11 items-center rounded-md px-3 aria-[current]:bg-primary-5 aria-[current]:font-bold"
            >
              {forKind(said.pages[sections[id].slug].title, report.kind)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
