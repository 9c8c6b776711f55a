/** Rows of one transaction have one `xmin`: what belongs together was written together, or not at all. Only for rows that nobody updates later. */
const RECORDED = "a.object_kind = 'report' and a.object_id = r.id";
/** What is erased leaves its audit entries, and the rows they speak of are gone. */
const NOT_ERASED = 'not exists (select 1 from erasures e where e.owner_id = a.object_id)';

/** What was sent, and what is done on a report. */
export const OF_REPORTS = {
  'report without sections':
    'select r.id from reports r where not exists (select 1 from report_sections s where s.report_id = r.id)',
  'report without urgency':
    'select r.id from reports r where not exists (select 1 from report_urgency u where u.report_id = r.id)',
  'report without a key':
    "select r.id from reports r where not exists (select 1 from data_keys k where k.owner_kind = 'report' and k.owner_id = r.id)",
  'report that the audit does not know': `select r.id from reports r
    where not exists (select 1 from audit_entries a where ${RECORDED} and a.act = 'report.received')`,
  'report that no search will find': `select r.id from reports r
    where not exists (select 1 from search_due d where d.owner_kind = 'report' and d.owner_id = r.id)
      and not exists (select 1 from search_documents d where d.owner_kind = 'report' and d.owner_id = r.id)`,
  'report that does not stand where its last step led': `select r.id from reports r
    where r.state <> coalesce((select t.to_state from report_transitions t where t.report_id = r.id
      order by t.changed_at desc limit 1), 'RECEIVED')`,
  'step of a report that does not go on from the one before': `select s.id from (
      select t.id, t.from_state, lag(t.to_state, 1, 'RECEIVED') over (partition by t.report_id order by t.changed_at) as before
      from report_transitions t) s
    where s.from_state <> s.before`,
  'step of a report without its audit entry': `select t.id from report_transitions t join reports r on r.id = t.report_id
    where not exists (select 1 from audit_entries a where ${RECORDED} and a.act = 'report.state'
      and a.xmin = t.xmin and a.detail->>'to' = t.to_state)`,
  'audit entry of a step that no report took': `select a.id from audit_entries a where a.act = 'report.state' and ${NOT_ERASED}
      and not exists (select 1 from report_transitions t where t.report_id = a.object_id and t.xmin = a.xmin)`,
  'note without its audit entry': `select n.id from notes n join reports r on r.id = n.report_id
    where not exists (select 1 from audit_entries a where ${RECORDED} and a.detail->>'note' = n.id::text and a.xmin = n.xmin)`,
  'audit entry of a note that is not there': `select a.id from audit_entries a where a.detail ? 'note' and ${NOT_ERASED}
      and not exists (select 1 from notes n where n.id::text = a.detail->>'note')`,
  'facts by staff without their audit entry': `select s.id from report_sections s join reports r on r.id = s.report_id
    where s.by_staff and not exists (select 1 from audit_entries a
      where ${RECORDED} and a.act = 'report.facts' and a.detail->>'part' = s.part::text)`,
  'audit entry of facts that are not there': `select a.id from audit_entries a where a.act = 'report.facts' and ${NOT_ERASED}
      and not exists (select 1 from report_sections s
        where s.report_id = a.object_id and s.by_staff and s.part::text = a.detail->>'part')`,
  'message to a reporter without its audit entry': `select m.id from messages m join reports r on r.id = m.report_id
    where m.direction = 'TO_REPORTER'
      and not exists (select 1 from audit_entries a where ${RECORDED} and a.act = 'report.message' and a.detail->>'message' = m.id::text)`,
  'audit entry of a message that is not there': `select a.id from audit_entries a where a.act = 'report.message' and ${NOT_ERASED}
      and not exists (select 1 from messages m where m.id::text = a.detail->>'message')`,
  'level of a report set by hand without its audit entry': `select l.id from level_changes l join reports r on r.id = l.report_id
    where l.source = 'MANUAL'
      and not exists (select 1 from audit_entries a where ${RECORDED} and a.act = 'report.level'
        and a.xmin = l.xmin and a.detail->>'to' = l.to_level)`,
  'report that is not at the level set last': `select r.id from reports r
      join lateral (select l.to_level, l.at from level_changes l where l.report_id = r.id and l.source = 'MANUAL'
        order by l.at desc limit 1) last on true
    where r.level <> last.to_level
      and not exists (select 1 from report_urgency u where u.report_id = r.id and u.computed_at >= last.at)`,
  'report that is not theirs to whom it was given last': `select r.id from reports r
    where r.assigned_to::text is distinct from (select a.detail->>'staff' from audit_entries a
      where ${RECORDED} and a.act = 'report.assigned' order by a.seq desc limit 1)`,
  'stepping back from a report that its audit does not tell': `
    with stands as (select distinct on (a.object_id, a.detail->>'staff') a.object_id, a.detail->>'staff' as staff, a.act from audit_entries a
      where a.object_kind = 'report' and a.act in ('report.recused','report.let-back') and ${NOT_ERASED}
      order by a.object_id, a.detail->>'staff', a.seq desc)
    select coalesce(s.object_id, b.report_id) from (select * from stands where act = 'report.recused') s
      full join report_recusals b on b.report_id = s.object_id and b.staff_id::text = s.staff
    where s.object_id is null or b.report_id is null`,
  'decision on a request without its audit entry': `select q.id from report_requests q join reports r on r.id = q.report_id
    where (q.decision is not null) <> exists (select 1 from audit_entries a
      where ${RECORDED} and a.act = 'request.decided' and a.detail->>'request' = q.id::text)`,
  'withdrawal that was granted and not done': `select q.id from report_requests q
    where q.kind = 'WITHDRAW' and q.decision = 'GRANTED'
      and not exists (select 1 from report_transitions t where t.report_id = q.report_id and t.to_state = 'WITHDRAWN')`,
  'release of contact that its report does not know': `select r.id from reports r
    where (r.contact_released_at is not null)
      <> exists (select 1 from contact_releases c where c.report_id = r.id and c.ended_at is null)`,
  'release of contact without its audit entry': `select c.id from contact_releases c join reports r on r.id = c.report_id
    where not exists (select 1 from audit_entries a where ${RECORDED} and a.act = 'contact.released' and a.detail->>'release' = c.id::text)`,
  'end of a release without its audit entry': `select r.id from reports r
    where (select count(*) from contact_releases c where c.report_id = r.id and c.ended_at is not null)
      <> (select count(*) from audit_entries a where ${RECORDED} and a.act = 'contact.barred')`,
};
