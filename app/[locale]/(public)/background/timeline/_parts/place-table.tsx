import { ChartTable } from '@/app/_components/chart-table';
import { places } from '@/lib/background/evidence';
import type { Locale } from '@/lib/i18n/locale';
import { words } from '@/lib/i18n/words';
import { CiteLinks } from '../../_parts/cite';

/** The places of the maps in words. */
export function PlaceTable({ locale }: { locale: Locale }) {
  const { timeline: page, figures } = words(locale).background.pages;
  return (
    <div className="mt-6 max-w-reading">
      <ChartTable
        caption={page.mapTitle}
        columns={[page.place, page.why, figures.table.source]}
        narrow={[2]}
        rows={places.map(({ name, claim }) => ({
          id: claim.id,
          head: <b>{name[locale]}</b>,
          cells: [claim.text[locale], <CiteLinks key="source" locale={locale} claim={claim} />],
        }))}
      />
    </div>
  );
}
