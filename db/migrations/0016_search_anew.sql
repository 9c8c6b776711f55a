-- 0016 What 0013 follows is indexed for what is there already.
-- Why: apart from 0013, whose locks would stand while this reads. A thousand a minute become due, half of what a round indexes, so that what is new passes between.
-- Order: after 0015. Locks nothing but its own rows; reads all reasons of decisions, referrals and facts of people once.
-- If it fails: it runs in one transaction, so nothing is left; mend and run it again.
INSERT INTO search_due (owner_kind, owner_id, since)
  SELECT kind, id, now() + (row_number() OVER () / 1000) * interval '1 minute' FROM (
    SELECT 'report' AS kind, report_id AS id FROM report_transitions WHERE sealed IS NOT NULL
    UNION SELECT 'case', case_id FROM referrals
    UNION SELECT 'person', person_id FROM person_facts WHERE axis IN ('SAFETY', 'IDENTITY', 'WILLINGNESS')) AS followed
  ON CONFLICT DO NOTHING;
