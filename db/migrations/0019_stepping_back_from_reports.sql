-- 0019 Somebody can step back from a report that is in no case.
-- Why: stepping back was a matter of cases, and what comes in is read before there is one (decision 0052).
-- Order: after 0018. Adds an empty table; what works on without it (an instance of the version before) shows such a report to who stepped back until it ends.
-- Locks: "reports" and "staff_accounts" against writing for a moment, for the references.
-- If it fails: it runs in one transaction, so nothing is left; mend and run it again.
CREATE TABLE "report_recusals" (
	"report_id" uuid NOT NULL,
	"staff_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"by" uuid NOT NULL,
	CONSTRAINT "report_recusals_report_id_staff_id_pk" PRIMARY KEY("report_id","staff_id")
);
--> statement-breakpoint
ALTER TABLE "report_recusals" ADD CONSTRAINT "report_recusals_report_id_reports_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."reports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_recusals" ADD CONSTRAINT "report_recusals_staff_id_staff_accounts_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff_accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_recusals" ADD CONSTRAINT "report_recusals_by_staff_accounts_id_fk" FOREIGN KEY ("by") REFERENCES "public"."staff_accounts"("id") ON DELETE no action ON UPDATE no action;