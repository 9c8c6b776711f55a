-- 0010 Requests for a second person by what of a case they are about, and two indexes of what people are told.
-- Why: two hand-overs of one case kept each other from being asked about; each round of retention, and of the days that are set in cases, read all notices.
-- Order: after 0009. Locks: "approvals" against reading and writing for a moment, "outbox" against writing while its two indexes are built (seconds for
-- each million notices); who asks a second person, or is told something, waits meanwhile, longer than 15 s not without failing. Requests that
-- are there count as about their whole case until they are decided or run out. An instance of the version before keeps working: it asks as it did.
-- If it fails: it runs in one transaction, so nothing is left; mend and run it again.
DROP INDEX "approvals_one_open";--> statement-breakpoint
ALTER TABLE "approvals" ADD COLUMN "ref_id" uuid;--> statement-breakpoint
CREATE INDEX "outbox_by_age" ON "outbox" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "outbox_of_subject" ON "outbox" USING btree ("subject_id","kind","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "approvals_one_open" ON "approvals" USING btree ("act","subject_id",coalesce("ref_id", "subject_id")) WHERE "approvals"."state" = 'PENDING';