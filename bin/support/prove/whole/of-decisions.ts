const RECORDED =
  "a.object_kind = p.subject_kind and a.object_id = p.subject_id and a.detail->>'approval' = p.id::text";
const recorded = (act: string) =>
  `exists (select 1 from audit_entries a where ${RECORDED} and a.act = '${act}')`;
const told = (kind: string) =>
  `exists (select 1 from case_events e where e.case_id = p.subject_id and e.kind = '${kind}' and e.ref_id = p.id)`;
const DECIDED = "(p.state in ('APPROVED','DECLINED'))";

/** What takes a second person. */
export const OF_DECISIONS = {
  'request for a second person that the audit does not know': `select p.id from approvals p where not ${recorded('approval.asked')}`,
  'decision of a second person that the audit does not know, or knows alone': `select p.id from approvals p
    where ${DECIDED} <> ${recorded('approval.decided')}
      or (p.state = 'CANCELLED') <> ${recorded('approval.cancelled')}
      or (p.state = 'EXPIRED') <> ${recorded('approval.expired')}`,
  'request about a case without its entry in the timeline': `select p.id from approvals p
    where p.subject_kind = 'case' and (not ${told('APPROVAL_ASKED')} or ${DECIDED} <> ${told('APPROVAL_DECIDED')})`,
  'decision of which who asked was not told': `select p.id from approvals p
    where ${DECIDED} and not exists (select 1 from outbox o where o.dedupe = 'approval/' || p.id || '/' || p.requested_by)`,
  'closing that was agreed to and not done': `select p.id from approvals p
    where p.act = 'CLOSE_CASE' and p.state = 'APPROVED'
      and not exists (select 1 from case_events e join case_events d on d.xmin = e.xmin and d.kind = 'APPROVAL_DECIDED' and d.ref_id = p.id
        where e.case_id = p.subject_id and e.kind = 'STATE' and e.to_code = 'CLOSED')`,
  'lowering that was agreed to and not done': `select p.id from approvals p
    where p.act = 'LOWER_LEVEL' and p.state = 'APPROVED'
      and not exists (select 1 from level_changes l where coalesce(l.case_id, l.report_id) = p.subject_id
        and l.staff_id = p.requested_by and l.second_id = p.decided_by)`,
  'lowering from U1 or U2 by one person': `select l.id from level_changes l
    where l.source = 'MANUAL' and l.from_level in ('U1','U2') and l.to_level > l.from_level and l.second_id is null`,
  'release of contact that was agreed to and not done': `select p.id from approvals p
    where p.act = 'RELEASE_CONTACT' and p.state = 'APPROVED'
      and not exists (select 1 from contact_releases c where c.report_id = p.subject_id
        and c.how = 'TWO_PEOPLE' and c.asked_by = p.requested_by and c.agreed_by = p.decided_by)`,
};
