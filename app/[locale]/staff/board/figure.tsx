import type { ReactNode } from 'react';
import { axisTicks } from '@/app/_components/axis-ticks';
import { type Bar, BarChart, type BarTone } from '@/app/_components/chart-bars';
import { ChartTable, type TableRow } from '@/app/_components/chart-table';
import type { Locale } from '@/lib/i18n/locale';
import { words } from '@/lib/i18n/words';

type Legend = readonly { tone: BarTone; text: string }[];

type Props = {
  id: string;
  title: string;
  /** What the picture shows, in full, from a list of its bars. */
  label: (list: string) => string;
  bars: readonly Bar[];
  legend?: Legend;
  table: { name: string; caption: string; columns: readonly string[]; rows: readonly TableRow[] };
  /** Said in place of the picture when there is no bar. */
  none: string;
  children?: ReactNode;
};

/** One figure of the board: a picture, and the same as a table. */
export function BoardFigure({ id, title, label, bars, legend, table, none, children }: Props) {
  const ticks = axisTicks(Math.max(4, ...bars.map((bar) => bar.parts.at(-1)?.to ?? 0)));
  const list = bars.map((bar) => `${bar.label} ${bar.shown}`).join(', ');
  return (
    <section aria-labelledby={id} className="min-w-0 space-y-3">
      <h2 id={id} className="text-h4! md:text-h4!">
        {title}
      </h2>
      {bars.length === 0 ? (
        <p>{none}</p>
      ) : (
        <>
          <BarChart label={label(list)} bars={bars} ticks={ticks} {...(legend ? { legend } : {})} />
          <details open className="max-w-[34rem]">
            <summary className="inline-flex min-h-11 cursor-pointer items-center font-bold text-primary-70">
              {table.name}
            </summary>
            <ChartTable
              caption={table.caption}
              columns={table.columns}
              rows={table.rows}
              numeric={table.columns.map((_, at) => at).slice(1)}
            />
          </details>
        </>
      )}
      {children}
    </section>
  );
}

/** A bar's stretches: what is urgent, then the rest of the total. One that is empty is left out. */
export function urgentFirst(urgent: number, total: number): Bar['parts'] {
  const parts = [
    { to: urgent, tone: 'other' as const },
    { to: total, tone: 'soft' as const },
  ];
  return parts.filter(({ to }, at) => to > (parts[at - 1]?.to ?? 0));
}

/** What the stretches of `urgentFirst` are called. */
export function urgentLegend(locale: Locale): Legend {
  const { load } = words(locale).desk.board;
  return [
    { tone: 'other', text: load.urgent },
    { tone: 'soft', text: load.rest },
  ];
}
