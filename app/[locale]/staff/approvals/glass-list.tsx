import { StatusTag } from '@/app/_components/status-tag';
import type { Glass } from '@/lib/cases/approving/queries';
import type { Locale } from '@/lib/i18n/locale';
import { seoulMoment } from '@/lib/i18n/moment';
import { words } from '@/lib/i18n/words';
import { BlockTitle } from '../_desk/page-title';

/** Do-not-contacts that one supervisor released alone: reviewed on the report, where its reason can be weighed. */
export function GlassList({ locale, glasses }: { locale: Locale; glasses: readonly Glass[] }) {
  const { contact: said, approvals, handOvers } = words(locale).desk;
  if (glasses.length === 0) return null;
  return (
    <section aria-labelledby="glasses" className="space-y-3">
      <BlockTitle id="glasses">{said.glasses}</BlockTitle>
      {glasses.map((glass) => (
        <article
          key={glass.id}
          data-testid="glass"
          className="space-y-2 rounded-lg border border-gray-30 p-4 text-small"
        >
          <h3 className="flex flex-wrap items-center gap-x-3 text-body! font-bold md:text-body!">
            <StatusTag tone={glass.overdue ? 'danger' : 'warning'}>
              {glass.overdue ? said.overdue : said.waits}
            </StatusTag>
            <a
              href={`/${locale}/staff/reports/${glass.reference}#contact`}
              className="inline-flex min-h-11 min-w-11 items-center"
            >
              {approvals.about.report(glass.reference)}
            </a>
          </h3>
          <p className="text-gray-70">
            {said.brokenBy(glass.by, seoulMoment(glass.at))} · {said.due(seoulMoment(glass.dueAt))}
          </p>
          <p className="whitespace-pre-line">{glass.reason ?? handOvers.card.withheld}</p>
          {glass.overdue ? <p>{said.overdueHint}</p> : null}
          {glass.own && !glass.overdue ? <p>{said.own}</p> : null}
        </article>
      ))}
    </section>
  );
}
