import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { type LocaleProps, localeOf } from '@/app/_request/locale';
import { oneOf } from '@/app/_request/posted';
import { database } from '@/lib/database';
import type { Locale } from '@/lib/i18n/locale';
import { seoulMoment } from '@/lib/i18n/moment';
import { words } from '@/lib/i18n/words';
import { type AuditCursor, type AuditRow, listAudit } from '@/lib/staff/audit-log/queries';
import { requireStaff } from '@/lib/staff/session';
import { DeskTable, deskCell, deskRow } from '../_desk/desk-table';
import { PageTitle } from '../_desk/page-title';
import { RecoveryNotice } from '../_desk/recovery-notice';
import { actWord, wordIn } from './act-word';

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
      {rows.length === 0 ? <p>{said.empty}</p> : <Entries {...{ locale, rows }} />}
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

function Entries({ locale, rows }: { locale: Locale; rows: readonly AuditRow[] }) {
  const { audit: said } = words(locale).staff;
  const { objects, actors } = words(locale).desk.audit;
  return (
    <DeskTable caption={said.caption} heads={[said.at, said.act, said.object, said.actor, said.detail]}>
      {rows.map((row) => (
        <tr key={row.id} className={`${deskRow} py-1`}>
          <td className={`${cell} md:whitespace-nowrap`}>{seoulMoment(row.at)}</td>
          <th scope="row" className={`${cell} text-left font-normal`}>
            {actWord(locale, row.act)} <Code>{row.act}</Code>
          </th>
          <td className={cell}>
            {wordIn(objects, row.objectKind)} <Code>{row.objectId}</Code>
          </td>
          <td className={cell}>{row.actorName ?? wordIn(actors, row.actorKind)}</td>
          <td className={cell}>
            <Code>
              {Object.entries(row.detail)
                .map(([name, value]) => `${name}=${value}`)
                .join(' ')}
            </Code>
          </td>
        </tr>
      ))}
    </DeskTable>
  );
}

/** As it is written in the chain, for whoever compares. */
const Code = ({ children }: { children: ReactNode }) => (
  <span className="block font-mono text-small break-all text-gray-70">{children}</span>
);

function readBefore(text: string | undefined): AuditCursor | null {
  const [time, id] = (text ?? '').split('.');
  if (!/^\d{1,14}$/.test(time ?? '') || !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id ?? ''))
    return null;
  return { at: new Date(Number(time)), id: id ?? '' };
}
