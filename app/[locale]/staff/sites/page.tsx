import type { Metadata } from 'next';
import { type LocaleProps, localeOf } from '@/app/_request/locale';
import { database } from '@/lib/database';
import { words } from '@/lib/i18n/words';
import { listSites } from '@/lib/linking/sites/reading/commands';
import { requireStaff } from '@/lib/staff/session';
import { PageTitle } from '../_desk/page-title';
import { SiteTable } from './site-table';

export async function generateMetadata({ params }: LocaleProps): Promise<Metadata> {
  return { title: words(await localeOf(params)).desk.sites.list.title };
}

/** The sites, those where most people are not known to be safe first. */
export default async function SitesPage({ params }: LocaleProps) {
  const locale = await localeOf(params);
  const actor = await requireStaff('case.read');
  const { rows, more } = await listSites(database(), actor);
  const { list: said } = words(locale).desk.sites;
  return (
    <div className="space-y-4">
      <PageTitle>{said.title}</PageTitle>
      {rows.length > 0 ? (
        <SiteTable locale={locale} rows={rows} />
      ) : (
        <p className="rounded-lg bg-gray-5 p-6">{said.empty}</p>
      )}
      {more ? <p>{said.capped(rows.length)}</p> : null}
    </div>
  );
}
