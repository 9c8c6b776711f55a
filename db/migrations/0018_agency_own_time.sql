-- 0018 An agency can have a time of its own to acknowledge in, and a clock remembers it.
-- Why: every agency was waited for as long as the case's level allows (decision 0050).
-- Order: after 0017. Adds two columns that may be empty; who does not know them (an instance of the version before) leaves them empty.
-- Locks: "agencies" and "clocks" against everything, for a moment; reads the few agencies once.
-- If it fails: it runs in one transaction, so nothing is left; mend and run it again.
ALTER TABLE "agencies" ADD COLUMN "ack_hours" integer;--> statement-breakpoint
ALTER TABLE "clocks" ADD COLUMN "own_ms" bigint;--> statement-breakpoint
ALTER TABLE "agencies" ADD CONSTRAINT "agencies_ack_hours" CHECK ("agencies"."ack_hours" between 1 and 720);
