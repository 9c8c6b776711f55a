import { Button } from '@/app/_components/button';
import { controlLook, FieldError } from '@/app/_components/field-parts';
import type { ReportWork } from '@/lib/cases/report-work/queries';
import type { Locale } from '@/lib/i18n/locale';
import { words } from '@/lib/i18n/words';
import type { DeskReport } from '@/lib/reports/desk/reading/commands';
import { can } from '@/lib/staff/roles';
import type { StaffActor } from '@/lib/staff/session';
import type { Outcome } from '../../../_desk/act-notice';
import { BlockTitle } from '../../../_desk/page-title';
import { assignAction } from '../case-actions';
import { problemHere } from './act-words';

type Props = { locale: Locale; report: DeskReport; work: ReportWork; actor: StaffActor; outcome: Outcome };

/** Who has the report. Taking and giving up is everybody's, in one press; giving to others a supervisor's. */
export function Assignment({ locale, report, work, actor, outcome }: Props) {
  const { assign: said } = words(locale).desk.report;
  const has = work.assignedTo;
  const mine = has?.id === actor.id;
  const button = mine ? 'drop' : has ? null : 'take';
  return (
    <section aria-labelledby="assignment" className="space-y-3">
      <BlockTitle id="assignment">{said.title}</BlockTitle>
      <p data-testid="assigned">{mine ? said.mine : has ? said.to(has.name) : said.nobody}</p>
      {work.inCase ? (
        <p className="text-small">{said.inCase}</p>
      ) : can(actor.roles, 'report.screen') ? (
        <form action={assignAction} className="flex flex-wrap items-end gap-3">
          <input type="hidden" name="locale" value={locale} />
          <input type="hidden" name="reference" value={report.reference} />
          <input type="hidden" name="seen" value={has?.id ?? ''} />
          {button ? (
            <Button variant="secondary" id="assign" name="act" value={button}>
              {said[button]}
            </Button>
          ) : null}
          {work.assignable.length > 0 ? (
            <>
              <div className="min-w-0 space-y-1">
                <label htmlFor={button ? 'staff' : 'assign'} className="block text-small font-bold">
                  {said.staff}
                </label>
                <select
                  id={button ? 'staff' : 'assign'}
                  name="staff"
                  defaultValue=""
                  className={`${controlLook()} max-w-full`}
                >
                  <option value="">{words(locale).shell.form.choose}</option>
                  {has ? <option value="NOBODY">{said.clear}</option> : null}
                  {work.assignable
                    .filter(({ id }) => id !== has?.id)
                    .map(({ id, name }) => (
                      <option key={id} value={id}>
                        {name}
                      </option>
                    ))}
                </select>
              </div>
              <Button variant="secondary">{said.submit}</Button>
            </>
          ) : null}
          <FieldError locale={locale} name="assign" error={problemHere(locale, outcome, 'assign')} />
        </form>
      ) : null}
    </section>
  );
}
