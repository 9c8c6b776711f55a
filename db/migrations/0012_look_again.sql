-- 0012 When a report's urgency is to be worked out again.
-- Why: windows of time counted from receipt alone, so a level never followed a date that came close (decision 0047).
-- Order: after 0010. Adds a column, fills it for the reports that are being worked on, so that the round looks at each of them once, and
-- builds a partial index. An instance of the version before keeps working; what it stores meanwhile is looked at once something is added.
-- If it fails: it runs in one transaction, so nothing is left; mend and run it again.
ALTER TABLE "reports" ADD COLUMN "look_again_at" timestamp with time zone;--> statement-breakpoint
UPDATE "reports" SET "look_again_at" = now() WHERE "state" in ('RECEIVED','SCREENING','PROMOTED','LINKED');--> statement-breakpoint
CREATE INDEX "reports_look_again" ON "reports" USING btree ("look_again_at") WHERE "reports"."look_again_at" is not null and "reports"."state" in ('RECEIVED','SCREENING','PROMOTED','LINKED');
