import type { HALVES } from '@/bin/support/prove/whole/find-halves';

const ONE_CASE = "(select id from cases where state <> 'CLOSED' and level <> 'U1' order by number limit 1)";
const first = (table: string, where = 'true') => `(select id from ${table} where ${where} limit 1)`;
const forget = (act: string) => `delete from audit_entries where act = '${act}'`;
const untold = (kind: string) => `delete from case_events where kind = '${kind}'`;
const keyless = (kind: string) => `delete from data_keys where owner_kind = '${kind}'`;

/**
 * How each half comes to be, had one statement of two been lost: tests/integration/halves.test.ts does it to a world that is whole, and the half has
 * to be found. The triggers and references of the database are off while it is done.
 */
export const BROKEN: Record<keyof typeof HALVES, string> = {
  'account without a role': `delete from staff_roles where staff_id = ${first('staff_accounts')}`,
  'draft without a key': keyless('draft'),
  'section of no draft': 'delete from drafts',
  'chain without entries': "delete from audit_entries where object_kind = 'person'",
  'chain that counts otherwise': 'update audit_chains set count = count + 1',
  'report without sections': 'delete from report_sections',
  'report without urgency': 'delete from report_urgency',
  'report without a key': keyless('report'),
  'report that the audit does not know': forget('report.received'),
  'report that no search will find': "delete from search_due where owner_kind = 'report'",
  'report that does not stand where its last step led':
    "update reports set state = 'SCREENING' where state = 'PROMOTED'",
  'step of a report that does not go on from the one before':
    "delete from report_transitions where to_state = 'SCREENING'",
  'step of a report without its audit entry': forget('report.state'),
  'audit entry of a step that no report took': 'delete from report_transitions',
  'note without its audit entry': forget('report.note'),
  'audit entry of a note that is not there': 'delete from notes',
  'facts by staff without their audit entry': forget('report.facts'),
  'audit entry of facts that are not there': 'update report_sections set by_staff = false',
  'message to a reporter without its audit entry': forget('report.message'),
  'audit entry of a message that is not there': 'delete from messages',
  'level of a report set by hand without its audit entry': forget('report.level'),
  'report that is not at the level set last': "update reports set level = 'U5' where level_manual",
  'report that is not theirs to whom it was given last': 'update reports set assigned_to = null',
  'stepping back from a report that its audit does not tell': 'delete from report_recusals',
  'decision on a request without its audit entry': forget('request.decided'),
  'withdrawal that was granted and not done': "delete from report_transitions where to_state = 'WITHDRAWN'",
  'release of contact that its report does not know': 'update reports set contact_released_at = null',
  'release of contact without its audit entry': forget('contact.released'),
  'end of a release without its audit entry': forget('contact.barred'),
  'case that was not opened once': untold('OPENED'),
  'case without a key': keyless('case'),
  'case number left out or given twice': 'update case_numbers set last = last + 1',
  'case with words that no search will find': "delete from search_due where owner_kind = 'case'",
  'timeline and audit that tell different things': forget('case.note'),
  'case whose version lags behind its timeline': `update cases set version = version - 1 where id = ${ONE_CASE}`,
  'case that does not stand where its last step led':
    "update cases set state = 'AFTERCARE' where state = 'TRIAGED'",
  'step of a case that does not go on from the one before':
    "delete from case_events where kind = 'STATE' and to_code = 'TRIAGED'",
  'case that ended otherwise than the audit says':
    "update cases set disposition = 'RETURNED_SAFE' where state = 'CLOSED'",
  'case that is not theirs to whom it was given last': `update cases set assigned_to = null where id in (select case_id from case_events where kind = 'ASSIGNED')`,
  'somebody who was given a case and not told': "delete from outbox where dedupe like 'assigned/%'",
  'press that took what was given to nobody':
    "delete from audit_entries where act in ('report.assigned','case.assigned')",
  'stepping back that the timeline does not tell': 'delete from case_recusals',
  'legal hold that the timeline does not tell': 'update cases set legal_hold = not legal_hold',
  'level of a case set by hand without its entry in the timeline': untold('LEVEL'),
  'level in the timeline that nobody set': "delete from level_changes where source = 'MANUAL'",
  'case that is not at the level set last': `update cases set level = 'U5' where id in (select case_id from case_events where kind = 'LEVEL')`,
  'clock of a case at another level':
    "update clocks set level = 'U4' where case_id is not null and met_at is null",
  'case without its clocks': "delete from clocks where kind = 'WORD'",
  'clock that runs twice': `insert into clocks (id, case_id, kind, level, started_at)
    select gen_random_uuid(), case_id, kind, level, started_at from clocks where case_id is not null and met_at is null`,
  'clock that runs in a closed case':
    "update clocks set met_at = null where case_id in (select id from cases where state = 'CLOSED')",
  'triage that is still waited for, or no longer':
    "update clocks set met_at = now() where kind = 'TRIAGE' and case_id is not null",
  're-assessment that nobody needs, or that somebody does not get': "update persons set safety = 'DECEASED'",
  'clock that stands still without a hold, or runs in spite of one': 'update clocks set paused_at = null',
  'case that is due at another time than its clocks or its hold': 'update cases set next_due_at = null',
  'open case without a report': 'delete from case_reports',
  'report in a case whose state does not say so':
    "update reports set state = 'SCREENING' where state in ('PROMOTED','LINKED')",
  'promoted or linked report that is in no case': 'delete from case_reports',
  'report that came into a case, or left it, without its entry in the timeline': untold('REPORT_UNLINKED'),
  'clock of a report that runs although it is in a case':
    'update clocks set met_at = null where report_id is not null',
  'contact that is barred in a report and free in its case':
    'update cases set do_not_contact = not do_not_contact',
  'task without its entry in the timeline': untold('TASK_DONE'),
  'somebody who was given a task and not told': "delete from outbox where dedupe like 'task/%'",
  'person without a key': keyless('person'),
  'person of no case': 'delete from case_persons',
  'person that the audit does not know': forget('person.added'),
  'person who came into a case, or left it, without an entry in the timeline': untold('PERSON_REMOVED'),
  'fact about a person without its entry in the timeline': untold('SAFETY'),
  'fact about a person without its audit entry': forget('person.identity'),
  'person whose safety is not what was established last': "update persons set safety = 'UNKNOWN'",
  'person whose version is not the number of changes': 'update persons set version = version + 1',
  'site without a key': keyless('site'),
  'site that nothing finds': 'delete from site_keys',
  'site that the audit does not know, or counts otherwise': 'update sites set version = version + 1',
  'site that came into a case, or left it, without its entry in the timeline': untold('SITE_REMOVED'),
  'return without a key, or of nobody': 'delete from return_persons',
  'return that does not stand where the audit says': "update returns set state = 'CANCELLED'",
  'return whose 30 days do not run in a case, or run on': "delete from clocks where kind = 'RETURN'",
  'person who came along, answered or left without an entry in the timeline': untold('RETURN_ANSWER'),
  'hand-over number left out or given twice': 'update referrals set serial = serial + 1',
  'hand-over that does not stand where the timeline says': "update referrals set state = 'DONE'",
  'hand-over that was sent and is not dated': 'update referrals set sent_at = null',
  'hand-over whose clock never ran': "delete from clocks where kind = 'AGENCY'",
  'hand-over whose clock does not run, or runs on': "update clocks set met_at = now() where kind = 'AGENCY'",
  'hand-over that was sent while its case is waiting for one':
    "update clocks set met_at = null where kind = 'REFERRAL'",
  'request for a second person that the audit does not know': forget('approval.asked'),
  'decision of a second person that the audit does not know, or knows alone': forget('approval.decided'),
  'request about a case without its entry in the timeline': untold('APPROVAL_ASKED'),
  'decision of which who asked was not told': "delete from outbox where dedupe like 'approval/%'",
  'closing that was agreed to and not done':
    "delete from case_events where kind = 'STATE' and to_code = 'CLOSED'",
  'lowering that was agreed to and not done': 'delete from level_changes where second_id is not null',
  'lowering from U1 or U2 by one person': 'update level_changes set second_id = null',
  'release of contact that was agreed to and not done': 'delete from contact_releases',
};
