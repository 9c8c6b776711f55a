import { caseWord } from '@/lib/cases/code-words';
import type { ListedCase } from '@/lib/cases/list/queries';
import type { Locale } from '@/lib/i18n/locale';
import { seoulMoment } from '@/lib/i18n/moment';
import { words } from '@/lib/i18n/words';
import { codeWord } from '@/lib/reports/code-words';
import { LevelTag } from '../../_desk/level-tag';

const cell = 'block px-3 py-1 md:table-cell md:py-0.5';

/** Cases as a table; on a narrow screen each stands by itself. */
export function CaseTable({ locale, rows }: { locale: Locale; rows: readonly ListedCase[] }) {
  const { list: said } = words(locale).desk.case;
  const heads = [said.number, said.level, said.state, said.assigned, said.province, said.changed];
  return (
    <table className="block w-full text-small md:table">
      <caption className="block pb-2 text-left text-gray-70 md:table-caption">{said.caption}</caption>
      <thead className="sr-only md:not-sr-only md:table-header-group">
        <tr className="border-y border-gray-30 bg-gray-5">
          {heads.map((head) => (
            <th key={head} scope="col" className="px-3 py-2 text-left font-bold">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="block md:table-row-group">
        {rows.map((row) => (
          <tr key={row.id} className="block border-b border-gray-20 py-1 md:table-row md:py-0">
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
      </tbody>
    </table>
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
