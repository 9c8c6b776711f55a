import { Button } from '@/app/_components/button';
import { TextArea } from '@/app/_components/text-area';
import { isCaseCode } from '@/lib/cases/code-lists';
import { caseWord } from '@/lib/cases/code-words';
import { seoulMoment } from '@/lib/i18n/moment';
import { words } from '@/lib/i18n/words';
import type { Approval } from '@/lib/staff/approvals/queries';
import { isLevel } from '@/lib/urgency/levels';
import { BlockTitle } from '../../../_desk/page-title';
import { cancelApprovalAction, decideApprovalAction } from '../work-actions';
import { ActForm } from './act-form';
import { type CasePage, may, REASON_PROBLEMS, wrong } from './case-page';

/** What waits for a second person, first; what was decided before, out of the way. */
export function Approvals({ page }: { page: CasePage }) {
  const { approvals: said, sections } = words(page.locale).desk.case;
  const waiting = page.found.approvals.filter(({ state }) => state === 'PENDING');
  const past = page.found.approvals.filter(({ state }) => state !== 'PENDING');
  return (
    <section aria-labelledby="approvals" className="space-y-3">
      <BlockTitle id="approvals">{sections.approvals}</BlockTitle>
      {waiting.length === 0 ? <p className="text-small">{said.none}</p> : null}
      {waiting.map((asked) => (
        <Waiting key={asked.id} page={page} asked={asked} />
      ))}
      {past.length > 0 ? (
        <details className="text-small">
          <summary className="flex min-h-11 cursor-pointer items-center">{said.past(past.length)}</summary>
          <ul>
            {past.map((asked) => (
              <li key={asked.id} className="border-b border-gray-10 py-1">
                <Asked page={page} asked={asked} />
                <p>
                  {asked.decidedAt && asked.decidedByName
                    ? said.decided(
                        said.states[asked.state],
                        asked.decidedByName,
                        seoulMoment(asked.decidedAt),
                      )
                    : said.states[asked.state]}
                </p>
                {asked.answer ? <p className="whitespace-pre-line">{asked.answer}</p> : null}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </section>
  );
}

function Asked({ page, asked }: { page: CasePage; asked: Approval }) {
  const { locale, agencies } = page;
  const { urgency, desk } = words(locale);
  const said = desk.case.approvals;
  const { disposition, level, referral } = asked.payload;
  const what = [
    isCaseCode('disposition', disposition) ? caseWord(locale, 'disposition', disposition) : '',
    isLevel(level) ? `${level} ${urgency.levels[level]}` : '',
    typeof referral === 'string' ? (agencies[referral] ?? '') : '',
  ].filter(Boolean);
  return (
    <>
      <p>
        <strong>{[said.acts[asked.act], ...what].join(' · ')}</strong>
      </p>
      <p className="text-gray-70">{said.asked(asked.requestedByName, seoulMoment(asked.requestedAt))}</p>
      {asked.reason ? <p className="whitespace-pre-line">{asked.reason}</p> : null}
    </>
  );
}

/** Decided by another than who asked; who asked may take it back. */
function Waiting({ page, asked }: { page: CasePage; asked: Approval }) {
  const { approvals: said } = words(page.locale).desk.case;
  return (
    <div className="space-y-3 rounded-lg border border-warning-60 bg-warning-5 p-4 text-small" data-tint="">
      <div>
        <Asked page={page} asked={asked} />
        <p>{said.expires(seoulMoment(asked.expiresAt))}</p>
      </div>
      {asked.problem === null ? <Decide page={page} asked={asked} /> : null}
      {asked.problem === 'same-person' ? <p>{said.own}</p> : null}
      {asked.problem === 'forbidden' ? <p>{said.notYours}</p> : null}
      {asked.requestedBy === page.actor.id && may(page, 'approval.request') ? (
        <ActForm page={page} action={cancelApprovalAction}>
          <input type="hidden" name="approval" value={asked.id} />
          <Button variant="secondary">{said.cancel}</Button>
        </ActForm>
      ) : null}
    </div>
  );
}

function Decide({ page, asked }: { page: CasePage; asked: Approval }) {
  const { locale, typed } = page;
  const { approvals: said } = words(locale).desk.case;
  const answer = `answer_${asked.act}`;
  const own = typed.decide?.approval === asked.id ? typed.decide : undefined;
  return (
    <ActForm page={page} action={decideApprovalAction}>
      <input type="hidden" name="approval" value={asked.id} />
      <input type="hidden" name="act" value={asked.act} />
      <TextArea
        locale={locale}
        name={answer}
        label={said.answer}
        error={own ? wrong(page, 'decide', REASON_PROBLEMS) : undefined}
        defaultValue={own?.[answer]}
        rows={1}
      />
      <div className="flex flex-wrap gap-2">
        <Button variant="secondary" name="decision" value="APPROVE">
          {said.approve}
        </Button>
        <Button variant="secondary" name="decision" value="DECLINE">
          {said.decline}
        </Button>
      </div>
    </ActForm>
  );
}
