import type { Metadata } from 'next';
import { type LocaleProps, localeOf } from '@/app/_request/locale';
import { oneOf } from '@/app/_request/posted';
import { database } from '@/lib/database';
import { seoulMoment } from '@/lib/i18n/moment';
import { words } from '@/lib/i18n/words';
import { type AuditCursor, listAudit } from '@/lib/staff/audit-log/queries';
import { requireStaff } from '@/lib/staff/session';
import { DeskTable, deskCell, deskRow } from '../_desk/desk-table';
import { PageTitle } from '../_desk/page-title';
import { RecoveryNotice } from '../_desk/recovery-notice';

type Props = LocaleProps & { searchParams: Promise<{ before?: string | string[] }> };

export async function generateMetadata({ params }: LocaleProps): Promise<Metadata> {
  return { title: words(await localeOf(params)).staff.audit.title };
}

const cell = `${deskCell} align-top`;

/** What was done, for auditors: codes and ids only. */
export default async function AuditPage({ params, searchParams }: Props) {
  const locale = await localeOf(params);
  const actor = await requireStaff('audit.view');
  const { rows, next } = await listAudit(database(), actor, readBefore(oneOf((await searchParams).before)));
  const { audit: said, chrome } = words(locale).staff;
  return (
    <div className="space-y-4">
      <RecoveryNotice locale={locale} actor={actor} />
      <PageTitle>{said.title}</PageTitle>
      {rows.length === 0 ? <p>{said.empty}</p> : null}
      <DeskTable caption={said.caption} heads={[said.at, said.act, said.object, said.actor, said.detail]}>
        {rows.map((row) => (
          <tr key={row.id} className={`${deskRow} py-1`}>
            <td className={`${cell} md:whitespace-nowrap`}>{seoulMoment(row.at)}</td>
            <th scope="row" className={`${cell} text-left font-mono font-normal`}>
              {row.act}
            </th>
            <td className={`${cell} font-mono`}>
              {row.objectKind} {row.objectId}
            </td>
            <td className={cell}>{row.actorName ?? row.actorKind}</td>
            <td className={`${cell} font-mono`}>
              {Object.entries(row.detail)
                .map(([name, value]) => `${name}=${value}`)
                .join(' ')}
            </td>
          </tr>
        ))}
      </DeskTable>
      {next ? (
        <p>
          <a
            href={`/${locale}/staff/audit?before=${next.at.getTime()}.${next.id}`}
            rel="next"
            className="inline-flex min-h-11 min-w-11 items-center font-bold"
          >
            {said.older}
          </a>
        </p>
      ) : null}
      <p className="text-small text-gray-70">{chrome.times}</p>
    </div>
  );
}

function readBefore(text: string | undefined): AuditCursor | null {
  const [time, id] = (text ?? '').split('.');
  if (!/^\d{1,14}$/.test(time ?? '') || !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id ?? ''))
    return null;
  return { at: new Date(Number(time)), id: id ?? '' };
}
