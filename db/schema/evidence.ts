import { sql } from 'drizzle-orm';
import { bigint, check, index, integer, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core';
import { bytes, moment, rowId } from './columns';
import { drafts } from './drafts';
import { reports } from './reports';

/**
 * One file that somebody handed in, with a data key of its own. It belongs to a draft until that is sent, to a report after. What it is
 * called, what it is and what it was found to be are sealed; sizes, states and times are not.
 */
export const evidenceFiles = pgTable(
  'evidence_files',
  {
    id: rowId(),
    draftId: uuid('draft_id').references(() => drafts.id),
    reportId: uuid('report_id').references(() => reports.id),
    /** RECEIVING: bytes are still coming. STORED: all of them are here, and their digest was taken. */
    state: text('state').notNull(),
    /** What the sender announced, and how much of it has arrived, in bytes. */
    size: bigint('size', { mode: 'number' }).notNull(),
    received: bigint('received', { mode: 'number' }).notNull(),
    /** Where the sealed bytes lie: in evidence_chunks, or in an S3-compatible store. */
    store: text('store').notNull(),
    /** Field it answers, name, caption, origin, type, digest, dimensions. */
    sealed: bytes('sealed').notNull(),
    /** The clean working copy: waiting to be made, made, not possible for this type, or tried in vain. */
    copyState: text('copy_state').notNull(),
    scanState: text('scan_state').notNull(),
    /** How often making the copy or scanning was tried. */
    tries: integer('tries').notNull().default(0),
    createdAt: moment('created_at').notNull(),
    /** Last time bytes arrived, or its copy or scan was tried; one that stays RECEIVING is given up a day later. */
    touchedAt: moment('touched_at').notNull(),
  },
  (table) => [
    index('evidence_files_of_draft').on(table.draftId),
    index('evidence_files_of_report').on(table.reportId),
    index('evidence_files_waiting')
      .on(table.touchedAt)
      .where(
        sql`${table.state} = 'RECEIVING' or ${table.copyState} = 'WAITING' or ${table.scanState} = 'WAITING'`,
      ),
    check('evidence_files_one_owner', sql`(${table.draftId} is null) <> (${table.reportId} is null)`),
    check('evidence_files_state_known', sql`${table.state} in ('RECEIVING','STORED')`),
    check('evidence_files_store_known', sql`${table.store} in ('postgres','s3')`),
    check('evidence_files_copy_known', sql`${table.copyState} in ('WAITING','MADE','NOT_CLEANED','FAILED')`),
    check(
      'evidence_files_scan_known',
      sql`${table.scanState} in ('NOT_CONFIGURED','WAITING','CLEAN','INFECTED','FAILED')`,
    ),
    check('evidence_files_size', sql`${table.size} > 0 and ${table.received} between 0 and ${table.size}`),
  ],
);

/** Sealed pieces of a file and of what was made from it, where PostgreSQL is the store. Each is sealed for its own place. */
export const evidenceChunks = pgTable(
  'evidence_chunks',
  {
    fileId: uuid('file_id')
      .notNull()
      .references(() => evidenceFiles.id, { onDelete: 'cascade' }),
    /** ORIGINAL as it came, COPY without what the camera wrote into it, THUMBNAIL. */
    variant: text('variant').notNull(),
    seq: integer('seq').notNull(),
    sealed: bytes('sealed').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.fileId, table.variant, table.seq] }),
    check('evidence_chunks_variant_known', sql`${table.variant} in ('ORIGINAL','COPY','THUMBNAIL')`),
  ],
);

/**
 * Every object in an S3-compatible store that is ours or may be. It is written down before it is put there. One without a file is loose:
 * never counted as a chunk, or let go of with its file; a job deletes the object, and then this row.
 */
export const evidenceObjects = pgTable(
  'evidence_objects',
  {
    /** The object's name in the store; it says nothing. */
    id: rowId(),
    fileId: uuid('file_id').references(() => evidenceFiles.id, { onDelete: 'set null' }),
    variant: text('variant'),
    seq: integer('seq'),
    madeAt: moment('made_at').notNull(),
  },
  (table) => [
    unique('evidence_objects_place').on(table.fileId, table.variant, table.seq),
    index('evidence_objects_loose').on(table.madeAt).where(sql`${table.fileId} is null`),
  ],
);
