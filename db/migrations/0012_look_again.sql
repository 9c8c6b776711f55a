-- 0012 When a report's urgency is to be worked out again.
-- Why: windows of time counted from receipt alone, so a level never followed a date that came close (decision 0047).
-- Order: after 0010. Adds a column; fills it for the reports that nobody has decided and those in a case that is not closed, so that the round
-- looks at each of them once; builds a partial index. Who stores without it (an instance of the version before keeps working) leaves it to the round.
-- Locks: "reports" against reading and writing to the end: about as long as reading the table once. Who uses a report waits, longer than 15 s not without failing.
-- If it fails: it runs in one transaction, so nothing is left; mend and run it again.
ALTER TABLE "reports" ADD COLUMN "look_again_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "reports" ALTER COLUMN "look_again_at" SET DEFAULT now();--> statement-breakpoint
UPDATE "reports" SET "look_again_at" = now() WHERE "state" in ('RECEIVED','SCREENING') OR ("state" in ('PROMOTED','LINKED') AND "id" in (
  SELECT "report_id" FROM "case_reports" JOIN "cases" ON "cases"."id" = "case_reports"."case_id"
  WHERE "case_reports"."unlinked_at" is null AND "cases"."state" <> 'CLOSED'));--> statement-breakpoint
CREATE INDEX "reports_look_again" ON "reports" USING btree ("look_again_at") WHERE "reports"."look_again_at" is not null and "reports"."state" in ('RECEIVED','SCREENING','PROMOTED','LINKED');
