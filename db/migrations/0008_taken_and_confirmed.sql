-- 0008 What "take next" gave, and who opened and who confirmed an agency.
-- Why: the same form pressed twice took two things; one supervisor could add a limited agency once more without its limits.
-- Order: after 0007. Adds a table, two columns without a value and a check that holds for such rows, so that an instance of the version before
-- keeps working while it runs: agencies that are there count as confirmed.
-- If it fails: it runs in one transaction, so nothing is left; mend and run it again.
CREATE TABLE "taken_items" (
	"id" uuid PRIMARY KEY NOT NULL,
	"item_id" uuid NOT NULL,
	"staff_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "agencies" ADD COLUMN "opened_by" uuid;--> statement-breakpoint
ALTER TABLE "agencies" ADD COLUMN "confirmed_by" uuid;--> statement-breakpoint
ALTER TABLE "taken_items" ADD CONSTRAINT "taken_items_staff_id_staff_accounts_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff_accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agencies" ADD CONSTRAINT "agencies_opened_by_staff_accounts_id_fk" FOREIGN KEY ("opened_by") REFERENCES "public"."staff_accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agencies" ADD CONSTRAINT "agencies_confirmed_by_staff_accounts_id_fk" FOREIGN KEY ("confirmed_by") REFERENCES "public"."staff_accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agencies" ADD CONSTRAINT "agencies_two_people" CHECK ("agencies"."confirmed_by" is null or ("agencies"."opened_by" is not null and "agencies"."confirmed_by" <> "agencies"."opened_by"));