-- 0013 Search also follows the reasons of decisions, what agencies answered, and what is recorded of people.
-- Why: they were read into the index only when something else of the same report, case or person changed. What changes again while it is put off is due at once.
-- Order: after 0012. Locks: "report_transitions", "referrals" and "person_facts" against writing, for a moment. 0016 has what is there already indexed.
-- If it fails: it runs in one transaction, so nothing is left; mend and run it again.
CREATE OR REPLACE FUNCTION note_for_search() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE owner uuid;
BEGIN
  IF TG_ARGV[0] = 'report' THEN owner := NEW.report_id;
  ELSIF TG_ARGV[0] = 'case' THEN owner := NEW.case_id;
  ELSIF TG_TABLE_NAME = 'person_facts' THEN owner := NEW.person_id;
  ELSE owner := NEW.id;
  END IF;
  INSERT INTO search_due (owner_kind, owner_id) VALUES (TG_ARGV[0], owner)
    ON CONFLICT (owner_kind, owner_id) DO UPDATE SET since = EXCLUDED.since WHERE search_due.since > EXCLUDED.since;
  RETURN NULL;
END
$$;--> statement-breakpoint
CREATE TRIGGER report_transitions_for_search AFTER INSERT ON "report_transitions"
  FOR EACH ROW WHEN (NEW.sealed IS NOT NULL) EXECUTE FUNCTION note_for_search('report');--> statement-breakpoint
CREATE TRIGGER referrals_for_search AFTER INSERT OR UPDATE OF sealed ON "referrals"
  FOR EACH ROW EXECUTE FUNCTION note_for_search('case');--> statement-breakpoint
CREATE TRIGGER person_facts_for_search AFTER INSERT ON "person_facts"
  FOR EACH ROW WHEN (NEW.axis IN ('SAFETY', 'IDENTITY', 'WILLINGNESS')) EXECUTE FUNCTION note_for_search('person');
