import { axisTicks } from '@/app/_components/axis-ticks';
import { BarChart } from '@/app/_components/chart-bars';
import type { Locale } from '@/lib/i18n/locale';
import { words } from '@/lib/i18n/words';
import { cellName, countName, dayName, type Listed } from '@/lib/statistics/listing';
import type { Publication } from '@/lib/statistics/tables';
import { DayChart } from './day-chart';

type Props = { locale: Locale; publication: Publication; table: Listed };

/** A picture of the cells that have a number: days on a line of time, provinces by size, the others in their own order. */
export function NumberChart({ locale, publication, table }: Props) {
  const { numbers } = words(locale).pages;
  const { title } = numbers.tables[table.id];
  const bars = table.cells.flatMap((cell) => {
    if (cell.count === null) return [];
    const label = cellName(locale, publication, table.id, cell.code);
    return [{ id: cell.code, label, shown: countName(locale, cell), count: cell.count }];
  });
  if (bars.length === 0)
    return table.id === 'outcome' ? null : <p className="text-gray-70">{numbers.noChart}</p>;
  if (table.id === 'province') bars.sort((one, other) => other.count - one.count);
  const label = numbers.chart(title, bars.map(({ label: name, shown }) => `${name} ${shown}`).join(', '));
  const frame = { label, title: numbers.chartTitle(title) };
  const [first, last] = [table.cells.at(0)?.code ?? '', table.cells.at(-1)?.code ?? ''];
  return (
    <div>
      {table.id === 'day' ? (
        <DayChart
          {...frame}
          days={table.cells.map(({ code, count }) => ({ day: code, count }))}
          ends={[dayName(locale, first), dayName(locale, last)]}
        />
      ) : (
        <BarChart
          {...frame}
          ticks={axisTicks(Math.max(...bars.map(({ count }) => count)))}
          bars={bars.map(({ count, ...bar }) => ({ ...bar, parts: [{ to: count, tone: 'solid' }] }))}
        />
      )}
      {bars.length < table.cells.length ? (
        <p className="mt-2 text-small text-gray-70">{numbers.chartLeavesOut}</p>
      ) : null}
    </div>
  );
}
