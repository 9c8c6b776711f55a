import { caseWord } from '@/lib/cases/code-words';
import { SAFETY } from '@/lib/cases/safety';
import type { Locale } from '@/lib/i18n/locale';
import { words } from '@/lib/i18n/words';
import type { Board } from '@/lib/statistics/board/queries';
import { levels } from '@/lib/urgency/levels';
import { BoardFigure } from './figure';

/** People of open cases by what is known of their safety; the picture shows those who are not known to be safe. */
export function SafetyFigure({ locale, board }: { locale: Locale; board: Board }) {
  const said = words(locale).desk.board;
  const name = (safety: Board['people'][number]['safety']) => caseWord(locale, 'safety_status', safety);
  const unsafe = board.people.filter(({ safety }) => !SAFETY[safety].confirmed);
  const held = levels.reduce((sum, level) => sum + board.unconfirmedCases[level], 0);
  return (
    <BoardFigure
      id="safety"
      title={said.safety.title}
      label={said.safety.label}
      none={said.safety.none}
      bars={unsafe.map(({ safety, people }) => ({
        id: safety,
        label: name(safety),
        shown: said.people(people),
        parts: [{ to: people, tone: 'solid' }],
      }))}
      table={{
        name: said.table,
        caption: said.safety.caption,
        columns: [said.safety.status, said.safety.people, said.safety.stale],
        rows: board.people.map(({ safety, people, stale }) => ({
          id: `safety-${safety}`,
          head: name(safety),
          cells: [people, stale],
        })),
      }}
    >
      <p>
        {said.safety.cases(held)}{' '}
        <a href={`/${locale}/staff?view=safety-unconfirmed`} className="inline-flex min-h-11 items-center">
          {said.safety.casesLink}
        </a>
      </p>
    </BoardFigure>
  );
}
