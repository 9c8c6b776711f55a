import { casePage, chance, type Desk, reportPage } from './desk';
import type { Hand } from './hand';
import { screen, workOnReport } from './report-stories';

const ON_CASE = 'cases/[number]/';
const told = (number: string, kind: string, more = '') => ({
  statement: `select 1 from case_events e join cases c on c.id = e.case_id where c.number = $1 and e.kind = $2 ${more}`,
  values: [number, kind],
});
const EVENT = { case_events: 1 };

/** From a report to a case that is closed: what a crew does with a matter, in the order it does it. */
export async function workOnCase(desk: Desk): Promise<void> {
  const { worker, lead } = desk.crew;
  const reference = await workOnReport(desk);
  const number = await promote(desk, reference);
  const here = { by: worker, path: casePage(number) };
  const step = (action: string) =>
    desk.act({
      ...here,
      action: `${ON_CASE}workflow-actions.ts#stepCaseAction`,
      marks: 'step_reason',
      typed: { action },
      rows: EVENT,
    });
  await step('TRIAGE');
  await desk.act({
    ...here,
    action: `${ON_CASE}work-actions.ts#addCaseNoteAction`,
    marks: 'note',
    rows: EVENT,
  });
  await desk.act({
    ...here,
    by: lead,
    action: `${ON_CASE}team-actions.ts#assignCaseAction`,
    typed: { assign: worker.member.id },
    counted: told(number, 'ASSIGNED'),
  });
  await desk.act({
    ...here,
    action: `${ON_CASE}work-actions.ts#addTaskAction`,
    marks: 'task',
    typed: { task_due: '+3d', task_owner: lead.member.id },
    rows: { case_tasks: 1 },
  });
  await desk.act({
    ...here,
    action: `${ON_CASE}work-actions.ts#finishTaskAction`,
    counted: told(number, 'TASK_DONE'),
  });
  await lower(desk, number);
  await withPeople(desk, number);
  await step('VERIFY');
  await handOver(desk, number);
  await linkAndUnlink(desk, number);
  await close(desk, number);
}

async function promote(desk: Desk, reference: string): Promise<string> {
  const { worker } = desk.crew;
  const { answer } = await desk.act({
    by: worker,
    path: reportPage(reference),
    action: 'reports/[reference]/case-actions.ts#promoteAction',
    counted: {
      statement:
        'select 1 from case_reports l join reports r on r.id = l.report_id join case_events e on e.case_id = l.case_id where r.reference = $1 and e.kind = $2',
      values: [reference, 'OPENED'],
    },
  });
  const number = /CA-\d{4}-\d+/.exec(answer.location)?.[0];
  if (!number) throw new Error(`promoting ${reference} led to ${answer.location}`);
  return number;
}

/** The level comes down with a second person's word. */
async function lower(desk: Desk, number: string): Promise<void> {
  const path = casePage(number);
  const asked = await desk.act({
    by: desk.crew.worker,
    path,
    action: `${ON_CASE}workflow-actions.ts#setLevelAction`,
    marks: 'level_reason',
    typed: { level: 'U3' },
    rows: { approvals: 1 },
  });
  await desk.agree(asked, path, { level_changes: 1, case_events: 1 }, true);
}

async function withPeople(desk: Desk, number: string): Promise<void> {
  const { worker } = desk.crew;
  const page = (path: string) => ({ by: worker, path: `${casePage(number)}/${path}` });
  await desk.act({
    ...page('people/new'),
    action: `${ON_CASE}_people/actions.ts#addPersonAction`,
    marks: 'person_name_ko',
    typed: { person_birth: '' },
    rows: { persons: 1 },
  });
  const personId = await personOf(worker, number);
  await desk.act({
    ...page(`people/${personId}`),
    action: `${ON_CASE}_people/actions.ts#recordSafetyAction`,
    marks: 'safety_note',
    typed: { safety_value: 'CONFINED', safety_source: 'WITNESS' },
    rows: { person_facts: 1 },
  });
  await desk.act({
    ...page('sites/new'),
    action: `${ON_CASE}_sites/actions.ts#recordSiteAction`,
    marks: 'site_name',
    typed: { act: 'record', site_point: '', site_choice: 'NEW' },
    rows: { sites: 1, case_events: 1 },
  });
  await desk.act({
    ...page('returns/new'),
    action: `${ON_CASE}_returns/actions.ts#planReturnAction`,
    marks: 'return_flight',
    typed: { return_planned_at: '' },
    rows: { returns: 1 },
  });
}

async function personOf(by: Hand, number: string): Promise<string> {
  const page = await by.open(casePage(number));
  const id = new RegExp(`${number}/people/([0-9a-f-]{36})`).exec(page.text)?.[1];
  if (!id) throw new Error(`nobody in ${number}`);
  return id;
}

async function handOver(desk: Desk, number: string): Promise<void> {
  const { worker, lead } = desk.crew;
  const path = `${casePage(number)}/hand-overs`;
  const acts = `${ON_CASE}hand-over-actions.ts#`;
  await desk.act({
    by: worker,
    path,
    action: `${acts}draftReferralAction`,
    marks: 'hand_over_message',
    typed: { agency: desk.agencyId, basis: 'LIFE_IN_DANGER' },
    rows: { referrals: 1 },
  });
  await desk.act({
    by: lead,
    path,
    action: `${acts}sendReferralAction`,
    counted: told(number, 'REFERRAL', "and e.to_code = 'SENT'"),
  });
  const page = await worker.open(path);
  const words = /name="(words-[0-9a-f-]{36})"/.exec(page.text)?.[1];
  if (!words) throw new Error(`nothing was handed over in ${number}`);
  await desk.act({
    by: worker,
    path,
    action: `${acts}stepReferralAction`,
    marks: words,
    typed: { action: 'ACKNOWLEDGE' },
    rows: EVENT,
  });
}

async function linkAndUnlink(desk: Desk, number: string): Promise<void> {
  const reference = await screen(desk);
  const here = { by: desk.crew.worker, path: casePage(number) };
  await desk.act({
    ...here,
    action: `${ON_CASE}work-actions.ts#linkReportAction`,
    typed: { link: reference },
    counted: {
      statement: 'select 1 from case_reports l join reports r on r.id = l.report_id where r.reference = $1',
      values: [reference],
    },
  });
  await desk.act({
    ...here,
    action: `${ON_CASE}work-actions.ts#unlinkReportAction`,
    marks: 'unlink_reason',
    typed: { unlink: reference },
    rows: { ...EVENT, report_transitions: 1 },
  });
}

async function close(desk: Desk, number: string): Promise<void> {
  const { worker, lead } = desk.crew;
  const here = { by: worker, path: casePage(number) };
  await desk.act({
    ...here,
    action: `${ON_CASE}workflow-actions.ts#holdCaseAction`,
    marks: 'hold_reason',
    typed: { hold_until: '+3d' },
    rows: EVENT,
  });
  await desk.act({
    ...here,
    action: `${ON_CASE}workflow-actions.ts#stepCaseAction`,
    marks: 'step_reason',
    typed: { action: 'RESUME' },
    rows: EVENT,
  });
  // Somebody in it is held, so that every way to end it takes two people.
  const closing = await desk.act({
    ...here,
    action: `${ON_CASE}workflow-actions.ts#closeCaseAction`,
    marks: 'close_reason',
    typed: { disposition: chance(2) ? 'DUPLICATE_GROUPED' : 'UNRESOLVED_DORMANT' },
    rows: { approvals: 1 },
  });
  await desk.agree(closing, here.path, EVENT, true);
  await desk.act({
    ...here,
    by: lead,
    action: `${ON_CASE}workflow-actions.ts#stepCaseAction`,
    marks: 'step_reason',
    typed: { action: 'REOPEN' },
    rows: EVENT,
  });
}

/** Everybody at once on one case: notes never meet, of two who change the case itself the later is refused. */
export async function workTogether(desk: Desk): Promise<void> {
  const { worker, lead } = desk.crew;
  const path = casePage(desk.shared);
  await desk.act({
    by: worker,
    path,
    action: `${ON_CASE}work-actions.ts#addCaseNoteAction`,
    marks: 'note',
    rows: EVENT,
  });
  await desk.act({
    by: lead,
    path,
    action: `${ON_CASE}team-actions.ts#setLegalHoldAction`,
    marks: 'legal_reason',
    rows: EVENT,
  });
}
