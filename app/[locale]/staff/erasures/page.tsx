import type { Metadata } from 'next';
import { type LocaleProps, localeOf } from '@/app/_request/locale';
import { oneOf } from '@/app/_request/posted';
import { database } from '@/lib/database';
import { seoulMoment } from '@/lib/i18n/moment';
import { words } from '@/lib/i18n/words';
import { ERASABLE_KINDS } from '@/lib/retention/ledger/line';
import { listErasures } from '@/lib/retention/proof/queries';
import { requireStaff } from '@/lib/staff/session';
import { DeskTable, deskCell, deskRow, Labelled } from '../_desk/desk-table';
import { PageTitle } from '../_desk/page-title';

type Props = LocaleProps & { searchParams: Promise<{ before?: string | string[] }> };

export async function generateMetadata({ params }: LocaleProps): Promise<Metadata> {
  return { title: words(await localeOf(params)).desk.erasing.ledger.title };
}

/** What was erased, when, why and by whom: ids and codes, nothing of what it was. */
export default async function ErasuresPage({ params, searchParams }: Props) {
  const locale = await localeOf(params);
  const actor = await requireStaff('erasure.view');
  const asked = oneOf((await searchParams).before) ?? '';
  const before = /^\d{1,9}$/.test(asked) ? Number(asked) : null;
  const { rows, next, totals } = await listErasures(database(), actor, before);
  const { ledger: said } = words(locale).desk.erasing;
  return (
    <div className="space-y-4">
      <PageTitle>{said.title}</PageTitle>
      <p className="max-w-reading">{said.intro}</p>
      <p data-testid="erased-totals">
        {ERASABLE_KINDS.map((kind) => said.total(said.kinds[kind], totals[kind])).join(' · ')}
      </p>
      {rows.length === 0 ? (
        <p>{said.none}</p>
      ) : (
        <DeskTable
          caption={said.caption}
          heads={[said.seq, said.at, said.what, said.id, said.why, said.who, said.shipped]}
        >
          {rows.map((row) => (
            <tr key={row.seq} className={deskRow}>
              <th scope="row" className={`${deskCell} text-left font-normal`}>
                {row.seq}
              </th>
              <td className={deskCell}>
                <Labelled label={said.at}>{seoulMoment(row.at)}</Labelled>
              </td>
              <td className={deskCell}>
                <Labelled label={said.what}>{said.kinds[row.kind]}</Labelled>
              </td>
              <td className={`${deskCell} font-mono`}>
                <Labelled label={said.id}>{row.ownerId}</Labelled>
              </td>
              <td className={deskCell}>
                <Labelled label={said.why}>{said.whys[row.why]}</Labelled>
              </td>
              <td className={deskCell}>
                <Labelled label={said.who}>
                  {row.askedBy && row.agreedBy
                    ? said.two(row.askedBy, row.agreedBy)
                    : row.why === 'PERIOD'
                      ? said.job
                      : '–'}
                </Labelled>
              </td>
              <td className={deskCell}>
                <Labelled label={said.shipped}>{row.shipped ? said.yes : said.notYet}</Labelled>
              </td>
            </tr>
          ))}
        </DeskTable>
      )}
      {next ? (
        <p>
          <a
            href={`/${locale}/staff/erasures?before=${next}`}
            rel="next"
            className="inline-flex min-h-11 min-w-11 items-center font-bold"
          >
            {said.older}
          </a>
        </p>
      ) : null}
      <p className="text-small text-gray-70">{said.proof}</p>
    </div>
  );
}
