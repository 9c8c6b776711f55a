import type { MyTask } from '@/lib/cases/my-tasks/queries';
import type { Locale } from '@/lib/i18n/locale';
import { seoulMoment } from '@/lib/i18n/moment';
import { words } from '@/lib/i18n/words';
import { BlockTitle } from '../_desk/page-title';

/** What the reader is to do in cases, what is due first. */
export function MyTasks({ locale, tasks }: { locale: Locale; tasks: readonly MyTask[] }) {
  const { tasks: said } = words(locale).desk.notices;
  const { about } = words(locale).desk.approvals;
  return (
    <section aria-labelledby="my-tasks" className="space-y-3">
      <BlockTitle id="my-tasks">{said.title}</BlockTitle>
      {tasks.length === 0 ? (
        <p className="rounded-lg bg-gray-5 p-6">{said.none}</p>
      ) : (
        <ul className="border-t border-gray-20">
          {tasks.map(({ id, number, dueAt, isLate }) => (
            <li
              key={id}
              data-testid="my-task"
              className="flex flex-wrap items-center gap-x-3 border-b border-gray-10 py-1"
            >
              <a
                href={`/${locale}/staff/cases/${number}#tasks`}
                className="inline-flex min-h-11 items-center font-bold"
              >
                {about.case(number)}
              </a>
              <span className={isLate ? 'font-bold' : ''}>
                {dueAt ? (isLate ? said.late : said.due)(seoulMoment(dueAt)) : said.noDay}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
