import { Button } from '@/app/_components/button';
import { SelectField } from '@/app/_components/select-field';
import { TextArea } from '@/app/_components/text-area';
import { TextField } from '@/app/_components/text-field';
import type { Disposition } from '@/lib/cases/code-lists';
import { caseWord } from '@/lib/cases/code-words';
import { caseTransition } from '@/lib/cases/transitions';
import { words } from '@/lib/i18n/words';
import { BlockTitle } from '../../../_desk/page-title';
import { closeCaseAction, holdCaseAction, stepCaseAction } from '../workflow-actions';
import { ActForm, Fold } from './act-form';
import { type CasePage, MOMENT_PROBLEMS, REASON_PROBLEMS, wrong } from './case-page';

/** What can be done now with the case's state, by what the table allows: a button a step, holding and closing. */
export function Steps({ page }: { page: CasePage }) {
  const { step: said, sections } = words(page.locale).desk.case;
  const { actions, state, withheld } = page.found;
  return (
    <section aria-labelledby="state" className="space-y-3">
      <BlockTitle id="state">{sections.state}</BlockTitle>
      {actions.length === 0 ? <p className="text-small">{said.none}</p> : null}
      <HandOverFirst page={page} />
      <PlainSteps page={page} />
      {actions.some(({ action }) => action === 'HOLD') ? <Hold page={page} /> : null}
      {actions.some(({ action }) => action === 'CLOSE') ? <Close page={page} /> : null}
      {withheld > 0 && state !== 'CLOSED' ? (
        <p className="text-small">{words(page.locale).desk.case.close.withheld}</p>
      ) : null}
    </section>
  );
}

/** Where the next step is to send a hand-over, or none stands that was sent. */
function HandOverFirst({ page: { locale, found } }: { page: CasePage }) {
  const { step: said, sections } = words(locale).desk.case;
  const { state, level, withAgency, clocks } = found;
  const isSaid = state === 'REFERRED' || state === 'IN_ACTION';
  const waits = isSaid && clocks.some(({ kind }) => kind === 'REFERRAL');
  const text = waits ? said.noHandOver : said.bySending;
  if (withAgency || !(waits || caseTransition(state, level, 'REFER'))) return null;
  return (
    <p className="text-small">
      {text}{' '}
      <a href="#hand-overs" className="inline-flex min-h-11 min-w-11 items-center">
        {sections['hand-overs']}
      </a>
    </p>
  );
}

function PlainSteps({ page }: { page: CasePage }) {
  const { locale, found, typed } = page;
  const { step: said, reason, reasonOptional } = words(locale).desk.case;
  const plain = found.actions.flatMap(({ action, needsReason }) =>
    action === 'CLOSE' || action === 'HOLD' ? [] : [{ action, needsReason }],
  );
  if (plain.length === 0) return null;
  const isNeeded = plain.every(({ needsReason }) => needsReason);
  return (
    <ActForm page={page} action={stepCaseAction} className="space-y-3 rounded-lg border border-gray-20 p-4">
      {found.heldFrom ? (
        <p className="text-small">{said.back(caseWord(locale, 'case_state', found.heldFrom))}</p>
      ) : null}
      <TextArea
        locale={locale}
        name="step_reason"
        label={isNeeded ? reason : reasonOptional}
        hint={isNeeded ? said.reopen : undefined}
        error={wrong(page, 'step', REASON_PROBLEMS)}
        defaultValue={typed.step?.step_reason}
        rows={1}
      />
      <div className="flex flex-wrap gap-2">
        {plain.map(({ action }) => (
          <Button key={action} variant="secondary" name="action" value={action}>
            {said.actions[action]}
          </Button>
        ))}
      </div>
    </ActForm>
  );
}

function Hold({ page }: { page: CasePage }) {
  const { locale, found, typed } = page;
  const { hold: said, reason, momentHint } = words(locale).desk.case;
  return (
    <Fold page={page} form="hold" title={said.title}>
      <ActForm page={page} action={holdCaseAction}>
        <p className="text-small">{found.level === 'U1' ? said.urgent : said.hint}</p>
        <TextField
          locale={locale}
          name="hold_until"
          label={said.until}
          hint={momentHint}
          error={wrong(page, 'hold', MOMENT_PROBLEMS)}
          defaultValue={typed.hold?.hold_until}
          width="medium"
        />
        <TextArea
          locale={locale}
          name="hold_reason"
          label={reason}
          error={wrong(page, 'hold', REASON_PROBLEMS)}
          defaultValue={typed.hold?.hold_reason}
          rows={2}
        />
        <Button variant="secondary">{said.submit}</Button>
      </ActForm>
    </Fold>
  );
}

/** Only the ways it can end now; what stands against the others is said. */
function Close({ page }: { page: CasePage }) {
  const { locale, found, typed } = page;
  const { close: said, reason } = words(locale).desk.case;
  const name = (one: Disposition) => caseWord(locale, 'disposition', one);
  const barred = (problem: 'at-risk' | 'contradicts') =>
    found.endings
      .filter((one) => one.problem === problem)
      .map(({ disposition }) => name(disposition))
      .join(', ');
  const [atRisk, contradicted] = [barred('at-risk'), barred('contradicts')];
  const waits = found.approvals.some(({ act, state }) => act === 'CLOSE_CASE' && state === 'PENDING');
  return (
    <Fold page={page} form="close" title={said.title}>
      {waits ? <p className="text-small font-bold">{said.pending}</p> : null}
      <ActForm page={page} action={closeCaseAction}>
        <SelectField
          locale={locale}
          name="disposition"
          label={said.disposition}
          hint={<span className="text-small">{said.hint}</span>}
          error={wrong(page, 'close', ['no-disposition', 'at-risk', 'contradicts', 'already-asked'])}
          options={found.endings
            .filter(({ problem }) => problem === null)
            .map(({ disposition, takesTwo }) => ({
              value: disposition,
              label: takesTwo ? said.second(name(disposition)) : name(disposition),
            }))}
          defaultValue={typed.close?.disposition}
        />
        {atRisk ? <p className="text-small">{said.blocked(atRisk)}</p> : null}
        {contradicted ? <p className="text-small">{said.contradicted(contradicted)}</p> : null}
        <TextArea
          locale={locale}
          name="close_reason"
          label={reason}
          error={wrong(page, 'close', REASON_PROBLEMS)}
          defaultValue={typed.close?.close_reason}
          rows={2}
        />
        <Button variant="secondary">{said.submit}</Button>
      </ActForm>
    </Fold>
  );
}
