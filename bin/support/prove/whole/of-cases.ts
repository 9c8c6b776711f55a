import { EVENT_KINDS } from '@/lib/cases/event-kinds';

/** Entries of the timeline that leave the case's own row as it is; every other one raises its version. */
const BESIDE = `(e.kind in ('NOTE','TASK','TASK_DONE','PERSON_CHANGED','APPROVAL_ASKED','APPROVAL_DECIDED','REPORT_ERASED','PERSON_ERASED')
  or (e.kind = 'REFERRAL' and e.to_code in ('DRAFT','RELEASED')) or (e.kind = 'RECUSED' and e.to_code = 'LIFTED')
  or (e.kind = 'RETURN_ANSWER' and e.to_code is null))`;
const actOf = (kind: string) => `'case.${kind.toLowerCase().replaceAll('_', '-')}'`;
const ACT = "('case.' || replace(lower(e.kind), '_', '-'))";
/** Emptied since, when somebody was erased whom it was about; that transaction is not the one in which it was made. */
const EMPTIED =
  "e.kind <> 'PERSON_ERASED' and e.xmin in (select a.xmin from audit_entries a where a.act = 'person.erased')";
/** A clock of a case that has not been stopped. */
const RUNS = 'k.case_id = c.id and k.met_at is null';
const newest = (column: string, where: string) =>
  `(select e.${column} from case_events e where e.case_id = c.id and ${where} order by e.seq desc limit 1)`;

/** The case itself, its timeline, its clocks and what it is made of. */
export const OF_CASES = {
  'case that was not opened once':
    "select c.id from cases c where (select count(*) from case_events e where e.case_id = c.id and e.kind = 'OPENED') <> 1",
  'case without a key':
    "select c.id from cases c where not exists (select 1 from data_keys k where k.owner_kind = 'case' and k.owner_id = c.id)",
  'case number left out or given twice': `select n.year from case_numbers n
    where n.last <> (select count(*) from cases c where c.number like 'CA-' || n.year || '-%')
      or n.last <> (select max(right(c.number, 6)::int) from cases c where c.number like 'CA-' || n.year || '-%')`,
  'case with words that no search will find': `select c.id from cases c
    where exists (select 1 from case_events e where e.case_id = c.id and e.sealed is not null)
      and not exists (select 1 from search_due d where d.owner_kind = 'case' and d.owner_id = c.id)
      and not exists (select 1 from search_documents d where d.owner_kind = 'case' and d.owner_id = c.id)`,
  'timeline and audit that tell different things': `
    with emptied as (select distinct e.case_id as id, ${ACT} as act from case_events e where ${EMPTIED}),
    told as (select e.case_id as id, ${ACT} as act, case when (e.case_id, ${ACT}) in (select id, act from emptied) then '' else e.xmin::text end as tx,
      count(*) as n from case_events e group by 1, 2, 3),
    recorded as (select a.object_id as id, a.act, case when (a.object_id, a.act) in (select id, act from emptied) then '' else a.xmin::text end as tx,
      count(*) as n from audit_entries a where a.object_kind = 'case' and a.act in (${EVENT_KINDS.map(actOf).join(', ')}) group by 1, 2, 3)
    select coalesce(told.id, recorded.id) from told full join recorded using (id, act, tx) where told.n is distinct from recorded.n`,
  'case whose version lags behind its timeline': `select c.id from cases c
    where c.version < 1 + (select count(distinct e.xmin::text) from case_events e where e.case_id = c.id and not ${BESIDE} and not (${EMPTIED}))`,
  'case that does not stand where its last step led': `select c.id from cases c
    where c.state is distinct from ${newest('to_code', "e.kind in ('OPENED','STATE')")}
      or c.state_changed_at is distinct from
        coalesce(${newest('at', "e.kind = 'STATE'")}, c.state_changed_at)`,
  'step of a case that does not go on from the one before': `select s.id from (
      select e.id, e.kind, e.from_code, lag(e.to_code) over (partition by e.case_id order by e.seq) as before
      from case_events e where e.kind in ('OPENED','STATE')) s
    where s.kind = 'STATE' and s.from_code is distinct from s.before`,
  'case that ended otherwise than the audit says': `select c.id from cases c where c.state = 'CLOSED'
      and c.disposition is distinct from (select a.detail->>'disposition' from audit_entries a
        where a.object_kind = 'case' and a.object_id = c.id and a.act = 'case.state' order by a.seq desc limit 1)`,
  'case that is not theirs to whom it was given last': `select c.id from cases c
      join lateral (select e.seq, e.ref_id from case_events e where e.case_id = c.id and e.kind = 'ASSIGNED'
        order by e.seq desc limit 1) given on true
    where c.assigned_to is distinct from case when exists (select 1 from case_events e where e.case_id = c.id and e.kind = 'RECUSED'
        and e.to_code is null and e.ref_id = given.ref_id and e.seq > given.seq) then null else given.ref_id end`,
  'somebody who was given a case and not told': `select e.id from case_events e
    where e.kind = 'ASSIGNED' and e.ref_id <> e.staff_id
      and not exists (select 1 from outbox o where o.dedupe = 'assigned/' || e.id || '/' || e.ref_id)`,
  'press that took what was given to nobody': `select t.id from taken_items t
    where not exists (select 1 from audit_entries a where a.object_id = t.item_id and a.xmin = t.xmin
      and a.act in ('report.assigned','case.assigned'))`,
  'stepping back that the timeline does not tell': `
    with stands as (select distinct on (e.case_id, e.ref_id) e.case_id, e.ref_id, e.to_code from case_events e
      where e.kind = 'RECUSED' order by e.case_id, e.ref_id, e.seq desc)
    select coalesce(s.case_id, r.case_id) from (select * from stands where to_code is null) s
      full join case_recusals r on r.case_id = s.case_id and r.staff_id = s.ref_id
    where s.case_id is null or r.case_id is null`,
  'legal hold that the timeline does not tell': `select c.id from cases c
    where c.legal_hold <> coalesce(${newest('to_code', "e.kind = 'LEGAL_HOLD'")} = 'HELD', false)`,
  'level of a case set by hand without its entry in the timeline': `select l.id from level_changes l
    where l.case_id is not null and l.source = 'MANUAL'
      and not exists (select 1 from case_events e where e.case_id = l.case_id and e.kind = 'LEVEL' and e.ref_id = l.id
        and e.xmin = l.xmin and e.to_code = l.to_level)`,
  'level in the timeline that nobody set': `select e.id from case_events e
    where e.kind = 'LEVEL' and e.from_code <> e.to_code
      and not exists (select 1 from level_changes l where l.id = e.ref_id and l.xmin = e.xmin)`,
  'case that is not at the level set last': `select c.id from cases c
      join lateral (select e.to_code, e.at from case_events e where e.case_id = c.id and e.kind = 'LEVEL'
        order by e.seq desc limit 1) last on true
    where c.level <> last.to_code
      and not exists (select 1 from level_changes l where l.case_id = c.id and l.source = 'COMPUTED' and l.at >= last.at)`,
  'clock of a case at another level': `select k.id from clocks k join cases c on c.id = k.case_id
    where k.met_at is null and k.level <> c.level`,
  'case without its clocks': `select c.id from cases c
    where (select count(distinct k.kind) from clocks k where k.case_id = c.id
      and k.kind in ('TRIAGE','REFERRAL','WORD','REASSESS')) < 4`,
  'clock that runs twice': `select k.case_id from clocks k
    where k.case_id is not null and k.met_at is null
    group by k.case_id, k.kind, k.referral_id, k.return_id having count(*) > 1`,
  'clock that runs in a closed case': `select c.id from cases c
    where c.state = 'CLOSED' and exists (select 1 from clocks k where ${RUNS})`,
  'triage that is still waited for, or no longer': `select c.id from cases c where c.state <> 'CLOSED'
      and (coalesce(c.held_from, c.state) in ('NEW','REOPENED'))
        <> exists (select 1 from clocks k where ${RUNS} and k.kind = 'TRIAGE')`,
  're-assessment that nobody needs, or that somebody does not get': `select c.id from cases c where c.state <> 'CLOSED'
      and exists (select 1 from clocks k where ${RUNS} and k.kind = 'REASSESS')
        = (select coalesce(bool_and(p.safety in ('RETURNED','DECEASED')), false) from case_persons here join persons p on p.id = here.person_id
          where here.case_id = c.id and here.removed_at is null)`,
  'clock that stands still without a hold, or runs in spite of one': `select k.id from clocks k join cases c on c.id = k.case_id
    where k.met_at is null and (k.paused_at is not null) <> (c.state = 'ON_HOLD' and c.level <> 'U1')`,
  'case that is due at another time than its clocks or its hold': `select c.id from cases c
    where c.next_due_at is distinct from least((select min(k.due_at) from clocks k where ${RUNS}),
        case when c.state = 'ON_HOLD' then c.held_until end)
      or c.agency_due_at is distinct from (select min(k.due_at) from clocks k where ${RUNS} and k.kind = 'AGENCY')`,
  'open case without a report': `select c.id from cases c where c.state <> 'CLOSED'
      and not exists (select 1 from case_reports l where l.case_id = c.id and l.unlinked_at is null)`,
  'report in a case whose state does not say so': `select l.id from case_reports l join reports r on r.id = l.report_id
    where l.unlinked_at is null and r.state not in ('PROMOTED','LINKED','WITHDRAWN')`,
  'promoted or linked report that is in no case': `select r.id from reports r where r.state in ('PROMOTED','LINKED')
      and not exists (select 1 from case_reports l where l.report_id = r.id and l.unlinked_at is null)`,
  'report that came into a case, or left it, without its entry in the timeline': `select l.id from case_reports l
    where not exists (select 1 from case_events e where e.case_id = l.case_id and e.kind = 'REPORT_LINKED'
        and e.ref_id = l.report_id and e.at = l.linked_at)
      or (l.unlinked_at is not null and not exists (select 1 from case_events e where e.case_id = l.case_id
        and e.kind = 'REPORT_UNLINKED' and e.ref_id = l.report_id and e.at = l.unlinked_at))`,
  'clock of a report that runs although it is in a case': `select k.id from clocks k join reports r on r.id = k.report_id
    where k.met_at is null and r.state in ('PROMOTED','LINKED')
      and not (k.kind = 'TRIAGE' and k.started_at > r.state_changed_at and exists (select 1 from report_sections s
        where s.report_id = r.id and s.by_staff))`,
  'contact that is barred in a report and free in its case': `select c.id from cases c where c.state <> 'CLOSED'
      and c.do_not_contact <> exists (select 1 from case_reports l join reports r on r.id = l.report_id
        where l.case_id = c.id and l.unlinked_at is null and r.contact_risk = 'RISKY' and r.contact_released_at is null)`,
  'task without its entry in the timeline': `select t.id from case_tasks t
    where (select count(*) from case_events e where e.kind = 'TASK' and e.ref_id = t.id) <> 1
      or (select count(*) from case_events e where e.kind = 'TASK_DONE' and e.ref_id = t.id) <> (t.done_at is not null)::int`,
  'somebody who was given a task and not told': `select t.id from case_tasks t
    where t.owner_id <> t.created_by and not exists (select 1 from outbox o where o.dedupe = 'task/' || t.id || '/' || t.owner_id)`,
};
