import type { BarTone } from '@/app/_components/chart-bars';
import type { Locale } from '@/lib/i18n/locale';
import { words } from '@/lib/i18n/words';
import { AGES, type Age, type Board } from '@/lib/statistics/board/queries';
import { levels } from '@/lib/urgency/levels';
import { BoardFigure } from './figure';

const tones: Record<Age, BarTone> = { DAY: 'soft', THREE_DAYS: 'solid', OLDER: 'other' };

/** What is open, by level and by how long. */
export function OpenFigure({ locale, board }: { locale: Locale; board: Board }) {
  const { desk, urgency } = words(locale);
  const said = desk.board;
  const rows = levels.map((level) => {
    const counts = AGES.map((age) => board.open[level][age]);
    const ends = counts.map((_, at) => counts.slice(0, at + 1).reduce((sum, one) => sum + one, 0));
    return { level, name: `${level} ${urgency.levels[level]}`, counts, ends, total: ends.at(-1) ?? 0 };
  });
  const isEmpty = rows.every(({ total }) => total === 0);
  return (
    <BoardFigure
      id="open"
      title={said.open.title}
      label={said.open.label}
      none={said.nothingOpen}
      bars={
        isEmpty
          ? []
          : rows.map(({ level, name, counts, ends, total }) => ({
              id: level,
              label: name,
              shown: said.count(total),
              parts: AGES.flatMap((age, at) => (counts[at] ? [{ to: ends[at] ?? 0, tone: tones[age] }] : [])),
            }))
      }
      legend={AGES.map((age) => ({ tone: tones[age], text: said.open.ages[age] }))}
      table={{
        name: said.table,
        caption: said.open.caption,
        columns: [said.open.level, ...AGES.map((age) => said.open.ages[age]), said.total],
        rows: rows.map(({ level, name, counts, total }) => ({
          id: `open-${level}`,
          head: name,
          cells: [...counts, total],
        })),
      }}
    />
  );
}
