import { database } from '@/lib/database';
import type { Locale } from '@/lib/i18n/locale';
import { words } from '@/lib/i18n/words';
import { readCursor, writeCursor } from '@/lib/reports/desk/cursor';
import { listQueue } from '@/lib/reports/desk/queries';
import type { StaffActor } from '@/lib/staff/session';
import { type QueueAsked, queueAddress } from './queue-asked';
import { QueueFilterForm } from './queue-filter-form';
import { QueuePages } from './queue-pages';
import { QueueTable } from './queue-table';

/** Every report there is, decided ones too, by state. */
export async function AllReports({
  locale,
  actor,
  asked,
}: {
  locale: Locale;
  actor: StaffActor;
  asked: QueueAsked;
}) {
  const { queue: said } = words(locale).staff;
  const { state, level } = asked;
  const filters = { state, level, after: readCursor(asked.after ?? undefined) };
  const queue = await listQueue(database(), actor, filters);
  return (
    <div className="space-y-4">
      <p data-testid="queue-count">{said.count(queue.total)}</p>
      <QueueFilterForm locale={locale} filters={filters} />
      {queue.rows.length > 0 ? (
        <QueueTable locale={locale} rows={queue.rows} />
      ) : (
        <div className="space-y-2 rounded-lg bg-gray-5 p-6">
          <p>{state === 'OPEN' && !level ? said.emptyAll : said.empty}</p>
          <p>
            <a
              href={queueAddress(locale, asked, { state: 'ALL', level: null, after: null })}
              className="inline-flex min-h-11 min-w-11 items-center"
            >
              {said.showAll}
            </a>
          </p>
        </div>
      )}
      <QueuePages
        locale={locale}
        first={asked.after ? queueAddress(locale, asked, { after: null }) : null}
        next={queue.next ? queueAddress(locale, asked, { after: writeCursor(queue.next) }) : null}
      />
    </div>
  );
}
