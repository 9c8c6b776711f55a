import { caseWord } from '@/lib/cases/code-words';
import type { ListedCase } from '@/lib/cases/list/queries';
import type { Locale } from '@/lib/i18n/locale';
import { seoulMoment } from '@/lib/i18n/moment';
import { words } from '@/lib/i18n/words';
import { codeWord } from '@/lib/reports/code-words';
import { DeskTable, deskCell, deskRow } from '../../_desk/desk-table';
import { LevelTag } from '../../_desk/level-tag';

const cell = `${deskCell} md:py-0.5`;

/** Cases as a table; on a narrow screen each stands by itself. */
export function CaseTable({ locale, rows }: { locale: Locale; rows: readonly ListedCase[] }) {
  const { list: said } = words(locale).desk.case;
  const heads = [said.number, said.level, said.state, said.assigned, said.province, said.changed];
  return (
    <DeskTable caption={said.caption} heads={heads}>
      {rows.map((row) => (
        <tr key={row.id} className={`${deskRow} py-1`}>
          <th scope="row" className={`${cell} text-left font-normal`}>
            <a
              href={`/${locale}/staff/cases/${row.number}`}
              className="inline-flex min-h-11 items-center whitespace-nowrap font-mono"
            >
              {row.number}
            </a>
          </th>
          <td className={cell}>
            <LevelTag locale={locale} level={row.level} />
          </td>
          <td className={cell}>
            {caseWord(locale, 'case_state', row.state)}
            {row.disposition ? ` · ${caseWord(locale, 'disposition', row.disposition)}` : null}
          </td>
          <td className={cell}>
            <Labelled label={said.assigned}>{row.assignedName ?? '–'}</Labelled>
          </td>
          <td className={cell}>
            <Labelled label={said.province}>
              {row.province ? codeWord(locale, 'province', row.province) : '–'}
            </Labelled>
          </td>
          <td className={`${cell} md:whitespace-nowrap`}>
            <Labelled label={said.changed}>{seoulMoment(row.stateChangedAt)}</Labelled>
          </td>
        </tr>
      ))}
    </DeskTable>
  );
}

/** On a narrow screen the column's name stands before its value. */
function Labelled({ label, children }: { label: string; children: string }) {
  return (
    <>
      <span aria-hidden="true" className="font-bold text-gray-70 md:hidden">
        {label}:{' '}
      </span>
      {children}
    </>
  );
}
