/** Accounts, drafts, and the audit itself. */
export const OF_ACCOUNTS = {
  'account without a role':
    'select a.id from staff_accounts a where not exists (select 1 from staff_roles r where r.staff_id = a.id)',
  'draft without a key':
    "select d.id from drafts d where not exists (select 1 from data_keys k where k.owner_kind = 'draft' and k.owner_id = d.id)",
  'section of no draft':
    'select s.id from draft_sections s where not exists (select 1 from drafts d where d.id = s.draft_id)',
  'chain without entries': `select c.object_id from audit_chains c
    where not exists (select 1 from audit_entries a where a.object_kind = c.object_kind and a.object_id = c.object_id)`,
  'chain that counts otherwise': `select c.object_id from audit_chains c
    where c.count <> (select count(*) from audit_entries a where a.object_kind = c.object_kind and a.object_id = c.object_id)`,
};
