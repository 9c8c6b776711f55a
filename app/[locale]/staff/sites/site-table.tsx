import { StatusTag } from '@/app/_components/status-tag';
import type { Locale } from '@/lib/i18n/locale';
import { words } from '@/lib/i18n/words';
import type { ListedSite } from '@/lib/linking/sites/reading/commands';
import { siteNames } from '@/lib/linking/sites/site-record';
import { codeWord } from '@/lib/reports/code-words';
import { DeskTable, deskCell, deskRow, Labelled } from '../_desk/desk-table';

const cell = `${deskCell} md:py-0.5`;

/** Sites as a table; on a narrow screen each stands by itself. */
export function SiteTable({ locale, rows }: { locale: Locale; rows: readonly ListedSite[] }) {
  const { sites } = words(locale).desk;
  const { list: said } = sites;
  const heads = [said.name, said.province, said.kind, said.openCases, said.atRisk];
  return (
    <DeskTable caption={said.caption} heads={heads}>
      {rows.map((row) => {
        const [name, ...others] = siteNames(row.site);
        return (
          <tr key={row.id} className={`${deskRow} py-1`}>
            <th scope="row" className={`${cell} text-left font-normal`}>
              <a
                href={`/${locale}/staff/sites/${row.id}`}
                className="inline-flex min-h-11 items-center font-bold"
              >
                {name ?? sites.unnamed}
              </a>{' '}
              <span className="text-gray-70">{others.slice(0, 2).join(', ')}</span>
            </th>
            <td className={cell}>
              <Labelled label={said.province}>
                {row.province ? codeWord(locale, 'province', row.province) : '–'}
              </Labelled>
            </td>
            <td className={cell}>
              <Labelled label={said.kind}>
                {row.site.kind ? codeWord(locale, 'site_kind', row.site.kind) : '–'}
              </Labelled>
            </td>
            <td className={cell}>
              <Labelled label={said.openCases}>{row.openCases}</Labelled>
            </td>
            <td className={cell}>
              <Labelled label={said.atRisk}>
                {row.atRisk > 0 ? <StatusTag tone="danger">{row.atRisk}</StatusTag> : 0}
              </Labelled>
            </td>
          </tr>
        );
      })}
    </DeskTable>
  );
}
