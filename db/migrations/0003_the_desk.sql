-- 0003 The desk: cases, people, clocks, approvals, hand-overs, returns, the outbox, search.
-- Why: staff work on cases, not on reports; two people, deadlines and search need places of their own.
-- Order: after 0002. Adds tables, columns with defaults and partial indexes over open rows, so that an instance of the version before keeps
-- working while it runs. The triggers at the end only note what has to be indexed for search: whoever writes cannot forget it.
-- If it fails: it runs in one transaction, so nothing is left; mend and run it again.
CREATE TABLE "agencies" (
	"id" uuid PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"name_ko" text NOT NULL,
	"name_en" text NOT NULL,
	"takes_ko" text NOT NULL,
	"takes_en" text NOT NULL,
	"contact" text,
	"verified_on" date,
	"blocked" boolean DEFAULT false NOT NULL,
	"abroad" boolean DEFAULT false NOT NULL,
	"mask" text NOT NULL,
	"consent" text,
	"in_use" boolean DEFAULT true NOT NULL,
	"position" integer NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "agencies_slug" UNIQUE("slug"),
	CONSTRAINT "agencies_mask_known" CHECK ("agencies"."mask" in ('FULL','NO_REPORTER','NO_PERSONS','MONEY_ONLY'))
);
--> statement-breakpoint
CREATE TABLE "referrals" (
	"id" uuid PRIMARY KEY NOT NULL,
	"case_id" uuid NOT NULL,
	"agency_id" uuid NOT NULL,
	"serial" integer NOT NULL,
	"state" text NOT NULL,
	"state_changed_at" timestamp with time zone NOT NULL,
	"basis" text NOT NULL,
	"mask" text NOT NULL,
	"written_by" uuid NOT NULL,
	"released_by" uuid,
	"created_at" timestamp with time zone NOT NULL,
	"sent_at" timestamp with time zone,
	"acknowledged_at" timestamp with time zone,
	"sealed" "bytea" NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "referrals_state_known" CHECK ("referrals"."state" in ('DRAFT','SENT','DELIVERED','ACKNOWLEDGED','ACCEPTED','REJECTED','IN_ACTION','DONE','RECALLED')),
	CONSTRAINT "referrals_basis_known" CHECK ("referrals"."basis" in ('CONSENT','LIFE_IN_DANGER','LAW','REQUEST'))
);
--> statement-breakpoint
CREATE TABLE "approvals" (
	"id" uuid PRIMARY KEY NOT NULL,
	"act" text NOT NULL,
	"subject_kind" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"state" text NOT NULL,
	"requested_by" uuid NOT NULL,
	"requested_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"decided_by" uuid,
	"decided_at" timestamp with time zone,
	"sealed" "bytea" NOT NULL,
	"sealed_answer" "bytea",
	CONSTRAINT "approvals_state_known" CHECK ("approvals"."state" in ('PENDING','APPROVED','DECLINED','EXPIRED','CANCELLED')),
	CONSTRAINT "approvals_two_people" CHECK ("approvals"."decided_by" is null or "approvals"."decided_by" <> "approvals"."requested_by"),
	CONSTRAINT "approvals_decided_whole" CHECK (("approvals"."state" in ('APPROVED','DECLINED')) = ("approvals"."decided_by" is not null))
);
--> statement-breakpoint
CREATE TABLE "staff_duty" (
	"staff_id" uuid PRIMARY KEY NOT NULL,
	"since" timestamp with time zone NOT NULL,
	"marked_by" uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE "case_events" (
	"id" uuid PRIMARY KEY NOT NULL,
	"case_id" uuid NOT NULL,
	"seq" bigserial NOT NULL,
	"kind" text NOT NULL,
	"staff_id" uuid,
	"at" timestamp with time zone NOT NULL,
	"ref_id" uuid,
	"from_code" text,
	"to_code" text,
	"sealed" "bytea",
	"submission_key" uuid,
	CONSTRAINT "case_events_submission_key" UNIQUE("submission_key")
);
--> statement-breakpoint
CREATE TABLE "case_numbers" (
	"year" integer PRIMARY KEY NOT NULL,
	"last" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "case_persons" (
	"id" uuid PRIMARY KEY NOT NULL,
	"case_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"added_at" timestamp with time zone NOT NULL,
	"removed_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "case_readers" (
	"case_id" uuid NOT NULL,
	"staff_id" uuid NOT NULL,
	"first_read_at" timestamp with time zone NOT NULL,
	"last_read_at" timestamp with time zone NOT NULL,
	"times" integer NOT NULL,
	CONSTRAINT "case_readers_case_id_staff_id_pk" PRIMARY KEY("case_id","staff_id")
);
--> statement-breakpoint
CREATE TABLE "case_recusals" (
	"case_id" uuid NOT NULL,
	"staff_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"by" uuid NOT NULL,
	CONSTRAINT "case_recusals_case_id_staff_id_pk" PRIMARY KEY("case_id","staff_id")
);
--> statement-breakpoint
CREATE TABLE "case_reports" (
	"id" uuid PRIMARY KEY NOT NULL,
	"case_id" uuid NOT NULL,
	"report_id" uuid NOT NULL,
	"linked_by" uuid NOT NULL,
	"linked_at" timestamp with time zone NOT NULL,
	"unlinked_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "case_tasks" (
	"id" uuid PRIMARY KEY NOT NULL,
	"case_id" uuid NOT NULL,
	"owner_id" uuid,
	"due_at" timestamp with time zone,
	"sealed" "bytea" NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"done_by" uuid,
	"done_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "cases" (
	"id" uuid PRIMARY KEY NOT NULL,
	"number" text NOT NULL,
	"state" text NOT NULL,
	"state_changed_at" timestamp with time zone NOT NULL,
	"held_from" text,
	"held_until" timestamp with time zone,
	"level" text NOT NULL,
	"computed_level" text NOT NULL,
	"level_manual" boolean DEFAULT false NOT NULL,
	"points" integer NOT NULL,
	"province" text,
	"opened_at" timestamp with time zone NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	"assigned_to" uuid,
	"disposition" text,
	"closed_at" timestamp with time zone,
	"recontact_at" timestamp with time zone,
	"legal_hold" boolean DEFAULT false NOT NULL,
	"safety_unconfirmed" boolean DEFAULT true NOT NULL,
	"do_not_contact" boolean DEFAULT false NOT NULL,
	"next_due_at" timestamp with time zone,
	"agency_due_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "cases_number" UNIQUE("number"),
	CONSTRAINT "cases_state_known" CHECK ("cases"."state" in ('NEW','TRIAGED','VERIFYING','REFERRED','IN_ACTION','RESOLVING','AFTERCARE','ON_HOLD','CLOSED','REOPENED')),
	CONSTRAINT "cases_held_whole" CHECK (("cases"."state" = 'ON_HOLD') = ("cases"."held_from" is not null)),
	CONSTRAINT "cases_closed_whole" CHECK (("cases"."state" = 'CLOSED') = ("cases"."disposition" is not null) and ("cases"."state" = 'CLOSED') = ("cases"."closed_at" is not null)),
	CONSTRAINT "cases_levels_known" CHECK ("cases"."level" in ('U1','U2','U3','U4','U5') and "cases"."computed_level" in ('U1','U2','U3','U4','U5')),
	CONSTRAINT "cases_number_shape" CHECK ("cases"."number" ~ '^CA-[0-9]{4}-[0-9]{6,}$')
);
--> statement-breakpoint
CREATE TABLE "clocks" (
	"id" uuid PRIMARY KEY NOT NULL,
	"report_id" uuid,
	"case_id" uuid,
	"referral_id" uuid,
	"kind" text NOT NULL,
	"level" text NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"paused_at" timestamp with time zone,
	"paused_ms" bigint DEFAULT 0 NOT NULL,
	"met_at" timestamp with time zone,
	"due_at" timestamp with time zone,
	"stage" integer DEFAULT 0 NOT NULL,
	"next_stage_at" timestamp with time zone,
	CONSTRAINT "clocks_of_report" UNIQUE("report_id","kind"),
	CONSTRAINT "clocks_of_one" CHECK (("clocks"."case_id" is null) <> ("clocks"."report_id" is null)),
	CONSTRAINT "clocks_level_known" CHECK ("clocks"."level" in ('U1','U2','U3','U4','U5'))
);
--> statement-breakpoint
CREATE TABLE "contact_releases" (
	"id" uuid PRIMARY KEY NOT NULL,
	"report_id" uuid NOT NULL,
	"how" text NOT NULL,
	"asked_by" uuid NOT NULL,
	"agreed_by" uuid,
	"released_at" timestamp with time zone NOT NULL,
	"review_due_at" timestamp with time zone,
	"reviewed_by" uuid,
	"reviewed_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	"sealed" "bytea" NOT NULL,
	CONSTRAINT "contact_releases_how_known" CHECK ("contact_releases"."how" in ('TWO_PEOPLE','BROKEN_GLASS')),
	CONSTRAINT "contact_releases_two_people" CHECK ("contact_releases"."how" <> 'TWO_PEOPLE' or ("contact_releases"."agreed_by" is not null and "contact_releases"."agreed_by" <> "contact_releases"."asked_by")),
	CONSTRAINT "contact_releases_review_by_another" CHECK ("contact_releases"."reviewed_by" is null or "contact_releases"."reviewed_by" <> "contact_releases"."asked_by")
);
--> statement-breakpoint
CREATE TABLE "level_changes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"case_id" uuid,
	"report_id" uuid,
	"source" text NOT NULL,
	"from_level" text NOT NULL,
	"to_level" text NOT NULL,
	"staff_id" uuid,
	"second_id" uuid,
	"at" timestamp with time zone NOT NULL,
	"sealed" "bytea",
	CONSTRAINT "level_changes_of_one" CHECK (("level_changes"."case_id" is null) <> ("level_changes"."report_id" is null)),
	CONSTRAINT "level_changes_source_known" CHECK ("level_changes"."source" in ('COMPUTED','MANUAL')),
	CONSTRAINT "level_changes_two_people" CHECK ("level_changes"."second_id" is null or "level_changes"."second_id" <> "level_changes"."staff_id")
);
--> statement-breakpoint
CREATE TABLE "person_facts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"seq" bigserial NOT NULL,
	"axis" text NOT NULL,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"sealed" "bytea" NOT NULL,
	CONSTRAINT "person_facts_axis_known" CHECK ("person_facts"."axis" in ('SAFETY','IDENTITY','WILLINGNESS','POSITION','PROOF_QUESTION'))
);
--> statement-breakpoint
CREATE TABLE "persons" (
	"id" uuid PRIMARY KEY NOT NULL,
	"safety" text NOT NULL,
	"safety_at" timestamp with time zone NOT NULL,
	"sealed" "bytea" NOT NULL,
	"added_at" timestamp with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "message_templates" (
	"id" uuid PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"title_ko" text NOT NULL,
	"title_en" text NOT NULL,
	"text_ko" text NOT NULL,
	"text_en" text NOT NULL,
	CONSTRAINT "message_templates_slug" UNIQUE("slug")
);
--> statement-breakpoint
CREATE TABLE "outbox" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"staff_id" uuid NOT NULL,
	"subject_kind" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"detail" jsonb NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"dedupe" text NOT NULL,
	"seen_at" timestamp with time zone,
	"next_try_at" timestamp with time zone,
	"tries" integer DEFAULT 0 NOT NULL,
	"mailed_at" timestamp with time zone,
	CONSTRAINT "outbox_dedupe" UNIQUE("dedupe")
);
--> statement-breakpoint
CREATE TABLE "search_documents" (
	"owner_kind" text NOT NULL,
	"owner_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"tokens" integer[] NOT NULL,
	"identifiers" integer[] NOT NULL,
	"departure_day" "bytea",
	"indexed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "search_documents_owner_kind_owner_id_pk" PRIMARY KEY("owner_kind","owner_id")
);
--> statement-breakpoint
CREATE TABLE "search_due" (
	"owner_kind" text NOT NULL,
	"owner_id" uuid NOT NULL,
	"since" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "search_due_owner_kind_owner_id_pk" PRIMARY KEY("owner_kind","owner_id")
);
--> statement-breakpoint
ALTER TABLE "reports" ADD COLUMN "contact_released_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "reports" ADD COLUMN "level_manual" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "referrals" ADD CONSTRAINT "referrals_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "referrals" ADD CONSTRAINT "referrals_agency_id_agencies_id_fk" FOREIGN KEY ("agency_id") REFERENCES "public"."agencies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "referrals" ADD CONSTRAINT "referrals_written_by_staff_accounts_id_fk" FOREIGN KEY ("written_by") REFERENCES "public"."staff_accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "referrals" ADD CONSTRAINT "referrals_released_by_staff_accounts_id_fk" FOREIGN KEY ("released_by") REFERENCES "public"."staff_accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approvals" ADD CONSTRAINT "approvals_requested_by_staff_accounts_id_fk" FOREIGN KEY ("requested_by") REFERENCES "public"."staff_accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approvals" ADD CONSTRAINT "approvals_decided_by_staff_accounts_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."staff_accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff_duty" ADD CONSTRAINT "staff_duty_staff_id_staff_accounts_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff_accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff_duty" ADD CONSTRAINT "staff_duty_marked_by_staff_accounts_id_fk" FOREIGN KEY ("marked_by") REFERENCES "public"."staff_accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_events" ADD CONSTRAINT "case_events_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_events" ADD CONSTRAINT "case_events_staff_id_staff_accounts_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff_accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_persons" ADD CONSTRAINT "case_persons_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_persons" ADD CONSTRAINT "case_persons_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_readers" ADD CONSTRAINT "case_readers_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_readers" ADD CONSTRAINT "case_readers_staff_id_staff_accounts_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff_accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_recusals" ADD CONSTRAINT "case_recusals_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_recusals" ADD CONSTRAINT "case_recusals_staff_id_staff_accounts_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff_accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_recusals" ADD CONSTRAINT "case_recusals_by_staff_accounts_id_fk" FOREIGN KEY ("by") REFERENCES "public"."staff_accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_reports" ADD CONSTRAINT "case_reports_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_reports" ADD CONSTRAINT "case_reports_report_id_reports_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."reports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_reports" ADD CONSTRAINT "case_reports_linked_by_staff_accounts_id_fk" FOREIGN KEY ("linked_by") REFERENCES "public"."staff_accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_tasks" ADD CONSTRAINT "case_tasks_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_tasks" ADD CONSTRAINT "case_tasks_owner_id_staff_accounts_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."staff_accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_tasks" ADD CONSTRAINT "case_tasks_created_by_staff_accounts_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."staff_accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_tasks" ADD CONSTRAINT "case_tasks_done_by_staff_accounts_id_fk" FOREIGN KEY ("done_by") REFERENCES "public"."staff_accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_assigned_to_staff_accounts_id_fk" FOREIGN KEY ("assigned_to") REFERENCES "public"."staff_accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "clocks" ADD CONSTRAINT "clocks_report_id_reports_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."reports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "clocks" ADD CONSTRAINT "clocks_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_releases" ADD CONSTRAINT "contact_releases_report_id_reports_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."reports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_releases" ADD CONSTRAINT "contact_releases_asked_by_staff_accounts_id_fk" FOREIGN KEY ("asked_by") REFERENCES "public"."staff_accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_releases" ADD CONSTRAINT "contact_releases_agreed_by_staff_accounts_id_fk" FOREIGN KEY ("agreed_by") REFERENCES "public"."staff_accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_releases" ADD CONSTRAINT "contact_releases_reviewed_by_staff_accounts_id_fk" FOREIGN KEY ("reviewed_by") REFERENCES "public"."staff_accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "level_changes" ADD CONSTRAINT "level_changes_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "level_changes" ADD CONSTRAINT "level_changes_report_id_reports_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."reports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "level_changes" ADD CONSTRAINT "level_changes_staff_id_staff_accounts_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff_accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "level_changes" ADD CONSTRAINT "level_changes_second_id_staff_accounts_id_fk" FOREIGN KEY ("second_id") REFERENCES "public"."staff_accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person_facts" ADD CONSTRAINT "person_facts_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person_facts" ADD CONSTRAINT "person_facts_recorded_by_staff_accounts_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."staff_accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_staff_id_staff_accounts_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff_accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "referrals_of_case" ON "referrals" USING btree ("case_id","serial");--> statement-breakpoint
CREATE INDEX "referrals_waiting" ON "referrals" USING btree ("sent_at") WHERE "referrals"."state" in ('SENT','DELIVERED');--> statement-breakpoint
CREATE UNIQUE INDEX "approvals_one_open" ON "approvals" USING btree ("act","subject_id") WHERE "approvals"."state" = 'PENDING';--> statement-breakpoint
CREATE INDEX "approvals_pending" ON "approvals" USING btree ("expires_at") WHERE "approvals"."state" = 'PENDING';--> statement-breakpoint
CREATE INDEX "approvals_of_subject" ON "approvals" USING btree ("subject_id","requested_at");--> statement-breakpoint
CREATE INDEX "case_events_of_case" ON "case_events" USING btree ("case_id","at");--> statement-breakpoint
CREATE UNIQUE INDEX "case_persons_once" ON "case_persons" USING btree ("case_id","person_id") WHERE "case_persons"."removed_at" is null;--> statement-breakpoint
CREATE INDEX "case_persons_of_person" ON "case_persons" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "case_reports_one_case" ON "case_reports" USING btree ("report_id") WHERE "case_reports"."unlinked_at" is null;--> statement-breakpoint
CREATE INDEX "case_reports_of_case" ON "case_reports" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "case_tasks_of_case" ON "case_tasks" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "case_tasks_open" ON "case_tasks" USING btree ("owner_id","due_at") WHERE "case_tasks"."done_at" is null;--> statement-breakpoint
CREATE INDEX "cases_open" ON "cases" USING btree ("level","next_due_at","id") WHERE "cases"."state" <> 'CLOSED';--> statement-breakpoint
CREATE INDEX "cases_mine" ON "cases" USING btree ("assigned_to") WHERE "cases"."state" <> 'CLOSED';--> statement-breakpoint
CREATE INDEX "cases_recontact" ON "cases" USING btree ("recontact_at") WHERE "cases"."state" <> 'CLOSED' and "cases"."recontact_at" is not null;--> statement-breakpoint
CREATE INDEX "cases_agency" ON "cases" USING btree ("agency_due_at") WHERE "cases"."state" <> 'CLOSED' and "cases"."agency_due_at" is not null;--> statement-breakpoint
CREATE INDEX "cases_changed" ON "cases" USING btree ("state_changed_at","id");--> statement-breakpoint
CREATE INDEX "clocks_of_case" ON "clocks" USING btree ("case_id") WHERE "clocks"."case_id" is not null;--> statement-breakpoint
CREATE INDEX "clocks_escalating" ON "clocks" USING btree ("next_stage_at") WHERE "clocks"."met_at" is null and "clocks"."next_stage_at" is not null;--> statement-breakpoint
CREATE INDEX "clocks_running_of_reports" ON "clocks" USING btree ("report_id") WHERE "clocks"."met_at" is null and "clocks"."report_id" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "contact_releases_running" ON "contact_releases" USING btree ("report_id") WHERE "contact_releases"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "contact_releases_unreviewed" ON "contact_releases" USING btree ("review_due_at") WHERE "contact_releases"."review_due_at" is not null and "contact_releases"."reviewed_at" is null;--> statement-breakpoint
CREATE INDEX "level_changes_of_case" ON "level_changes" USING btree ("case_id","at");--> statement-breakpoint
CREATE INDEX "level_changes_of_report" ON "level_changes" USING btree ("report_id","at");--> statement-breakpoint
CREATE INDEX "person_facts_of_person" ON "person_facts" USING btree ("person_id","axis","recorded_at");--> statement-breakpoint
CREATE INDEX "outbox_unseen" ON "outbox" USING btree ("staff_id","created_at") WHERE "outbox"."seen_at" is null;--> statement-breakpoint
CREATE INDEX "outbox_of_staff" ON "outbox" USING btree ("staff_id","created_at");--> statement-breakpoint
CREATE INDEX "outbox_to_mail" ON "outbox" USING btree ("next_try_at") WHERE "outbox"."mailed_at" is null and "outbox"."next_try_at" is not null;--> statement-breakpoint
CREATE INDEX "search_documents_tokens" ON "search_documents" USING gin ("tokens");--> statement-breakpoint
CREATE INDEX "search_documents_identifiers" ON "search_documents" USING gin ("identifiers");--> statement-breakpoint
CREATE INDEX "search_documents_departure" ON "search_documents" USING btree ("departure_day");--> statement-breakpoint
CREATE INDEX "reports_open" ON "reports" USING btree ("level","received_at","id") WHERE "reports"."state" in ('RECEIVED','SCREENING');--> statement-breakpoint
CREATE INDEX "reports_mine" ON "reports" USING btree ("assigned_to") WHERE "reports"."state" in ('RECEIVED','SCREENING');--> statement-breakpoint
CREATE FUNCTION note_for_search() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE owner uuid;
BEGIN
  IF TG_ARGV[0] = 'report' THEN owner := NEW.report_id;
  ELSIF TG_ARGV[0] = 'case' THEN owner := NEW.case_id;
  ELSE owner := NEW.id;
  END IF;
  INSERT INTO search_due (owner_kind, owner_id) VALUES (TG_ARGV[0], owner) ON CONFLICT DO NOTHING;
  RETURN NULL;
END
$$;--> statement-breakpoint
CREATE TRIGGER report_sections_for_search AFTER INSERT OR UPDATE ON "report_sections"
  FOR EACH ROW WHEN (NEW.section <> 'S6') EXECUTE FUNCTION note_for_search('report');--> statement-breakpoint
CREATE TRIGGER messages_for_search AFTER INSERT ON "messages"
  FOR EACH ROW EXECUTE FUNCTION note_for_search('report');--> statement-breakpoint
CREATE TRIGGER notes_for_search AFTER INSERT ON "notes"
  FOR EACH ROW EXECUTE FUNCTION note_for_search('report');--> statement-breakpoint
CREATE TRIGGER case_events_for_search AFTER INSERT ON "case_events"
  FOR EACH ROW WHEN (NEW.sealed IS NOT NULL) EXECUTE FUNCTION note_for_search('case');--> statement-breakpoint
CREATE TRIGGER case_tasks_for_search AFTER INSERT ON "case_tasks"
  FOR EACH ROW EXECUTE FUNCTION note_for_search('case');--> statement-breakpoint
CREATE TRIGGER persons_for_search AFTER INSERT OR UPDATE OF sealed ON "persons"
  FOR EACH ROW EXECUTE FUNCTION note_for_search('person');--> statement-breakpoint
INSERT INTO search_due (owner_kind, owner_id) SELECT 'report', id FROM reports ON CONFLICT DO NOTHING;
