-- 0009 Search by week: every document of search also holds a token of the week in which it came, and its index keeps nothing unsorted.
-- Why: words that are in one of fifty documents were found by reading tens of thousands of rows with a million reports (decision 0041).
-- Order: after 0008. Rewrites every row of search_documents and builds one index anew; who indexes waits meanwhile. An instance of the version before
-- finds what it found, and what it indexes in the meantime is found once it has changed again or after a re-index.
-- If it fails: it runs in one transaction, so nothing is left; mend and run it again.
DROP INDEX "search_documents_tokens";--> statement-breakpoint
-- 196608 stands above the tokens of every class, a week has 604800 seconds (weekToken in lib/search/tokens.ts).
UPDATE "search_documents" SET "tokens" = "tokens" || (196608 + floor(extract(epoch from "at") / 604800))::integer;--> statement-breakpoint
CREATE INDEX "search_documents_tokens" ON "search_documents" USING gin ("tokens") WITH (fastupdate=false);
