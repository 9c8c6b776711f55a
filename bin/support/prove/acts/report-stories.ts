import { type Desk, reportPage } from './desk';

const ON_REPORT = 'reports/[reference]/';
const step = (reference: string, to: string) => ({
  statement: `select 1 from report_transitions t join reports r on r.id = t.report_id where r.reference = $1 and t.from_state = 'RECEIVED' and t.to_state = $2`,
  values: [reference, to],
});
const given = (reference: string, staffId: string) => ({
  statement: `select 1 from audit_entries a join reports r on r.id = a.object_id
    where r.reference = $1 and a.act = 'report.assigned' and a.detail->>'staff' = $2`,
  values: [reference, staffId],
});

/** Every question of the page but one: filled in at random they would be answered badly, or raise the level. */
const UNANSWERED = Object.fromEntries(
  [
    ...['situation', 'harm_now', 'control', 'people_count', 'minors_present', 'latitude', 'longitude'],
    ...['year', 'month', 'day', 'time', 'unknown'].map((part) => `deadline_${part}`),
  ].map((name) => [name, '']),
);

/** A new report comes to be read and judged; answers its reference. */
export async function screen(desk: Desk): Promise<string> {
  const { intake } = desk.crew;
  const reference = await desk.file();
  await desk.act({
    by: intake,
    path: reportPage(reference),
    action: `${ON_REPORT}actions.ts#changeStateAction`,
    typed: { action: 'SCREEN', reason: '' },
    counted: step(reference, 'SCREENING'),
  });
  return reference;
}

/** What intake does with a report before it is anybody's case. */
export async function workOnReport(desk: Desk): Promise<string> {
  const { intake } = desk.crew;
  const reference = await screen(desk);
  const here = { by: intake, path: reportPage(reference) };
  await desk.act({
    ...here,
    action: `${ON_REPORT}actions.ts#addNoteAction`,
    marks: 'note',
    rows: { notes: 1 },
  });
  await desk.act({
    ...here,
    path: `${reportPage(reference)}/facts/now`,
    action: `${ON_REPORT}facts/[section]/actions.ts#recordFactsAction`,
    marks: 'narrative',
    typed: UNANSWERED,
    rows: { report_sections: 1 },
  });
  await desk.act({
    ...here,
    action: `${ON_REPORT}actions.ts#sendMessageAction`,
    marks: 'message',
    typed: { act: 'send' },
    rows: { messages: 1 },
  });
  await desk.act({
    ...here,
    action: `${ON_REPORT}case-actions.ts#assignAction`,
    typed: { act: 'take' },
    counted: given(reference, intake.member.id),
  });
  await desk.act({
    ...here,
    action: `${ON_REPORT}case-actions.ts#setLevelAction`,
    marks: 'level_reason',
    typed: { level: 'U1' },
    rows: { level_changes: 1 },
  });
  return reference;
}

/** Contact is released by two people, barred again, and released by one who breaks the glass. */
export async function releaseContact(desk: Desk): Promise<void> {
  const reference = desk.pool.risky.pop();
  if (!reference) return;
  const { worker, lead } = desk.crew;
  const path = reportPage(reference);
  const asked = await desk.act({
    by: worker,
    path,
    action: `${ON_REPORT}contact-actions.ts#requestReleaseAction`,
    marks: 'release_reason',
    rows: { approvals: 1 },
  });
  await desk.agree(asked, path, { contact_releases: 1 }, false);
  await desk.act({
    by: worker,
    path,
    action: `${ON_REPORT}contact-actions.ts#barContactAction`,
    counted: {
      statement: `select 1 from audit_entries a join reports r on r.id = a.object_id where r.reference = $1 and a.act = 'contact.barred'`,
      values: [reference],
    },
  });
  await desk.act({
    by: lead,
    path,
    action: `${ON_REPORT}contact-actions.ts#breakGlassAction`,
    marks: 'glass_reason',
    rows: { contact_releases: 1 },
  });
}

/** A reporter asked to withdraw, and is let. */
export async function grantWithdrawal(desk: Desk): Promise<void> {
  const reference = desk.pool.withdrawing.pop();
  if (!reference) return;
  await desk.act({
    by: desk.crew.intake,
    path: reportPage(reference),
    action: `${ON_REPORT}actions.ts#decideRequestAction`,
    marks: 'answer_WITHDRAW',
    typed: { decision: 'GRANTED' },
    rows: { 'report_requests.answer': 1, report_transitions: 1 },
  });
}

/** Three at once: taken, and then put aside for one reason. */
export async function doInBulk(desk: Desk): Promise<void> {
  const references = desk.pool.quiet.splice(0, 3);
  if (references.length < 3) return;
  const { lead } = desk.crew;
  const items = references.map((reference) => `item=${reference}`).join('&');
  await desk.act({
    by: lead,
    path: `/ko/staff/bulk?act=MARK_ABUSE&${items}`,
    action: 'bulk/actions.ts#doBulkAction',
    marks: 'reason',
    rows: { report_transitions: 3 },
  });
}
