import { Sentence } from '@/app/_components/sentence';
import { StatusTag, type StatusTone } from '@/app/_components/status-tag';
import { seoulMoment } from '@/lib/i18n/moment';
import { words } from '@/lib/i18n/words';
import type { Referral } from '@/lib/referrals/queries';
import type { ReferralState } from '@/lib/referrals/transitions';
import { HandOverActs } from './hand-over-acts';
import type { HandOversProps } from './hand-overs';
import { policeClass } from './police-class';

const tones: Record<ReferralState, StatusTone> = {
  DRAFT: 'neutral',
  SENT: 'warning',
  DELIVERED: 'warning',
  ACKNOWLEDGED: 'info',
  ACCEPTED: 'info',
  REJECTED: 'danger',
  IN_ACTION: 'info',
  DONE: 'success',
  RECALLED: 'neutral',
};

type Props = HandOversProps & { handOver: Referral };

/** One hand-over: to whom, on what grounds, what happened to it, and what can happen next. */
export function HandOverCard(props: Props) {
  const { locale, handOver, found } = props;
  const said = words(locale).desk.handOvers;
  const { card, states } = said;
  const { agency } = handOver;
  const title = `hand-over-${handOver.number}`;
  const agencySaid = words(locale).desk.agencies;
  const clock = found.clocks.find((one) => one.referralId === handOver.id);
  const stepName = (to: string) => Object.entries(states).find(([code]) => code === to)?.[1] ?? said.released;
  return (
    <article
      aria-labelledby={title}
      data-testid="hand-over"
      className="space-y-3 rounded-lg border border-gray-30 p-4 text-small"
    >
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <h3 id={title} className="text-body! font-bold md:text-body!">
          {locale === 'ko' ? agency.nameKo : agency.nameEn}
        </h3>
        <span data-testid="hand-over-state">
          <StatusTag tone={tones[handOver.state]}>{states[handOver.state]}</StatusTag>
        </span>
        <span className="text-gray-70">{handOver.number}</span>
      </div>
      <dl className="grid gap-x-4 md:grid-cols-[9rem_1fr]">
        {clock ? (
          <>
            <dt className="font-bold text-gray-70">{card.due}</dt>
            <dd>
              {clock.dueAt ? seoulMoment(clock.dueAt) : card.paused}{' '}
              {clock.overdue ? <StatusTag tone="danger">{card.overdue}</StatusTag> : null}
            </dd>
          </>
        ) : null}
        <dt className="font-bold text-gray-70">{card.basis}</dt>
        <dd>{said.bases[handOver.basis]}</dd>
        <dt className="font-bold text-gray-70">{card.mask}</dt>
        <dd>{agencySaid.masks[handOver.mask]}</dd>
        <dt className="font-bold text-gray-70">{card.about}</dt>
        <dd>
          {[card.reports(handOver.reportIds.length), card.people(handOver.personIds.length)].join(', ')}
        </dd>
        <dt className="font-bold text-gray-70">{words(locale).urgency.npaClass}</dt>
        <dd data-testid="hand-over-npa-class">
          {policeClass(
            locale,
            found.reports.filter(({ id }) => handOver.reportIds.includes(id)),
          )}
        </dd>
        <dt className="font-bold text-gray-70">{card.agency}</dt>
        <dd className="whitespace-pre-line">
          <Sentence text={agency.contact ?? agencySaid.noContact} />
          {agency.contact && !agency.verifiedOn ? ` (${agencySaid.unverified})` : ''}
        </dd>
        <dt className="font-bold text-gray-70">{card.message}</dt>
        <dd className="min-w-0 whitespace-pre-line break-words">
          {handOver.withheld ? card.withheld : handOver.message}
        </dd>
      </dl>
      <h4 className="text-small! font-bold md:text-small!">{card.history}</h4>
      <ol>
        {handOver.steps.map((step) => (
          <li key={`${step.to}${step.at.getTime()}`} className="border-b border-gray-10 py-1">
            <span className="font-bold">{stepName(step.to)}</span>{' '}
            <span className="text-gray-70">{card.by(step.by, seoulMoment(step.at))}</span>
            {step.words ? <p className="whitespace-pre-line break-words">{step.words}</p> : null}
          </li>
        ))}
      </ol>
      <HandOverActs {...props} />
    </article>
  );
}
