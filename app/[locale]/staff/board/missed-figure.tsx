import { CLOCK_KINDS } from '@/lib/clocks/durations';
import type { Locale } from '@/lib/i18n/locale';
import { words } from '@/lib/i18n/words';
import type { Board } from '@/lib/statistics/board/queries';
import { levels } from '@/lib/urgency/levels';
import { BoardFigure, urgentFirst, urgentLegend } from './figure';

/** Clocks that have run out, by what they wait for. */
export function MissedFigure({ locale, board }: { locale: Locale; board: Board }) {
  const { board: said, clocks } = words(locale).desk;
  const rows = CLOCK_KINDS.flatMap((kind) => {
    const counts = board.missed[kind];
    if (!counts) return [];
    const perLevel = levels.map((level) => counts[level]);
    return [{ kind, perLevel, total: perLevel.reduce((sum, one) => sum + one, 0) }];
  });
  return (
    <BoardFigure
      id="missed"
      title={said.missed.title}
      label={said.missed.label}
      none={said.missed.none}
      bars={rows.map(({ kind, perLevel, total }) => ({
        id: kind,
        label: clocks[kind],
        shown: said.count(total),
        parts: urgentFirst((perLevel[0] ?? 0) + (perLevel[1] ?? 0), total),
      }))}
      legend={urgentLegend(locale)}
      table={{
        name: said.table,
        caption: said.missed.caption,
        columns: [said.missed.kind, ...levels, said.total],
        rows: rows.map(({ kind, perLevel, total }) => ({
          id: `missed-${kind}`,
          head: clocks[kind],
          cells: [...perLevel, total],
        })),
      }}
    >
      <p>
        <a href={`/${locale}/staff?view=due-soon`} className="inline-flex min-h-11 items-center">
          {said.missed.all}
        </a>
      </p>
    </BoardFigure>
  );
}
