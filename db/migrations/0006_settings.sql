-- 0006 Settings: what an operator says of itself, and periods and templates that staff edit.
-- Why: the operator's name and contacts stood nowhere, and what people edit at the same time needs a version to refuse the later one by.
-- Order: after 0005. Adds one table and columns with defaults, so that an instance of the version before keeps working while it runs.
-- If it fails: it runs in one transaction, so nothing is left; mend and run it again.
CREATE TABLE "settings" (
	"name" text PRIMARY KEY NOT NULL,
	"value" jsonb NOT NULL,
	"version" integer NOT NULL,
	"changed_by" uuid NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "settings_known" CHECK ("settings"."name" in ('OPERATOR','NUMBERS'))
);
--> statement-breakpoint
ALTER TABLE "message_templates" ADD COLUMN "retired_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "message_templates" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "periods" ADD COLUMN "takes_ko" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "periods" ADD COLUMN "takes_en" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "periods" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "settings" ADD CONSTRAINT "settings_changed_by_staff_accounts_id_fk" FOREIGN KEY ("changed_by") REFERENCES "public"."staff_accounts"("id") ON DELETE no action ON UPDATE no action;
