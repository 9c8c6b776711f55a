import { oneOf } from '@/app/_request/posted';
import { isUndoable } from '@/lib/cases/bulk/undo';
import { countViews, listWork } from '@/lib/cases/queue/queries';
import { signsOf } from '@/lib/cases/queue/signs/queries';
import { writeWorkCursor } from '@/lib/cases/queue/views';
import { now } from '@/lib/clock';
import { database } from '@/lib/database';
import type { Locale } from '@/lib/i18n/locale';
import { words } from '@/lib/i18n/words';
import { listAssignable } from '@/lib/staff/duty/queries';
import { findTyped } from '@/lib/staff/kept/queries';
import { can } from '@/lib/staff/roles';
import type { StaffActor } from '@/lib/staff/session';
import { keptPlace } from './act';
import { type OutcomeSearch, problemOf, readOutcome } from './act-notice';
import { askedFields, isNarrowed, type QueueAsked, queueAddress } from './queue-asked';
import { BulkBar } from './queue-bulk-bar';
import { QueueFilters } from './queue-filters';
import { QueueNotice, queueWords } from './queue-notice';
import { OpenedBeside, openBeside } from './queue-opened';
import { QueuePages } from './queue-pages';
import { RowForms } from './queue-row-forms';
import { UndoOffer } from './queue-undo';
import { listVersion } from './queue-version';
import { QueueViews } from './queue-views';
import { workFilters } from './queue-work-filters';
import { WorkTable } from './queue-work-table';
import { readUndo } from './undo-cookie';

type Props = {
  locale: Locale;
  actor: StaffActor;
  asked: QueueAsked;
  search: OutcomeSearch & { count?: string | string[]; left?: string | string[] };
};

const place = { path: '/staff', kept: 'queue' };

/** The work: views, filters, the list, and beside it what is open. */
export async function WorkQueue({ locale, actor, asked, search }: Props) {
  const db = database();
  // First: what is read beside the list counts as read in it.
  const opened = asked.open ? await openBeside(locale, actor, asked.open) : null;
  const page = await listWork(db, actor, workFilters(asked, actor.id));
  const [counts, signs, everybody, level, recuse, undo] = await Promise.all([
    countViews(db, actor),
    signsOf(db, actor, page.items),
    listAssignable(db, actor),
    findTyped(db, actor.id, keptPlace(place, 'level')),
    findTyped(db, actor.id, keptPlace(place, 'recuse')),
    readUndo(),
  ]);
  const outcome = readOutcome(search);
  const staff = can(actor.roles, 'case.assign') ? everybody : [];
  const back = new URLSearchParams(askedFields(asked)).toString();
  const version = listVersion(page);
  return (
    <>
      <QueueViews locale={locale} asked={asked} counts={counts} version={version} live />
      <QueueNotice
        locale={locale}
        outcome={{ ...outcome, count: oneOf(search.count), left: search.left }}
        kept={Boolean(level ?? recuse)}
      />
      {isUndoable(undo, actor.id, now()) ? <UndoOffer locale={locale} back={back} record={undo} /> : null}
      <div className={asked.open ? 'hidden lg:block' : ''}>
        <QueueFilters locale={locale} asked={asked} staff={everybody} />
      </div>
      <div className={asked.open ? 'items-start gap-6 lg:grid lg:grid-cols-[2fr_3fr]' : ''}>
        <div
          className={
            asked.open
              ? 'hidden min-w-0 space-y-3 lg:sticky lg:top-0 lg:block lg:max-h-screen lg:overflow-y-auto lg:py-1'
              : 'space-y-3'
          }
          data-scroll=""
        >
          {page.items.length > 0 ? (
            <form method="get" action={`/${locale}/staff/bulk`} className="space-y-0">
              {Object.entries(askedFields({ ...asked, open: null })).map(([name, value]) => (
                <input key={name} type="hidden" name={name} value={value} />
              ))}
              <WorkTable locale={locale} asked={asked} items={page.items} signs={signs} me={actor.id} />
              <BulkBar locale={locale} staff={staff} />
            </form>
          ) : (
            <Empty locale={locale} asked={asked} />
          )}
          <QueuePages
            locale={locale}
            first={asked.after ? queueAddress(locale, asked, { after: null }) : null}
            next={page.next ? queueAddress(locale, asked, { after: writeWorkCursor(page.next) }) : null}
          />
          <RowForms locale={locale} back={back} />
        </div>
        {asked.open ? (
          <OpenedBeside
            locale={locale}
            asked={asked}
            opened={opened}
            back={back}
            me={actor.id}
            staff={staff}
            typed={{ level, recuse }}
            problem={(form) => problemOf(locale, outcome, form, queueWords(locale))}
          />
        ) : null}
      </div>
    </>
  );
}

/** Says what to do instead. */
function Empty({ locale, asked }: { locale: Locale; asked: QueueAsked }) {
  const { empty } = words(locale).desk.queue;
  const view = asked.view === 'reports' ? 'all' : asked.view;
  const plain = { level: null, kind: null, province: null, assigned: null, after: null, open: null } as const;
  return (
    <div className="space-y-2 rounded-lg bg-gray-5 p-6" data-testid="queue-empty">
      <p>{isNarrowed(asked) ? empty.filtered : empty[view]}</p>
      {view === 'all' && !isNarrowed(asked) ? null : (
        <p>
          <a
            href={queueAddress(locale, asked, { ...plain, view: 'all' })}
            className="inline-flex min-h-11 min-w-11 items-center"
          >
            {empty.showAll}
          </a>
        </p>
      )}
    </div>
  );
}
