-- 0002 Objects of evidence in an S3-compatible store, where an operator sets one up.
-- Why: an object's name is written down before it is put and forgotten after it was deleted, so that none is ever left behind unknown.
-- And sealed chunks are kept outside their rows as they are: nothing sealed can be compressed, so PostgreSQL need not try.
-- Order: after 0001. Adds one table, so that an instance of the version before keeps working while it runs.
-- If it fails: it runs in one transaction, so nothing is left; mend and run it again.
CREATE TABLE "evidence_objects" (
	"id" uuid PRIMARY KEY NOT NULL,
	"file_id" uuid,
	"variant" text,
	"seq" integer,
	"made_at" timestamp with time zone NOT NULL,
	CONSTRAINT "evidence_objects_place" UNIQUE("file_id","variant","seq")
);
--> statement-breakpoint
ALTER TABLE "evidence_objects" ADD CONSTRAINT "evidence_objects_file_id_evidence_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."evidence_files"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "evidence_objects_loose" ON "evidence_objects" USING btree ("made_at") WHERE "evidence_objects"."file_id" is null;--> statement-breakpoint
ALTER TABLE "evidence_chunks" ALTER COLUMN "sealed" SET STORAGE EXTERNAL;
