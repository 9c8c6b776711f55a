-- 0001 The report, whole: evidence, what is added later, requests by receipt code, a code to resume a draft, frozen public numbers.
-- Why: a report takes in files and keeps growing after it was sent; refused statistics (K6) and published numbers need a place.
-- Order: after 0000. Adds tables and columns with defaults, so that an instance of the version before keeps working while it runs.
-- If it fails: it runs in one transaction, so nothing is left; mend and run it again.
CREATE TABLE "evidence_chunks" (
	"file_id" uuid NOT NULL,
	"variant" text NOT NULL,
	"seq" integer NOT NULL,
	"sealed" "bytea" NOT NULL,
	CONSTRAINT "evidence_chunks_file_id_variant_seq_pk" PRIMARY KEY("file_id","variant","seq"),
	CONSTRAINT "evidence_chunks_variant_known" CHECK ("evidence_chunks"."variant" in ('ORIGINAL','COPY','THUMBNAIL'))
);
--> statement-breakpoint
CREATE TABLE "evidence_files" (
	"id" uuid PRIMARY KEY NOT NULL,
	"draft_id" uuid,
	"report_id" uuid,
	"state" text NOT NULL,
	"size" bigint NOT NULL,
	"received" bigint NOT NULL,
	"store" text NOT NULL,
	"sealed" "bytea" NOT NULL,
	"copy_state" text NOT NULL,
	"scan_state" text NOT NULL,
	"tries" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"touched_at" timestamp with time zone NOT NULL,
	CONSTRAINT "evidence_files_one_owner" CHECK (("evidence_files"."draft_id" is null) <> ("evidence_files"."report_id" is null)),
	CONSTRAINT "evidence_files_state_known" CHECK ("evidence_files"."state" in ('RECEIVING','STORED')),
	CONSTRAINT "evidence_files_store_known" CHECK ("evidence_files"."store" in ('postgres','s3')),
	CONSTRAINT "evidence_files_copy_known" CHECK ("evidence_files"."copy_state" in ('WAITING','MADE','NOT_CLEANED','FAILED')),
	CONSTRAINT "evidence_files_scan_known" CHECK ("evidence_files"."scan_state" in ('NOT_CONFIGURED','WAITING','CLEAN','INFECTED','FAILED')),
	CONSTRAINT "evidence_files_size" CHECK ("evidence_files"."size" > 0 and "evidence_files"."received" between 0 and "evidence_files"."size")
);
--> statement-breakpoint
CREATE TABLE "report_requests" (
	"id" uuid PRIMARY KEY NOT NULL,
	"report_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"sealed" "bytea" NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"decision" text,
	"sealed_answer" "bytea",
	"decided_by" uuid,
	"decided_at" timestamp with time zone,
	"submission_key" uuid NOT NULL,
	CONSTRAINT "report_requests_submission_key" UNIQUE("submission_key"),
	CONSTRAINT "report_requests_kind_known" CHECK ("report_requests"."kind" in ('WITHDRAW','CONSENT')),
	CONSTRAINT "report_requests_decision_known" CHECK ("report_requests"."decision" in ('GRANTED','DECLINED')),
	CONSTRAINT "report_requests_decided_whole" CHECK (("report_requests"."decision" is null) = ("report_requests"."decided_at" is null) and ("report_requests"."decision" is null) = ("report_requests"."decided_by" is null))
);
--> statement-breakpoint
CREATE TABLE "statistics_snapshots" (
	"id" uuid PRIMARY KEY NOT NULL,
	"through" date NOT NULL,
	"tables" jsonb NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	"published_at" timestamp with time zone NOT NULL,
	CONSTRAINT "statistics_snapshots_through" UNIQUE("through")
);
--> statement-breakpoint
ALTER TABLE "report_sections" DROP CONSTRAINT "report_sections_once";--> statement-breakpoint
ALTER TABLE "drafts" ADD COLUMN "adds_to" uuid;--> statement-breakpoint
ALTER TABLE "drafts" ADD COLUMN "resume_digest" "bytea";--> statement-breakpoint
ALTER TABLE "report_sections" ADD COLUMN "part" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "report_sections" ADD COLUMN "added_at" timestamp with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "reports" ADD COLUMN "in_statistics" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "evidence_chunks" ADD CONSTRAINT "evidence_chunks_file_id_evidence_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."evidence_files"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence_files" ADD CONSTRAINT "evidence_files_draft_id_drafts_id_fk" FOREIGN KEY ("draft_id") REFERENCES "public"."drafts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence_files" ADD CONSTRAINT "evidence_files_report_id_reports_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."reports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_requests" ADD CONSTRAINT "report_requests_report_id_reports_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."reports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_requests" ADD CONSTRAINT "report_requests_decided_by_staff_accounts_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."staff_accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "evidence_files_of_draft" ON "evidence_files" USING btree ("draft_id");--> statement-breakpoint
CREATE INDEX "evidence_files_of_report" ON "evidence_files" USING btree ("report_id");--> statement-breakpoint
CREATE INDEX "evidence_files_waiting" ON "evidence_files" USING btree ("touched_at") WHERE "evidence_files"."state" = 'RECEIVING' or "evidence_files"."copy_state" = 'WAITING' or "evidence_files"."scan_state" = 'WAITING';--> statement-breakpoint
CREATE INDEX "report_requests_of_report" ON "report_requests" USING btree ("report_id","asked_at");--> statement-breakpoint
CREATE INDEX "report_requests_open" ON "report_requests" USING btree ("report_id") WHERE "report_requests"."decision" is null;--> statement-breakpoint
ALTER TABLE "drafts" ADD CONSTRAINT "drafts_adds_to_reports_id_fk" FOREIGN KEY ("adds_to") REFERENCES "public"."reports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "drafts" ADD CONSTRAINT "drafts_resume_digest" UNIQUE("resume_digest");--> statement-breakpoint
ALTER TABLE "report_sections" ADD CONSTRAINT "report_sections_once" UNIQUE("report_id","section","part");