import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { type LocaleProps, localeOf } from '@/app/_request/locale';
import { countViews } from '@/lib/cases/queue/queries';
import { database } from '@/lib/database';
import type { Locale } from '@/lib/i18n/locale';
import { words } from '@/lib/i18n/words';
import { can } from '@/lib/staff/roles';
import { requireStaff } from '@/lib/staff/session';
import type { OutcomeSearch } from './_desk/act-notice';
import { PageTitle } from './_desk/page-title';
import { AllReports } from './_desk/queue-all-reports';
import { type QueueSearch, readAsked } from './_desk/queue-asked';
import { TakeNext } from './_desk/queue-take-next';
import { QueueViews } from './_desk/queue-views';
import { WorkQueue } from './_desk/queue-work';
import { RecoveryNotice } from './_desk/recovery-notice';

type Search = QueueSearch & OutcomeSearch & { count?: string | string[]; left?: string | string[] };
type Props = LocaleProps & { searchParams: Promise<Search> };

export async function generateMetadata({ params }: LocaleProps): Promise<Metadata> {
  return { title: words(await localeOf(params)).staff.queue.title };
}

/** The queue. Whoever may not see it lands on what they may see. */
export default async function QueuePage({ params, searchParams }: Props) {
  const locale = await localeOf(params);
  const actor = await requireStaff(null);
  if (!can(actor.roles, 'queue.view')) {
    if (can(actor.roles, 'account.list')) redirect(`/${locale}/staff/accounts`);
    if (can(actor.roles, 'audit.view')) redirect(`/${locale}/staff/audit`);
    return <NothingHere locale={locale} />;
  }
  const search = await searchParams;
  const asked = readAsked(search);
  const { queue: said } = words(locale).staff;
  return (
    <div className="space-y-3" data-wide="">
      <RecoveryNotice locale={locale} actor={actor} />
      <div className="flex flex-wrap items-center justify-between gap-x-4">
        <PageTitle>{said.title}</PageTitle>
        <TakeNext locale={locale} />
      </div>
      {asked.view === 'reports' ? (
        <>
          <QueueViews
            locale={locale}
            asked={asked}
            counts={await countViews(database(), actor)}
            version=""
            live={false}
          />
          <AllReports locale={locale} actor={actor} asked={asked} />
        </>
      ) : (
        <WorkQueue locale={locale} actor={actor} asked={asked} search={search} />
      )}
      <p className="text-small text-gray-70">{words(locale).staff.chrome.times}</p>
    </div>
  );
}

function NothingHere({ locale }: { locale: Locale }) {
  const { nothingHere } = words(locale).staff;
  return (
    <div className="space-y-4">
      <PageTitle>{nothingHere.title}</PageTitle>
      <p>{nothingHere.body}</p>
    </div>
  );
}
