-- 0011 The kinds of request that a receipt code can make, and no other.
-- Why: the wish to have everything erased is part of a withdrawal (decision 0039); a request of a kind of its own was allowed and never made.
-- Order: after 0010. Checks every request once; who makes or decides one waits meanwhile. An instance of the version before keeps working.
-- If it fails: a request of kind ERASE is there, which no version of ours has made; nothing is left of the migration. See what made it, then run it again.
ALTER TABLE "report_requests" DROP CONSTRAINT "report_requests_kind_known";--> statement-breakpoint
ALTER TABLE "report_requests" ADD CONSTRAINT "report_requests_kind_known" CHECK ("report_requests"."kind" in ('WITHDRAW','CONSENT'));