import { randomUUID } from 'node:crypto';
import type { ReactNode } from 'react';
import { Button } from '@/app/_components/button';
import { Choice } from '@/app/_components/choice';
import { FieldError } from '@/app/_components/field-parts';
import { TextArea } from '@/app/_components/text-area';
import { seoulMoment } from '@/lib/i18n/moment';
import { words } from '@/lib/i18n/words';
import { takesSecondPerson } from '@/lib/referrals/agencies/second-person';
import { isAbout } from '@/lib/referrals/asked';
import type { Referral } from '@/lib/referrals/queries';
import { can } from '@/lib/staff/roles';
import { problemOf } from '../../../_desk/act-notice';
import { releaseToBlockedAction, sendReferralAction, stepReferralAction } from '../hand-over-actions';
import { abroadField, reasonField, wordsField } from '../hand-over-place';
import type { HandOversProps } from './hand-overs';

type Props = HandOversProps & { handOver: Referral };

/** What every form over one hand-over carries. */
function Carried({ locale, found, page, handOver, state, submission }: CarriedProps) {
  return (
    <>
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="number" value={found.number} />
      <input type="hidden" name="page" value={page} />
      <input type="hidden" name="referral" value={handOver.id} />
      <input type="hidden" name="seen" value={state} />
      <input type="hidden" name="submission" value={submission ?? randomUUID()} />
    </>
  );
}
/** `state`: what the form was made for, of the case or of the hand-over. */
type CarriedProps = Props & { state: string; submission?: string | undefined };

/** Send, lift a block, record the next step: whatever can be done with it now by who looks. */
export function HandOverActs(props: Props) {
  const { actor, handOver } = props;
  const waitsForRelease = handOver.agency.blocked && !handOver.releasedBy;
  const steps = handOver.actions.filter(({ action }) => action !== 'SEND');
  const maySend = handOver.actions.some(({ action }) => action === 'SEND');
  return (
    <div className="space-y-4">
      {handOver.state === 'DRAFT' && waitsForRelease && can(actor.roles, 'agency.release') ? (
        <Release {...props} />
      ) : null}
      {maySend ? <Send {...props} waitsForRelease={waitsForRelease} /> : null}
      {steps.length > 0 ? <Step {...props} /> : null}
    </div>
  );
}

function Release(props: Props) {
  const { locale, handOver, outcome } = props;
  const said = words(locale).desk.handOvers;
  const typed = ownTyped(props.typed.release, handOver);
  const name = reasonField(handOver.id);
  return (
    <form action={releaseToBlockedAction} noValidate className="space-y-3">
      <Carried {...props} state="" submission={typed?.submission} />
      <TextArea
        locale={locale}
        name={name}
        label={said.release.reason}
        error={typed ? problemOf(locale, outcome, 'hand-over-release', said) : undefined}
        defaultValue={typed?.[name]}
        rows={2}
      />
      <Button variant="secondary">{said.release.submit}</Button>
    </form>
  );
}

function Send(props: Props & { waitsForRelease: boolean }) {
  const { locale, handOver, waitsForRelease, outcome } = props;
  const said = words(locale).desk.handOvers;
  const typed = ownTyped(props.typed.send, handOver);
  const name = abroadField(handOver.id);
  const { agency } = handOver;
  const isHard = takesSecondPerson(agency);
  const asksNow = isHard && !['PENDING', 'APPROVED'].includes(askedFor(props)?.state ?? '');
  if (waitsForRelease) return <p className="font-bold">{said.send.blocked}</p>;
  return (
    <form action={sendReferralAction} noValidate className="space-y-3">
      <Carried {...props} state={props.seen} />
      <Approval {...props} />
      <p>{agency.abroad ? said.send.abroad : isHard ? said.send.unconfirmed : said.send.hint}</p>
      {asksNow ? (
        <TextArea
          locale={locale}
          name={name}
          label={said.send.reason}
          error={typed ? problemOf(locale, outcome, 'hand-over-send', said) : undefined}
          defaultValue={typed?.[name]}
          rows={2}
        />
      ) : null}
      <Button variant="secondary" id="hand-over-send">
        {asksNow ? said.send.ask : said.actions.SEND}
      </Button>
    </form>
  );
}

/** The latest request for a second person to agree to this one. */
const askedFor = ({ found, handOver }: Props) =>
  found.approvals.find((one) => isAbout(one, handOver.id, handOver.agency.version));

/** Whether a second person has been asked about this one, and has agreed. */
function Approval(props: Props): ReactNode {
  const { locale } = props;
  const { card } = words(locale).desk.handOvers;
  const asked = askedFor(props);
  if (asked?.state === 'APPROVED') return <p className="font-bold">{card.agreed}</p>;
  if (asked?.state !== 'PENDING') return null;
  return <p className="font-bold">{card.waits(asked.requestedByName, seoulMoment(asked.expiresAt))}</p>;
}

function Step(props: Props) {
  const { locale, handOver, outcome } = props;
  const said = words(locale).desk.handOvers;
  const typed = ownTyped(props.typed.step, handOver);
  const problem = typed ? problemOf(locale, outcome, 'hand-over-step', said) : undefined;
  const ofAction = outcome.problem === 'no-action' ? problem : undefined;
  return (
    <details open={typed !== null}>
      <summary className="min-h-11 cursor-pointer py-2 font-bold">{said.step.submit}</summary>
      <form action={stepReferralAction} noValidate className="space-y-3">
        <Carried {...props} state={handOver.state} submission={typed?.submission} />
        <fieldset className="space-y-2" aria-describedby={ofAction && `action-${handOver.number}-error`}>
          <legend className="font-bold">{said.step.legend}</legend>
          <FieldError locale={locale} name={`action-${handOver.number}`} error={ofAction} />
          <div className="flex flex-wrap gap-2">
            {handOver.actions.map(({ action }) =>
              action === 'SEND' ? null : (
                <Choice
                  key={action}
                  type="radio"
                  id={`${action}-${handOver.number}`}
                  name="action"
                  value={action}
                  label={said.actions[action]}
                  defaultChecked={typed?.action === action}
                />
              ),
            )}
          </div>
        </fieldset>
        <TextArea
          locale={locale}
          name={wordsField(handOver.id)}
          label={said.step.words}
          hint={said.step.hint}
          error={ofAction ? undefined : problem}
          defaultValue={typed?.[wordsField(handOver.id)]}
          rows={2}
        />
        <Button variant="secondary">{said.step.submit}</Button>
      </form>
    </details>
  );
}

const ownTyped = (typed: HandOversProps['typed']['step'], { id }: Referral) =>
  typed?.referral === id ? typed : null;
