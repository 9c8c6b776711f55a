-- 0020 Who was ever in a case is found by an index.
-- Why: the unique index holds those alone who are in it now; a case's page read everybody in any case, 30 ms with a million reports (docs/measured.md).
-- Order: after 0019. Adds an index; who does not know it (an instance of the version before) uses it as well.
-- Locks: "case_persons" against writing while the index is built.
-- If it fails: it runs in one transaction, so nothing is left; mend and run it again.
CREATE INDEX "case_persons_of_case" ON "case_persons" USING btree ("case_id");
