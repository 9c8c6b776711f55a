-- 0005 Sites, and people brought home together.
-- Why: a case is tied to places that others are tied to as well, and a return takes people of several cases; both need places of their own.
-- Order: after 0004. Adds tables and one column that may be empty, so that an instance of the version before keeps working while it runs.
-- If it fails: it runs in one transaction, so nothing is left; mend and run it again.
CREATE TABLE "return_persons" (
	"id" uuid PRIMARY KEY NOT NULL,
	"return_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"added_at" timestamp with time zone NOT NULL,
	"removed_at" timestamp with time zone,
	"answered_by" uuid,
	"answered_at" timestamp with time zone,
	"sealed" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "returns" (
	"id" uuid PRIMARY KEY NOT NULL,
	"state" text NOT NULL,
	"state_changed_at" timestamp with time zone NOT NULL,
	"decided_at" timestamp with time zone NOT NULL,
	"planned_at" timestamp with time zone,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"sealed" "bytea" NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "returns_state_known" CHECK ("returns"."state" in ('PLANNED','UNDERWAY','DONE','CANCELLED'))
);
--> statement-breakpoint
CREATE TABLE "case_sites" (
	"id" uuid PRIMARY KEY NOT NULL,
	"case_id" uuid NOT NULL,
	"site_id" uuid NOT NULL,
	"person_id" uuid,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"removed_at" timestamp with time zone,
	"sealed" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "site_keys" (
	"site_id" uuid NOT NULL,
	"digest" "bytea" NOT NULL,
	CONSTRAINT "site_keys_site_id_digest_pk" PRIMARY KEY("site_id","digest")
);
--> statement-breakpoint
CREATE TABLE "sites" (
	"id" uuid PRIMARY KEY NOT NULL,
	"province" text,
	"added_by" uuid,
	"added_at" timestamp with time zone NOT NULL,
	"sealed" "bytea" NOT NULL,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
ALTER TABLE "clocks" ADD COLUMN "return_id" uuid;--> statement-breakpoint
ALTER TABLE "return_persons" ADD CONSTRAINT "return_persons_return_id_returns_id_fk" FOREIGN KEY ("return_id") REFERENCES "public"."returns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "return_persons" ADD CONSTRAINT "return_persons_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "return_persons" ADD CONSTRAINT "return_persons_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "return_persons" ADD CONSTRAINT "return_persons_answered_by_staff_accounts_id_fk" FOREIGN KEY ("answered_by") REFERENCES "public"."staff_accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "returns" ADD CONSTRAINT "returns_created_by_staff_accounts_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."staff_accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_sites" ADD CONSTRAINT "case_sites_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_sites" ADD CONSTRAINT "case_sites_site_id_sites_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."sites"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_sites" ADD CONSTRAINT "case_sites_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_sites" ADD CONSTRAINT "case_sites_recorded_by_staff_accounts_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."staff_accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "site_keys" ADD CONSTRAINT "site_keys_site_id_sites_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."sites"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sites" ADD CONSTRAINT "sites_added_by_staff_accounts_id_fk" FOREIGN KEY ("added_by") REFERENCES "public"."staff_accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "return_persons_once" ON "return_persons" USING btree ("return_id","person_id") WHERE "return_persons"."removed_at" is null;--> statement-breakpoint
CREATE INDEX "return_persons_of_person" ON "return_persons" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "return_persons_of_case" ON "return_persons" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "returns_open" ON "returns" USING btree ("decided_at") WHERE "returns"."state" in ('PLANNED','UNDERWAY');--> statement-breakpoint
CREATE INDEX "case_sites_of_case" ON "case_sites" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "case_sites_of_site" ON "case_sites" USING btree ("site_id");--> statement-breakpoint
CREATE INDEX "site_keys_digest" ON "site_keys" USING btree ("digest");