const RUNS = "k.return_id = o.id and k.case_id = l.case_id and k.kind = 'RETURN' and k.met_at is null";

/** Sites, and people brought home together. */
export const OF_PLACES = {
  'site without a key':
    "select s.id from sites s where not exists (select 1 from data_keys k where k.owner_kind = 'site' and k.owner_id = s.id)",
  'site that nothing finds':
    'select s.id from sites s where not exists (select 1 from site_keys k where k.site_id = s.id)',
  'site that the audit does not know, or counts otherwise': `select s.id from sites s
    where not exists (select 1 from audit_entries a where a.object_kind = 'site' and a.object_id = s.id and a.act = 'site.added')
      or s.version <> 1 + (select count(*) from audit_entries a
        where a.object_kind = 'site' and a.object_id = s.id and a.act = 'site.changed')`,
  'site that came into a case, or left it, without its entry in the timeline': `select l.id from case_sites l
    where (select count(*) from case_events e where e.case_id = l.case_id and e.kind = 'SITE_ADDED' and e.ref_id = l.id) <> 1
      or (select count(*) from case_events e where e.case_id = l.case_id and e.kind = 'SITE_REMOVED' and e.ref_id = l.id)
        <> (l.removed_at is not null)::int`,
  'return without a key, or of nobody': `select o.id from returns o
    where not exists (select 1 from data_keys k where k.owner_kind = 'return' and k.owner_id = o.id)
      or not exists (select 1 from return_persons l where l.return_id = o.id)`,
  'return that does not stand where the audit says': `select o.id from returns o
    where not exists (select 1 from audit_entries a where a.object_kind = 'return' and a.object_id = o.id and a.act = 'return.planned')
      or o.state <> coalesce((select a.detail->>'to' from audit_entries a
        where a.object_kind = 'return' and a.object_id = o.id and a.act = 'return.state' order by a.seq desc limit 1), 'PLANNED')`,
  'return whose 30 days do not run in a case, or run on': `select o.id from returns o
      join (select return_id, case_id, bool_or(removed_at is null) as here from return_persons group by 1, 2) l on l.return_id = o.id
      join cases c on c.id = l.case_id
    where (l.here and o.state in ('PLANNED','UNDERWAY') and c.state <> 'CLOSED')
      <> exists (select 1 from clocks k where ${RUNS})`,
  'person who came along, answered or left without an entry in the timeline': `select l.id from return_persons l
    where not exists (select 1 from case_events e where e.case_id = l.case_id and e.kind = 'RETURN'
        and e.ref_id = l.return_id and e.at = l.added_at)
      or (l.answered_at is not null and not exists (select 1 from case_events e where e.case_id = l.case_id
        and e.kind = 'RETURN_ANSWER' and e.ref_id = l.person_id and e.at = l.answered_at))
      or (l.removed_at is not null and not exists (select 1 from case_events e where e.case_id = l.case_id
        and e.kind = 'RETURN_ANSWER' and e.to_code = 'LEFT' and e.ref_id = l.person_id and e.at = l.removed_at))`,
};
