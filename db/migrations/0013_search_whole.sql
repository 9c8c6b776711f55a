CREATE OR REPLACE FUNCTION note_for_search() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE owner uuid;
BEGIN
  IF TG_ARGV[0] = 'report' THEN owner := NEW.report_id;
  ELSIF TG_ARGV[0] = 'case' THEN owner := NEW.case_id;
  ELSIF TG_TABLE_NAME = 'person_facts' THEN owner := NEW.person_id;
  ELSE owner := NEW.id;
  END IF;
  INSERT INTO search_due (owner_kind, owner_id) VALUES (TG_ARGV[0], owner) ON CONFLICT DO NOTHING;
  RETURN NULL;
END
$$;--> statement-breakpoint
CREATE TRIGGER report_transitions_for_search AFTER INSERT ON "report_transitions"
  FOR EACH ROW WHEN (NEW.sealed IS NOT NULL) EXECUTE FUNCTION note_for_search('report');--> statement-breakpoint
CREATE TRIGGER referrals_for_search AFTER INSERT OR UPDATE OF sealed ON "referrals"
  FOR EACH ROW EXECUTE FUNCTION note_for_search('case');--> statement-breakpoint
CREATE TRIGGER person_facts_for_search AFTER INSERT ON "person_facts"
  FOR EACH ROW WHEN (NEW.axis IN ('SAFETY', 'IDENTITY', 'WILLINGNESS')) EXECUTE FUNCTION note_for_search('person');--> statement-breakpoint
INSERT INTO search_due (owner_kind, owner_id)
  SELECT DISTINCT 'report', report_id FROM report_transitions WHERE sealed IS NOT NULL
  UNION SELECT 'case', case_id FROM referrals
  UNION SELECT 'person', person_id FROM person_facts WHERE axis IN ('SAFETY', 'IDENTITY', 'WILLINGNESS')
  ON CONFLICT DO NOTHING;
