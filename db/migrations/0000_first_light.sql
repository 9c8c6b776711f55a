-- 0000 First light: the ground that later work widens.
-- Why: one report's way from a draft to the desk needs sealed answers, keys, staff accounts, periods, rate limits and an audit that only grows.
-- Order: nothing stands before it. If it fails: it runs in one transaction, so nothing is left; mend and run it again.
CREATE TABLE "rate_limits" (
	"key_digest" "bytea" NOT NULL,
	"window_start" timestamp with time zone NOT NULL,
	"count" integer NOT NULL,
	CONSTRAINT "rate_limits_key_digest_window_start_pk" PRIMARY KEY("key_digest","window_start")
);
--> statement-breakpoint
CREATE TABLE "audit_chains" (
	"object_kind" text NOT NULL,
	"object_id" uuid NOT NULL,
	"count" integer NOT NULL,
	"head" "bytea" NOT NULL,
	CONSTRAINT "audit_chains_object_kind_object_id_pk" PRIMARY KEY("object_kind","object_id")
);
--> statement-breakpoint
CREATE TABLE "audit_entries" (
	"id" uuid PRIMARY KEY NOT NULL,
	"object_kind" text NOT NULL,
	"object_id" uuid NOT NULL,
	"seq" integer NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_id" uuid,
	"act" text NOT NULL,
	"detail" jsonb NOT NULL,
	"mac" "bytea" NOT NULL,
	CONSTRAINT "audit_entries_chain" UNIQUE("object_kind","object_id","seq")
);
--> statement-breakpoint
CREATE TABLE "draft_sections" (
	"id" uuid PRIMARY KEY NOT NULL,
	"draft_id" uuid NOT NULL,
	"section" text NOT NULL,
	"version" integer NOT NULL,
	"sealed" "bytea" NOT NULL,
	"saved_at" timestamp with time zone NOT NULL,
	CONSTRAINT "draft_sections_once" UNIQUE("draft_id","section")
);
--> statement-breakpoint
CREATE TABLE "drafts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"sealed_receipt" "bytea" NOT NULL,
	"report_id" uuid
);
--> statement-breakpoint
CREATE TABLE "periods" (
	"id" uuid PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"name_ko" text NOT NULL,
	"name_en" text NOT NULL,
	"notice_ko" text NOT NULL,
	"notice_en" text NOT NULL,
	"opens_at" timestamp with time zone NOT NULL,
	"closes_at" timestamp with time zone,
	"standing" boolean NOT NULL,
	CONSTRAINT "periods_slug" UNIQUE("slug"),
	CONSTRAINT "periods_dated_or_standing" CHECK ("periods"."standing" = ("periods"."closes_at" is null)),
	CONSTRAINT "periods_in_order" CHECK ("periods"."closes_at" > "periods"."opens_at")
);
--> statement-breakpoint
CREATE TABLE "kept_messages" (
	"report_id" uuid PRIMARY KEY NOT NULL,
	"sealed" "bytea" NOT NULL,
	"kept_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "messages" (
	"id" uuid PRIMARY KEY NOT NULL,
	"report_id" uuid NOT NULL,
	"direction" text NOT NULL,
	"author_id" uuid,
	"sealed" "bytea" NOT NULL,
	"sent_at" timestamp with time zone NOT NULL,
	"read_at" timestamp with time zone,
	"submission_key" uuid NOT NULL,
	CONSTRAINT "messages_submission_key" UNIQUE("submission_key"),
	CONSTRAINT "messages_direction_known" CHECK ("messages"."direction" in ('TO_REPORTER','FROM_REPORTER'))
);
--> statement-breakpoint
CREATE TABLE "notes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"report_id" uuid NOT NULL,
	"author_id" uuid NOT NULL,
	"sealed" "bytea" NOT NULL,
	"written_at" timestamp with time zone NOT NULL,
	"submission_key" uuid NOT NULL,
	CONSTRAINT "notes_submission_key" UNIQUE("submission_key")
);
--> statement-breakpoint
CREATE TABLE "report_readers" (
	"report_id" uuid NOT NULL,
	"staff_id" uuid NOT NULL,
	"first_read_at" timestamp with time zone NOT NULL,
	"last_read_at" timestamp with time zone NOT NULL,
	"times" integer NOT NULL,
	CONSTRAINT "report_readers_report_id_staff_id_pk" PRIMARY KEY("report_id","staff_id")
);
--> statement-breakpoint
CREATE TABLE "report_sections" (
	"id" uuid PRIMARY KEY NOT NULL,
	"report_id" uuid NOT NULL,
	"section" text NOT NULL,
	"sealed" "bytea" NOT NULL,
	CONSTRAINT "report_sections_once" UNIQUE("report_id","section")
);
--> statement-breakpoint
CREATE TABLE "report_transitions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"report_id" uuid NOT NULL,
	"from_state" text NOT NULL,
	"to_state" text NOT NULL,
	"staff_id" uuid NOT NULL,
	"sealed" "bytea",
	"changed_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "report_urgency" (
	"id" uuid PRIMARY KEY NOT NULL,
	"report_id" uuid NOT NULL,
	"computed_at" timestamp with time zone NOT NULL,
	"level" text NOT NULL,
	"points" integer NOT NULL,
	"sealed" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "reports" (
	"id" uuid PRIMARY KEY NOT NULL,
	"reference" text NOT NULL,
	"kind" text NOT NULL,
	"via_sos" boolean DEFAULT false NOT NULL,
	"state" text NOT NULL,
	"level" text NOT NULL,
	"points" integer NOT NULL,
	"province" text,
	"contact_risk" text,
	"locale" text NOT NULL,
	"period_id" uuid,
	"received_at" timestamp with time zone NOT NULL,
	"state_changed_at" timestamp with time zone NOT NULL,
	"opened_at" timestamp with time zone,
	"assigned_to" uuid,
	"receipt_digest" "bytea" NOT NULL,
	"submission_key" text NOT NULL,
	CONSTRAINT "reports_reference" UNIQUE("reference"),
	CONSTRAINT "reports_receipt_digest" UNIQUE("receipt_digest"),
	CONSTRAINT "reports_submission_key" UNIQUE("submission_key"),
	CONSTRAINT "reports_kind_known" CHECK ("reports"."kind" in ('SELF_DANGER','FAMILY','WITNESS','OFFER','RETURNEE','PRO')),
	CONSTRAINT "reports_state_known" CHECK ("reports"."state" in ('RECEIVED','SCREENING','PROMOTED','LINKED','INTEL_ONLY','OUT_OF_SCOPE','ABUSE','WITHDRAWN')),
	CONSTRAINT "reports_level_known" CHECK ("reports"."level" in ('U1','U2','U3','U4','U5')),
	CONSTRAINT "reports_locale_known" CHECK ("reports"."locale" in ('ko','en')),
	CONSTRAINT "reports_contact_risk_known" CHECK ("reports"."contact_risk" in ('SAFE','RISKY','UNKNOWN')),
	CONSTRAINT "reports_reference_shape" CHECK ("reports"."reference" ~ '^NR-[2-9A-Z]{4}-[2-9A-Z]{4}$')
);
--> statement-breakpoint
CREATE TABLE "staff_accounts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"email_digest" "bytea" NOT NULL,
	"sealed" "bytea" NOT NULL,
	"state" text NOT NULL,
	"totp_last_step" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "staff_accounts_email" UNIQUE("email_digest"),
	CONSTRAINT "staff_accounts_state_known" CHECK ("staff_accounts"."state" in ('ACTIVE','DISABLED'))
);
--> statement-breakpoint
CREATE TABLE "staff_invitations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"token_digest" "bytea" NOT NULL,
	"sealed" "bytea" NOT NULL,
	"roles" text[] NOT NULL,
	"invited_by" uuid,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	CONSTRAINT "staff_invitations_token" UNIQUE("token_digest")
);
--> statement-breakpoint
CREATE TABLE "staff_kept_texts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"staff_id" uuid NOT NULL,
	"place" text NOT NULL,
	"sealed" "bytea" NOT NULL,
	"kept_at" timestamp with time zone NOT NULL,
	CONSTRAINT "staff_kept_texts_place" UNIQUE("staff_id","place")
);
--> statement-breakpoint
CREATE TABLE "staff_recovery_codes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"staff_id" uuid NOT NULL,
	"code_digest" "bytea" NOT NULL,
	"used_at" timestamp with time zone,
	CONSTRAINT "staff_recovery_codes_code" UNIQUE("code_digest")
);
--> statement-breakpoint
CREATE TABLE "staff_roles" (
	"staff_id" uuid NOT NULL,
	"role" text NOT NULL,
	CONSTRAINT "staff_roles_staff_id_role_pk" PRIMARY KEY("staff_id","role"),
	CONSTRAINT "staff_roles_known" CHECK ("staff_roles"."role" in ('INTAKE','CASEWORKER','SUPERVISOR','AUDITOR','ADMIN'))
);
--> statement-breakpoint
CREATE TABLE "staff_sessions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"staff_id" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"last_seen_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "data_keys" (
	"id" uuid PRIMARY KEY NOT NULL,
	"owner_kind" text NOT NULL,
	"owner_id" uuid NOT NULL,
	"wrapped" "bytea",
	"key_id" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"destroyed_at" timestamp with time zone,
	CONSTRAINT "data_keys_owner" UNIQUE("owner_kind","owner_id")
);
--> statement-breakpoint
CREATE TABLE "vault_secrets" (
	"name" text PRIMARY KEY NOT NULL,
	"id" uuid NOT NULL,
	"wrapped" "bytea" NOT NULL,
	"key_id" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "draft_sections" ADD CONSTRAINT "draft_sections_draft_id_drafts_id_fk" FOREIGN KEY ("draft_id") REFERENCES "public"."drafts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "drafts" ADD CONSTRAINT "drafts_report_id_reports_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."reports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "kept_messages" ADD CONSTRAINT "kept_messages_report_id_reports_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."reports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_report_id_reports_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."reports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_author_id_staff_accounts_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."staff_accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notes" ADD CONSTRAINT "notes_report_id_reports_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."reports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notes" ADD CONSTRAINT "notes_author_id_staff_accounts_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."staff_accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_readers" ADD CONSTRAINT "report_readers_report_id_reports_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."reports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_readers" ADD CONSTRAINT "report_readers_staff_id_staff_accounts_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff_accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_sections" ADD CONSTRAINT "report_sections_report_id_reports_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."reports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_transitions" ADD CONSTRAINT "report_transitions_report_id_reports_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."reports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_transitions" ADD CONSTRAINT "report_transitions_staff_id_staff_accounts_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff_accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_urgency" ADD CONSTRAINT "report_urgency_report_id_reports_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."reports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_period_id_periods_id_fk" FOREIGN KEY ("period_id") REFERENCES "public"."periods"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_assigned_to_staff_accounts_id_fk" FOREIGN KEY ("assigned_to") REFERENCES "public"."staff_accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff_invitations" ADD CONSTRAINT "staff_invitations_invited_by_staff_accounts_id_fk" FOREIGN KEY ("invited_by") REFERENCES "public"."staff_accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff_kept_texts" ADD CONSTRAINT "staff_kept_texts_staff_id_staff_accounts_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff_accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff_recovery_codes" ADD CONSTRAINT "staff_recovery_codes_staff_id_staff_accounts_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff_accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff_roles" ADD CONSTRAINT "staff_roles_staff_id_staff_accounts_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff_accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff_sessions" ADD CONSTRAINT "staff_sessions_staff_id_staff_accounts_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff_accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "rate_limits_age" ON "rate_limits" USING btree ("window_start");--> statement-breakpoint
CREATE INDEX "drafts_expiry" ON "drafts" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "messages_of_report" ON "messages" USING btree ("report_id","sent_at");--> statement-breakpoint
CREATE INDEX "messages_unread" ON "messages" USING btree ("report_id") WHERE "messages"."direction" = 'FROM_REPORTER' and "messages"."read_at" is null;--> statement-breakpoint
CREATE INDEX "notes_of_report" ON "notes" USING btree ("report_id","written_at");--> statement-breakpoint
CREATE INDEX "report_transitions_of_report" ON "report_transitions" USING btree ("report_id","changed_at");--> statement-breakpoint
CREATE INDEX "report_urgency_history" ON "report_urgency" USING btree ("report_id","computed_at");--> statement-breakpoint
CREATE INDEX "reports_queue" ON "reports" USING btree ("level","received_at","id");--> statement-breakpoint
CREATE INDEX "reports_state_queue" ON "reports" USING btree ("state","level","received_at","id");--> statement-breakpoint
CREATE INDEX "staff_recovery_codes_of_account" ON "staff_recovery_codes" USING btree ("staff_id");--> statement-breakpoint
CREATE INDEX "staff_sessions_of_account" ON "staff_sessions" USING btree ("staff_id");--> statement-breakpoint
-- The audit only grows: whoever can write the database through the app still cannot change or remove a row of it.
CREATE FUNCTION refuse_audit_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'audit_entries is append-only' USING ERRCODE = 'insufficient_privilege';
END
$$;--> statement-breakpoint
CREATE TRIGGER audit_entries_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "audit_entries"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change();
