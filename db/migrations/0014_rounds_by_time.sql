-- 0014 What the rounds of the clocks ask for by its time: what was added lately, and tasks that are due.
-- Why: each round read everything that was ever added to a report, and every task that nobody had done.
-- Order: after 0013. Locks: "case_tasks", then "report_sections" against writing while its index is built (each reads its table once); who adds to a report or sends one waits
-- meanwhile, longer than 15 s not without failing. An instance of the version before keeps working.
-- If it fails: it runs in one transaction, so nothing is left; mend and run it again.
CREATE INDEX "case_tasks_due" ON "case_tasks" USING btree ("due_at") WHERE "case_tasks"."done_at" is null;--> statement-breakpoint
CREATE INDEX "report_sections_added_lately" ON "report_sections" USING btree ("added_at") WHERE "report_sections"."part" > 0;
