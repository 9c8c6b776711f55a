import { ChartTable } from '@/app/_components/chart-table';
import type { Locale } from '@/lib/i18n/locale';
import { words } from '@/lib/i18n/words';
import { cellName, countName, dayName, type Listed } from '@/lib/statistics/listing';
import type { Publication } from '@/lib/statistics/tables';
import { NumberChart } from './number-chart';

type Props = { locale: Locale; publication: Publication; table: Listed };

/** One table: what it counts, a picture of the cells that have a number, and every cell in a table beside it. */
export function NumberTable({ locale, publication, table }: Props) {
  const { numbers } = words(locale).pages;
  const { title, column, note } = numbers.tables[table.id];
  const through = numbers.through(dayName(locale, publication.through));
  const isOutcome = table.id === 'outcome';
  return (
    <section aria-labelledby={table.id} className="mt-12 border-t border-gray-20 pt-8">
      <h2 id={table.id} className="scroll-mt-4 text-h3-narrow md:text-h3">
        {title}
      </h2>
      {note ? <p className="mt-2 max-w-reading text-gray-70">{note}</p> : null}
      {isOutcome && !publication.outcomes ? (
        <p className="mt-2 max-w-reading font-bold">{numbers.noOutcomes}</p>
      ) : null}
      <div className="mt-6 grid items-start gap-x-16 gap-y-8 lg:grid-cols-2">
        <NumberChart locale={locale} publication={publication} table={table} />
        <ChartTable
          caption={isOutcome ? numbers.outcomeCaption(through) : numbers.caption(title, through)}
          columns={[column, isOutcome ? numbers.caseColumn : numbers.countColumn]}
          numeric={[1]}
          rows={table.cells.map((cell) => ({
            id: `${table.id}-${cell.code}`,
            head: cellName(locale, publication, table.id, cell.code),
            cells: [countName(locale, cell)],
          }))}
        />
      </div>
    </section>
  );
}
