import { Button } from '@/app/_components/button';
import { StatusTag, type StatusTone } from '@/app/_components/status-tag';
import { TextArea } from '@/app/_components/text-area';
import { VisuallyHidden } from '@/app/_components/visually-hidden';
import type { ApprovalWithNews } from '@/lib/cases/approving/news/queries';
import { isCaseCode } from '@/lib/cases/code-lists';
import { caseWord } from '@/lib/cases/code-words';
import type { PersonSubject, Subject } from '@/lib/cases/subjects/queries';
import type { Locale } from '@/lib/i18n/locale';
import { seoulMoment } from '@/lib/i18n/moment';
import { words } from '@/lib/i18n/words';
import type { ApprovalState } from '@/lib/staff/approvals/policy';
import type { KeptFields } from '@/lib/staff/kept/queries';
import type { StaffActor } from '@/lib/staff/session';
import { isLevel } from '@/lib/urgency/levels';
import { type Outcome, problemOf } from './act-notice';
import { cancelApprovalAction, decideApprovalAction } from './approval-actions';

/** A request, with the report, the case or the person it is about and, of a hand-over, the agency. */
export type ShownApproval = ApprovalWithNews & {
  about?: Subject | PersonSubject | null;
  agency?: string | null;
};

const tones: Record<ApprovalState, StatusTone> = {
  PENDING: 'warning',
  APPROVED: 'success',
  DECLINED: 'danger',
  EXPIRED: 'neutral',
  CANCELLED: 'neutral',
};

type Props = {
  locale: Locale;
  approval: ShownApproval;
  /** The reference or case number of the page that it stands on, of a person's with their id; empty on the page of all requests. */
  from: string;
  actor: StaffActor;
  typed: KeptFields | null | undefined;
  outcome: Outcome;
};

/** What waits for a second person, or waited: what, why, who asked and until when; decided here by who may. */
export function ApprovalCard({ locale, approval, from, actor, typed, outcome }: Props) {
  const { approvals: said, handOvers } = words(locale).desk;
  const { about, state } = approval;
  return (
    <article
      id={`approval-${approval.id}`}
      data-testid="approval"
      className="space-y-3 rounded-lg border border-gray-30 p-4 text-small"
    >
      <h3 className="flex flex-wrap items-center gap-x-3 text-body! font-bold md:text-body!">
        <StatusTag tone={tones[state]}>{said.states[state]}</StatusTag>
        <span>{whatIsAsked(locale, approval)}</span>
      </h3>
      {about && placeOf(about) !== from ? (
        <p>
          <a
            href={`/${locale}/staff/${pathOf(about)}`}
            className="inline-flex min-h-11 min-w-11 items-center font-bold"
          >
            {said.about[about.kind](about.ref)}
          </a>
        </p>
      ) : null}
      <p className="text-gray-70">
        <span className="whitespace-nowrap">
          {said.asked(approval.requestedByName, seoulMoment(approval.requestedAt))}
        </span>
        {state === 'PENDING' ? (
          <>
            {' · '}
            <span className="whitespace-nowrap">{said.until(seoulMoment(approval.expiresAt))}</span>
          </>
        ) : null}
      </p>
      <p className="whitespace-pre-line">{approval.withheld ? handOvers.card.withheld : approval.reason}</p>
      {state === 'PENDING' && approval.news.all > 0 ? (
        <p className="font-bold" data-testid="news">
          {said.news(approval.news, approval.payload.of === 'person')}
        </p>
      ) : null}
      {approval.decidedAt ? (
        <p className="whitespace-pre-line">
          <span className="font-bold">
            {said.decided(approval.decidedByName ?? '–', seoulMoment(approval.decidedAt))}
          </span>
          {approval.answer ? ` ${approval.answer}` : null}
        </p>
      ) : null}
      {state === 'PENDING' ? (
        <Deciding {...{ locale, approval, from, actor, outcome }} typed={typed} />
      ) : null}
    </article>
  );
}

const placeOf = (about: Subject | PersonSubject) =>
  about.kind === 'person' ? `${about.ref}/${about.id}` : about.ref;

function pathOf(about: Subject | PersonSubject): string {
  if (about.kind === 'person') return `cases/${about.ref}/people/${about.id}`;
  return `${about.kind}s/${about.ref}`;
}

function Deciding({ locale, approval, from, actor, typed, outcome }: Props) {
  const { approvals: said } = words(locale).desk;
  const { id } = approval;
  const hidden = (
    <>
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="from" value={from} />
      <input type="hidden" name="approval" value={id} />
      <input type="hidden" name="news" value={approval.news.mark} />
    </>
  );
  if (approval.requestedBy === actor.id)
    return (
      <form action={cancelApprovalAction} className="flex flex-wrap items-center gap-x-4">
        {hidden}
        <p>{said.own}</p>
        <Button variant="quiet">{said.cancel}</Button>
      </form>
    );
  if (approval.problem) return null;
  const name = `answer-${id}`;
  const problem = outcome.seen === id ? problemOf(locale, outcome, 'approval', said) : undefined;
  return (
    <form action={decideApprovalAction} noValidate className="space-y-3">
      {hidden}
      <TextArea
        locale={locale}
        name={name}
        label={said.answer}
        hint={said.answerHint}
        error={problem}
        defaultValue={typed?.[name]}
        rows={2}
      />
      <div className="flex flex-wrap gap-3">
        <Button variant="secondary" name="decision" value="APPROVED">
          {approval.act === 'ERASE' ? said.approveErasing : said.approve}
          <VisuallyHidden>: {whatIsAsked(locale, approval)}</VisuallyHidden>
        </Button>
        <Button variant="secondary" name="decision" value="DECLINED">
          {said.decline}
          <VisuallyHidden>: {whatIsAsked(locale, approval)}</VisuallyHidden>
        </Button>
      </div>
    </form>
  );
}

/** What was asked for, in one line. */
export function whatIsAsked(
  locale: Locale,
  { act, payload, agency }: Pick<ShownApproval, 'act' | 'payload' | 'agency'>,
): string {
  const { desk, urgency } = words(locale);
  const { acts } = desk.approvals;
  const { level, disposition, number } = payload;
  if (act === 'LOWER_LEVEL')
    return acts.LOWER_LEVEL(isLevel(level) ? `${level} ${urgency.levels[level]}` : '–');
  if (act === 'CLOSE_CASE')
    return acts.CLOSE_CASE(
      isCaseCode('disposition', disposition) ? caseWord(locale, 'disposition', disposition) : '–',
    );
  if (act === 'ERASE') return payload.of === 'person' ? acts.ERASE_PERSON : acts.ERASE;
  return act === 'SEND_ABROAD' ? acts.SEND_ABROAD(agency ?? '–', number ?? '') : acts.RELEASE_CONTACT;
}
