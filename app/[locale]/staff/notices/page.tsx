import type { Metadata } from 'next';
import { Button } from '@/app/_components/button';
import { type LocaleProps, localeOf } from '@/app/_request/locale';
import { listMyTasks } from '@/lib/cases/my-tasks/queries';
import { type DeskNotice, listNotices } from '@/lib/cases/notices/queries';
import { CLOCK_KINDS } from '@/lib/clocks/durations';
import { database } from '@/lib/database';
import type { Locale } from '@/lib/i18n/locale';
import { seoulMoment } from '@/lib/i18n/moment';
import { words } from '@/lib/i18n/words';
import { APPROVAL_ACTS, APPROVAL_STATES } from '@/lib/staff/approvals/policy';
import { can } from '@/lib/staff/roles';
import { requireStaff } from '@/lib/staff/session';
import { ActNotice, type OutcomeSearch, readOutcome } from '../_desk/act-notice';
import { PageTitle } from '../_desk/page-title';
import { markSeenAction } from './actions';
import { MyTasks } from './my-tasks';

type Props = LocaleProps & { searchParams: Promise<OutcomeSearch> };

export async function generateMetadata({ params }: LocaleProps): Promise<Metadata> {
  return { title: words(await localeOf(params)).desk.notices.title };
}

/** What a person was told and has not marked as seen, the newest first. */
export default async function NoticesPage({ params, searchParams }: Props) {
  const locale = await localeOf(params);
  const actor = await requireStaff('queue.view');
  const found = await listNotices(database(), actor);
  const tasks = await listMyTasks(database(), actor);
  const { notices: said, approvals } = words(locale).desk;
  return (
    <div className="max-w-reading space-y-6">
      <PageTitle>{said.title}</PageTitle>
      <p>{said.hint}</p>
      <ActNotice locale={locale} outcome={readOutcome(await searchParams)} said={said} />
      {found.length === 0 ? (
        <p className="rounded-lg bg-gray-5 p-6">{said.none}</p>
      ) : (
        <form action={markSeenAction} className="space-y-3">
          <input type="hidden" name="locale" value={locale} />
          <Button variant="secondary" name="seen" value="ALL">
            {said.allSeen}
          </Button>
          <ul className="border-t border-gray-20">
            {found.map((notice) => (
              <li
                key={notice.id}
                data-testid="notice"
                className="flex flex-wrap items-center gap-x-4 border-b border-gray-10 py-1"
              >
                <input type="hidden" name="notice" value={notice.id} />
                <div className="min-w-0 flex-1">
                  <p>{sentence(locale, notice)}</p>
                  <p className="flex flex-wrap items-center gap-x-3 text-small text-gray-70">
                    {notice.about ? (
                      <a
                        href={`/${locale}/staff/${notice.about.kind}s/${notice.about.ref}`}
                        className="inline-flex min-h-11 items-center font-bold"
                      >
                        {approvals.about[notice.about.kind](notice.about.ref)}
                      </a>
                    ) : (
                      said.gone
                    )}
                    {seoulMoment(notice.at)}
                  </p>
                </div>
                <Button
                  variant="quiet"
                  name="seen"
                  value={notice.id}
                  aria-label={`${said.seen}: ${sentence(locale, notice)}`}
                >
                  {said.seen}
                </Button>
              </li>
            ))}
          </ul>
        </form>
      )}
      {can(actor.roles, 'case.work') ? <MyTasks locale={locale} tasks={tasks} /> : null}
    </div>
  );
}

/** Those that say the same of whatever they are about. */
const PLAIN = [
  'ASSIGNED',
  'REPORT_ASSIGNED',
  'TASK',
  'TASK_DUE',
  'NEWS',
  'GLASS_BROKEN',
  'RECONTACT',
  'HOLD_OVER',
  'PERSON_ERASED',
] as const;

function sentence(locale: Locale, { kind, detail }: DeskNotice): string {
  const { notices: said, clocks } = words(locale).desk;
  if (kind === 'CLOCK') {
    const clock = CLOCK_KINDS.find((one) => one === detail.clock);
    return said.kinds.CLOCK(clock ? clocks[clock] : '–', Number(detail.percent), String(detail.level));
  }
  if (kind === 'APPROVAL') {
    const act = APPROVAL_ACTS.find((one) => one === detail.act);
    const state = APPROVAL_STATES.find((one) => one === detail.state);
    return said.kinds.APPROVAL(act ? said.approvalActs[act] : '–', state ? said.approvalStates[state] : '–');
  }
  if (kind === 'DANGER') return said.kinds[detail.left ? 'DANGER_RECORDED' : 'DANGER'](String(detail.level));
  if (kind === 'LET_GO') return said.kinds.LET_GO(String(detail.level));
  if (kind === 'APPROVAL_ASKED') {
    const act = APPROVAL_ACTS.find((one) => one === detail.act);
    return said.kinds.APPROVAL_ASKED(act ? said.approvalActs[act] : '–');
  }
  const plain = PLAIN.find((one) => one === kind);
  return said.kinds[plain ?? 'OTHER'];
}
