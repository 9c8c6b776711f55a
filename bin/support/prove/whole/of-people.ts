/** Whom cases are about, and what is known of them. */
export const OF_PEOPLE = {
  'person without a key':
    "select p.id from persons p where not exists (select 1 from data_keys k where k.owner_kind = 'person' and k.owner_id = p.id)",
  'person of no case':
    'select p.id from persons p where not exists (select 1 from case_persons l where l.person_id = p.id)',
  'person that the audit does not know': `select p.id from persons p where not exists (select 1 from audit_entries a
      where a.object_kind = 'person' and a.object_id = p.id and a.act = 'person.added')`,
  'person who came into a case, or left it, without an entry in the timeline': `
    with stored as (select l.case_id, l.person_id, count(*) as came, count(l.removed_at) as gone from case_persons l group by 1, 2),
    told as (select e.case_id, e.ref_id as person_id, count(*) filter (where e.kind = 'PERSON_ADDED') as came,
        count(*) filter (where e.kind = 'PERSON_REMOVED') as gone
      from case_events e where e.kind in ('PERSON_ADDED','PERSON_REMOVED') group by 1, 2)
    select coalesce(stored.person_id, told.person_id) from stored full join told using (case_id, person_id)
    where (stored.came is distinct from told.came or stored.gone is distinct from told.gone)
      and not exists (select 1 from erasures x where x.owner_kind = 'person' and x.owner_id = told.person_id)`,
  'fact about a person without its entry in the timeline': `select f.id from person_facts f
    where not exists (select 1 from case_events e where e.ref_id = f.id and e.kind = f.axis and e.xmin = f.xmin)`,
  'fact about a person without its audit entry': `select f.id from person_facts f
    where not exists (select 1 from audit_entries a where a.object_kind = 'person' and a.object_id = f.person_id
      and a.act = 'person.' || replace(lower(f.axis), '_', '-') and a.xmin = f.xmin)`,
  'person whose safety is not what was established last': `select p.id from persons p
    where p.safety <> coalesce((select e.to_code from case_events e join person_facts f on f.id = e.ref_id
      where f.person_id = p.id and e.kind = 'SAFETY' and e.to_code is not null order by e.seq desc limit 1), 'UNKNOWN')`,
  'person whose version is not the number of changes': `select p.id from persons p
    where p.version <> 1 + (select count(*) from audit_entries a
      where a.object_kind = 'person' and a.object_id = p.id and a.act = 'person.changed')`,
};
