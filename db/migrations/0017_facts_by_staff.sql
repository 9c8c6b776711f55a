-- 0017 What staff found out stands among what was added to a report.
-- Why: its reporter is told of what they added themselves, and the desk has news of that alone (decision 0051).
-- Order: after 0016. Adds a column with a constant default, which PostgreSQL keeps beside the table: no row is written. An instance of the version before stores
-- without it, and all it stores is the reporter's; it shows a reporter when facts were recorded, so no facts are recorded before it is gone.
-- Locks: "report_sections" against reading and writing, for a moment.
-- If it fails: it runs in one transaction, so nothing is left; mend and run it again.
ALTER TABLE "report_sections" ADD COLUMN "by_staff" boolean DEFAULT false NOT NULL;
