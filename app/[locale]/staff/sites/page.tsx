import type { Metadata } from 'next';
import { type LocaleProps, localeOf } from '@/app/_request/locale';
import { oneOf } from '@/app/_request/posted';
import { database } from '@/lib/database';
import { words } from '@/lib/i18n/words';
import { listSites } from '@/lib/linking/sites/reading/commands';
import { readSiteCursor, writeSiteCursor } from '@/lib/linking/sites/site-cursor';
import { requireStaff } from '@/lib/staff/session';
import { PageTitle } from '../_desk/page-title';
import { QueuePages } from '../_desk/queue-pages';
import { SiteTable } from './site-table';

type Props = LocaleProps & { searchParams: Promise<{ after?: string | string[] }> };

export async function generateMetadata({ params }: LocaleProps): Promise<Metadata> {
  return { title: words(await localeOf(params)).desk.sites.list.title };
}

/** The sites, those where most people are not known to be safe first. */
export default async function SitesPage({ params, searchParams }: Props) {
  const locale = await localeOf(params);
  const actor = await requireStaff('case.read');
  const after = readSiteCursor(oneOf((await searchParams).after));
  const { rows, next } = await listSites(database(), actor, { after });
  const here = `/${locale}/staff/sites`;
  const { list: said } = words(locale).desk.sites;
  return (
    <div className="space-y-4">
      <PageTitle>{said.title}</PageTitle>
      {rows.length > 0 ? (
        <SiteTable locale={locale} rows={rows} />
      ) : (
        <p className="rounded-lg bg-gray-5 p-6">{said.empty}</p>
      )}
      <QueuePages
        locale={locale}
        first={after ? here : null}
        next={next && `${here}?after=${writeSiteCursor(next)}`}
      />
    </div>
  );
}
