import { Button } from '@/app/_components/button';
import { SelectField } from '@/app/_components/select-field';
import { TextArea } from '@/app/_components/text-area';
import type { ReportWork } from '@/lib/cases/report-work/queries';
import type { Locale } from '@/lib/i18n/locale';
import { seoulMoment } from '@/lib/i18n/moment';
import { words } from '@/lib/i18n/words';
import type { DeskReport } from '@/lib/reports/desk/reading/commands';
import type { KeptFields } from '@/lib/staff/kept/queries';
import { can } from '@/lib/staff/roles';
import type { StaffActor } from '@/lib/staff/session';
import { levels } from '@/lib/urgency/levels';
import type { Outcome } from '../../../_desk/act-notice';
import { ApprovalCard } from '../../../_desk/approval-card';
import { BlockTitle } from '../../../_desk/page-title';
import { setLevelAction } from '../case-actions';
import { problemHere } from './act-words';

type Props = {
  locale: Locale;
  report: DeskReport;
  work: ReportWork;
  actor: StaffActor;
  typed: Partial<Record<string, KeptFields>>;
  outcome: Outcome;
};

/** The level by hand, with what waits for a second person and what was set before. */
export function LevelByHand({ locale, report, work, actor, typed, outcome }: Props) {
  const { desk, urgency } = words(locale);
  const { level: said } = desk.report;
  const problem = problemHere(locale, outcome, 'level');
  const ofReason = problem !== undefined && !['no-level', 'same-level'].includes(outcome.problem ?? '');
  const asked = work.approvals.filter(({ act }) => act === 'LOWER_LEVEL');
  const named = (level: (typeof levels)[number]) => `${level} ${urgency.levels[level]}`;
  return (
    <section aria-labelledby="level-by-hand" className="space-y-3">
      <BlockTitle id="level-by-hand">{said.title}</BlockTitle>
      {asked.slice(0, 1).map((approval) => (
        <ApprovalCard
          key={approval.id}
          locale={locale}
          approval={{ ...approval, about: { kind: 'report', ref: report.reference } }}
          from={report.reference}
          actor={actor}
          typed={typed.approval}
          outcome={outcome}
        />
      ))}
      {work.inCase ? (
        <p className="text-small">{said.inCase}</p>
      ) : can(actor.roles, 'level.change') ? (
        <form action={setLevelAction} noValidate className="space-y-3 rounded-lg border border-gray-20 p-4">
          <input type="hidden" name="locale" value={locale} />
          <input type="hidden" name="reference" value={report.reference} />
          <input type="hidden" name="seen" value={report.level} />
          <SelectField
            locale={locale}
            name="level"
            label={said.level}
            hint={said.hint}
            error={ofReason ? undefined : problem}
            options={levels
              .filter((level) => level !== report.level)
              .map((level) => ({ value: level, label: named(level) }))}
            {...(typed.level?.level ? { defaultValue: typed.level.level } : {})}
          />
          <TextArea
            locale={locale}
            name="level_reason"
            label={said.reason}
            error={ofReason ? problem : undefined}
            defaultValue={typed.level?.level_reason}
            rows={2}
          />
          <Button variant="secondary">{said.submit}</Button>
        </form>
      ) : null}
      {work.levelsSet.length > 0 ? (
        <>
          <h3 className="text-body! font-bold md:text-body!">{said.byHand}</h3>
          <ol className="text-small">
            {work.levelsSet.map((one) => (
              <li key={one.id} className="border-b border-gray-10 py-1">
                <span className="font-bold">{said.set(named(one.from), named(one.to))}</span>
                <span className="text-gray-70">
                  {' '}
                  {said.by(one.by, one.second)}, {seoulMoment(one.at)}
                </span>
                <p className="whitespace-pre-line">{one.reason ?? desk.handOvers.card.withheld}</p>
              </li>
            ))}
          </ol>
        </>
      ) : null}
    </section>
  );
}
