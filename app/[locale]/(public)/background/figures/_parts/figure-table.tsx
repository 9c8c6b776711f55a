import { ChartTable } from '@/app/_components/chart-table';
import { type Figure, figures } from '@/lib/background/evidence';
import type { Locale } from '@/lib/i18n/locale';
import { words } from '@/lib/i18n/words';
import { CiteLinks } from '../../_parts/cite';

type Props = { locale: Locale; group: Figure['group'] };

/** A group's figures in a table: what each counts and who gave it, the value, the source. */
export function FigureTable({ locale, group }: Props) {
  const { figures: page } = words(locale).background.pages;
  const { table } = page;
  return (
    <ChartTable
      caption={table.caption(page.groups[group])}
      columns={[table.what, table.value, table.source]}
      narrow={[2]}
      rows={figures
        .filter((figure) => figure.group === group)
        .map((figure) => ({
          id: figure.id,
          head: (
            <>
              <b className="block">{figure.label[locale]}</b>
              <span className="block">{figure.text[locale]}</span>
              <span className="block text-gray-70">
                {table.who}: {figure.saidBy[locale]}
              </span>
            </>
          ),
          cells: [
            <b key="value">{figure.shown[locale]}</b>,
            <CiteLinks key="source" locale={locale} claim={figure} />,
          ],
        }))}
    />
  );
}
