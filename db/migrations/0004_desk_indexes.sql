-- 0004 Indexes of the desk: what nobody has opened, what is barred from contact, what was added by receipt code, the newest documents of search.
-- Why: measured with very many reports, these were found by reading everything that is open, added or indexed.
-- Order: after 0003. Adds partial indexes over few rows and one over search_documents; writers of those tables wait while they are built.
-- If it fails: it runs in one transaction, so nothing is left; mend and run it again.
CREATE INDEX "cases_barred" ON "cases" USING btree ("level","next_due_at","id") WHERE "cases"."state" <> 'CLOSED' and "cases"."do_not_contact";--> statement-breakpoint
CREATE INDEX "report_sections_added" ON "report_sections" USING btree ("report_id") WHERE "report_sections"."part" > 0;--> statement-breakpoint
CREATE INDEX "reports_barred" ON "reports" USING btree ("level","received_at","id") WHERE "reports"."state" in ('RECEIVED','SCREENING') and "reports"."contact_risk" = 'RISKY' and "reports"."contact_released_at" is null;--> statement-breakpoint
CREATE INDEX "search_documents_newest" ON "search_documents" USING btree ("at");--> statement-breakpoint
CREATE INDEX "reports_unopened" ON "reports" USING btree ("level","received_at","id") WHERE "reports"."state" in ('RECEIVED','SCREENING') and "reports"."opened_at" is null;
