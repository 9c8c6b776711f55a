-- 0015 What waits to be indexed, by how long it has waited.
-- Why: each turn of the job read everything that waits, to find the oldest.
-- Order: after 0014, before 0016 puts more there. Locks: "search_due" against writing, for as long as reading once what waits; who changes a report, case or person waits meanwhile.
-- If it fails: it runs in one transaction, so nothing is left; mend and run it again.
CREATE INDEX "search_due_oldest" ON "search_due" USING btree ("since");
