-- 0007 Erasing: the ledger of what was erased, what published numbers still count of it, a legal hold on a report of its own.
-- Why: nothing of a sent report, a person or a case could be erased, and a database restored from before must forget again.
-- Order: after 0006. Adds two tables, a column with a default and indexes, and lets two checks pass one name more, so that an instance of the
-- version before keeps working while it runs.
-- If it fails: it runs in one transaction, so nothing is left; mend and run it again.
CREATE TABLE "erasures" (
	"id" uuid PRIMARY KEY NOT NULL,
	"seq" integer NOT NULL,
	"owner_kind" text NOT NULL,
	"owner_id" uuid NOT NULL,
	"erased_at" timestamp with time zone NOT NULL,
	"why" text NOT NULL,
	"mac" text NOT NULL,
	"asked_by" uuid,
	"agreed_by" uuid,
	"shipped_at" timestamp with time zone,
	"receipt_digest" "bytea",
	CONSTRAINT "erasures_seq" UNIQUE("seq"),
	CONSTRAINT "erasures_receipt_digest" UNIQUE("receipt_digest"),
	CONSTRAINT "erasures_owner_known" CHECK ("erasures"."owner_kind" in ('report','case','person','return')),
	CONSTRAINT "erasures_why_known" CHECK ("erasures"."why" in ('PERIOD','REQUEST','DESK')),
	CONSTRAINT "erasures_two_people" CHECK (("erasures"."asked_by" is null) = ("erasures"."agreed_by" is null) and ("erasures"."agreed_by" is null or "erasures"."agreed_by" <> "erasures"."asked_by"))
);
--> statement-breakpoint
CREATE TABLE "kept_counts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"what" text NOT NULL,
	"day" date NOT NULL,
	"included" boolean NOT NULL,
	"period_id" uuid,
	"kind" text,
	"level" text,
	"province" text,
	"state" text,
	CONSTRAINT "kept_counts_what_known" CHECK ("kept_counts"."what" in ('REPORT','CLOSED','SAFETY_UNCONFIRMED')),
	CONSTRAINT "kept_counts_only_included" CHECK ("kept_counts"."included" or ("kept_counts"."period_id" is null and "kept_counts"."kind" is null and "kept_counts"."level" is null and "kept_counts"."province" is null and "kept_counts"."state" is null))
);
--> statement-breakpoint
ALTER TABLE "report_requests" DROP CONSTRAINT "report_requests_kind_known";--> statement-breakpoint
ALTER TABLE "settings" DROP CONSTRAINT "settings_known";--> statement-breakpoint
ALTER TABLE "reports" ADD COLUMN "legal_hold" boolean DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX "erasures_of_owner" ON "erasures" USING btree ("owner_kind","owner_id");--> statement-breakpoint
CREATE INDEX "erasures_unshipped" ON "erasures" USING btree ("seq") WHERE "erasures"."shipped_at" is null;--> statement-breakpoint
CREATE INDEX "erasures_told" ON "erasures" USING btree ("erased_at") WHERE "erasures"."receipt_digest" is not null;--> statement-breakpoint
CREATE INDEX "cases_closed" ON "cases" USING btree ("closed_at") WHERE "cases"."state" = 'CLOSED';--> statement-breakpoint
CREATE INDEX "reports_ended" ON "reports" USING btree ("state_changed_at") WHERE "reports"."state" in ('INTEL_ONLY','OUT_OF_SCOPE','ABUSE','WITHDRAWN');--> statement-breakpoint
ALTER TABLE "report_requests" ADD CONSTRAINT "report_requests_kind_known" CHECK ("report_requests"."kind" in ('WITHDRAW','CONSENT','ERASE'));--> statement-breakpoint
ALTER TABLE "settings" ADD CONSTRAINT "settings_known" CHECK ("settings"."name" in ('OPERATOR','NUMBERS','RETENTION'));