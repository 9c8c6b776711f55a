import { randomUUID } from 'node:crypto';
import { Button } from '@/app/_components/button';
import { Choice } from '@/app/_components/choice';
import { FieldError } from '@/app/_components/field-parts';
import { TextArea } from '@/app/_components/text-area';
import { seoulMoment } from '@/lib/i18n/moment';
import { words } from '@/lib/i18n/words';
import { BASES } from '@/lib/referrals/masks';
import { consentAgencies } from '@/lib/reports/questionnaire';
import { problemOf } from '../../../_desk/act-notice';
import { draftReferralAction } from '../hand-over-actions';
import { HandOverAgencies } from './hand-over-agencies';
import { HandOverScope } from './hand-over-scope';
import type { HandOversProps } from './hand-overs';
import { policeClass } from './police-class';

/** Writes a hand-over: to whom, of which reports and people, on what grounds, with which words. */
export function HandOverDraft(props: HandOversProps) {
  const { locale, found, page, consents, outcome } = props;
  const { desk, urgency } = words(locale);
  const said = desk.handOvers;
  const typed = props.typed.draft;
  const problem = problemOf(locale, outcome, 'hand-over-draft', said);
  const about = (codes: readonly string[]) =>
    problem && outcome.problem && codes.includes(outcome.problem) ? (
      <FieldError locale={locale} name="hand-over" error={problem} />
    ) : null;
  const isTicked = (name: string) => (typed ? typed[name] === 'YES' : true);
  const consentOf = (reportId: string) => {
    const given = consents.find((one) => one.reportId === reportId);
    if (given?.asked) return said.draft.asked;
    const agreed = consentAgencies
      .filter((one) => given?.agencies.includes(one))
      .map((one) => desk.agencies.consents[one]);
    return agreed.length > 0 ? said.draft.consent(agreed.join(', ')) : said.draft.noConsent;
  };
  // On the case's page it is one form among many, and by far the longest: it opens when it is wanted.
  const isFirst = page !== 'case' && props.handOvers.length === 0;
  const wanted = problem !== undefined || Boolean(typed) || isFirst;
  return (
    <details open={wanted} className="rounded-lg border border-gray-20 p-4 text-small">
      <summary id="hand-over" className="min-h-11 cursor-pointer py-2 text-body font-bold">
        {said.draft.title}
      </summary>
      <form action={draftReferralAction} noValidate className="space-y-5 pt-2">
        <input type="hidden" name="locale" value={locale} />
        <input type="hidden" name="number" value={found.number} />
        <input type="hidden" name="page" value={page} />
        <input type="hidden" name="submission" value={typed?.submission ?? randomUUID()} />
        <HandOverAgencies {...props} error={about(['unknown-agency'])} chosen={typed?.agency} />
        <fieldset className="space-y-2">
          <legend className="font-bold">{said.draft.reports}</legend>
          {about(['not-in-case', 'no-consent'])}
          {found.reports.map((report) => (
            <Choice
              key={report.id}
              type="checkbox"
              id={`handed-report-${report.id}`}
              name={`report-${report.id}`}
              value="YES"
              label={`${report.reference} · ${report.level} ${urgency.levels[report.level]} · ${policeClass(locale, [report])} · ${seoulMoment(report.receivedAt)}`}
              hint={consentOf(report.id)}
              defaultChecked={isTicked(`report-${report.id}`)}
            />
          ))}
        </fieldset>
        {found.people.length > 0 ? (
          <fieldset className="space-y-2">
            <legend className="font-bold">{said.draft.people}</legend>
            {found.people.map(({ id, identity }) => (
              <Choice
                key={id}
                type="checkbox"
                id={`handed-person-${id}`}
                name={`person-${id}`}
                value="YES"
                label={identity.nameKo || identity.namePassport || identity.alias || said.draft.unnamed}
                defaultChecked={isTicked(`person-${id}`)}
              />
            ))}
          </fieldset>
        ) : null}
        <fieldset className="space-y-2">
          <legend className="font-bold">{said.draft.basis}</legend>
          <p className="text-gray-70">{said.basisHint}</p>
          {about(['no-basis'])}
          <div className="grid gap-2 lg:grid-cols-2">
            {BASES.map((basis) => (
              <Choice
                key={basis}
                type="radio"
                id={`handed-basis-${basis}`}
                name="basis"
                value={basis}
                label={said.bases[basis]}
                defaultChecked={typed?.basis === basis}
              />
            ))}
          </div>
        </fieldset>
        <TextArea
          locale={locale}
          name="hand_over_message"
          label={said.draft.message}
          hint={said.draft.messageHint}
          error={TEXT_PROBLEMS.includes(outcome.problem ?? '') ? problem : undefined}
          defaultValue={typed?.hand_over_message}
          rows={3}
        />
        <HandOverScope locale={locale} />
        <Button variant="secondary">{said.draft.submit}</Button>
      </form>
    </details>
  );
}

const TEXT_PROBLEMS: readonly string[] = ['empty', 'too-long', 'unreadable'];
