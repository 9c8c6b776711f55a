import { StatusTag } from '@/app/_components/status-tag';
import { caseWord } from '@/lib/cases/code-words';
import type { DeskCase } from '@/lib/cases/reading/commands';
import type { CasePerson } from '@/lib/cases/reading/queries';
import type { Locale } from '@/lib/i18n/locale';
import { seoulMoment } from '@/lib/i18n/moment';
import { words } from '@/lib/i18n/words';
import { isReportState } from '@/lib/reports/transitions';
import { LevelTag } from './level-tag';
import { BlockTitle } from './page-title';
import { itemAddress } from './queue-asked';
import { DueTime } from './queue-work-table';
import { safetyTone } from './safety-tone';

type Props = { locale: Locale; found: DeskCase };

/** A case in short: who it is about and how they are, with who says so, and the reports it is made of. */
export function CaseFacts({ locale, found }: Props) {
  const { desk, codes } = words(locale);
  const { queue: said } = desk;
  return (
    <>
      <section aria-labelledby="open-people" className="space-y-1">
        <BlockTitle id="open-people">{said.people}</BlockTitle>
        {found.people.length + found.withheld === 0 ? <p>{said.nobodyKnown}</p> : null}
        <ul className="border-t border-gray-20">
          {found.people.map((person) => (
            <Person key={person.id} locale={locale} person={person} />
          ))}
        </ul>
        {found.withheld > 0 ? <p>{desk.people.withheld(found.withheld)}</p> : null}
      </section>
      <section aria-labelledby="open-reports" className="space-y-1">
        <BlockTitle id="open-reports">{said.reports}</BlockTitle>
        <ul className="border-t border-gray-20">
          {found.reports.map((report) => (
            <li key={report.id} className="border-b border-gray-10 py-1">
              <a
                href={itemAddress(locale, report.reference)}
                className="inline-flex min-h-11 items-center whitespace-nowrap font-mono font-bold"
              >
                {report.reference}
              </a>{' '}
              <LevelTag locale={locale} level={report.level} />{' '}
              <span className="text-gray-70">
                {isReportState(report.state) ? codes.report_state[report.state] : report.state},{' '}
                {seoulMoment(report.receivedAt)}
              </span>{' '}
              {report.barrier ? (
                <StatusTag tone="danger">{desk.case.reports.barriers[report.barrier]}</StatusTag>
              ) : null}
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}

function Person({ locale, person }: { locale: Locale; person: CasePerson }) {
  const { queue: said } = words(locale).desk;
  const { nameKo, namePassport, alias } = person.identity;
  const [latest] = person.facts.SAFETY;
  return (
    <li className="border-b border-gray-10 py-1">
      <span className="font-bold">{nameKo || namePassport || alias || said.unnamed}</span>{' '}
      <StatusTag tone={safetyTone(person)}>{caseWord(locale, 'safety_status', person.safety)}</StatusTag>{' '}
      {person.stale ? <StatusTag tone="warning">{said.stale}</StatusTag> : null}
      <p className="text-gray-70">
        {latest
          ? said.safetyFrom(
              caseWord(locale, 'safety_source', latest.source),
              caseWord(locale, 'confidence', latest.confidence),
              seoulMoment(latest.at),
            )
          : said.noSource}
      </p>
    </li>
  );
}

/** What a case waits for: its clocks, tasks that are open, a second person. */
export function CaseWaits({ locale, found }: Props) {
  const { queue: said } = words(locale).desk;
  const tasks = found.tasks.filter((task) => !task.doneAt);
  const waiting = found.approvals.filter((approval) => approval.state === 'PENDING').length;
  return (
    <>
      <section aria-labelledby="open-clocks" className="space-y-1">
        <BlockTitle id="open-clocks">{said.clocks}</BlockTitle>
        {found.clocks.length === 0 ? <p>{said.noClocks}</p> : null}
        <ul>
          {found.clocks.map((clock) => (
            <li key={`${clock.kind}/${clock.referralId}`}>
              {words(locale).desk.clocks[clock.kind]}:{' '}
              {clock.paused ? said.clockStands : <DueTime locale={locale} at={clock.dueAt} />}
            </li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="open-tasks" className="space-y-1">
        <BlockTitle id="open-tasks">{said.tasks}</BlockTitle>
        {tasks.length === 0 ? <p>{said.noTasks}</p> : null}
        <ul className="list-inside list-disc">
          {tasks.map((task) => (
            <li key={task.id}>
              {task.text} {task.dueAt ? <DueTime locale={locale} at={task.dueAt} /> : null}
            </li>
          ))}
        </ul>
      </section>
      {waiting > 0 ? (
        <section aria-labelledby="open-approvals" className="space-y-1">
          <BlockTitle id="open-approvals">{said.approvals}</BlockTitle>
          <p>{said.waiting(waiting)}</p>
        </section>
      ) : null}
    </>
  );
}
