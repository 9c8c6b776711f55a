import type { Locale } from '@/lib/i18n/locale';
import { words } from '@/lib/i18n/words';
import type { Board } from '@/lib/statistics/board/queries';
import { BoardFigure, urgentFirst, urgentLegend } from './figure';

/** Who has how much, and what nobody has. */
export function LoadFigure({ locale, board }: { locale: Locale; board: Board }) {
  const said = words(locale).desk.board;
  const rows = board.load.map((row) => ({
    ...row,
    id: row.staffId ?? 'nobody',
    label: row.name ?? said.load.nobody,
  }));
  return (
    <BoardFigure
      id="load"
      title={said.load.title}
      label={said.load.label}
      none={said.nothingOpen}
      bars={rows.map(({ id, label, open, urgent }) => ({
        id,
        label,
        shown: said.count(open),
        parts: urgentFirst(urgent, open),
      }))}
      legend={urgentLegend(locale)}
      table={{
        name: said.table,
        caption: said.load.caption,
        columns: [said.load.who, said.load.open, said.load.urgent, said.load.late],
        rows: rows.map(({ id, label, open, urgent, late }) => ({
          id: `load-${id}`,
          head: label,
          cells: [open, urgent, late],
        })),
      }}
    />
  );
}
