import 'server-only';
import { and, asc, eq, gt, isNull } from 'drizzle-orm';
import type { Db, Tx } from '@/db/client';
import { drafts } from '@/db/schema/drafts';
import { evidenceFiles } from '@/db/schema/evidence';
import { now } from '@/lib/clock';
import { findDataKey } from '@/lib/vault/commands';
import type { DataKey } from '@/lib/vault/seal';
import { type EvidenceField, evidenceFields } from './limits';
import type { ByteRange } from './range';
import { readChunks } from './read-chunks';
import { type EvidenceRecord, openRecord } from './sealed-record';
import { storeNamed } from './storage/choose';
import {
  type CopyState,
  type FileKind,
  type FileState,
  type FileType,
  fileTypes,
  type Origin,
  type ScanState,
  type Variant,
} from './types';

/** A file as it is shown to who sent it and to staff. */
export type FileView = {
  id: string;
  field: EvidenceField;
  /** Safe to show; empty when the sender's name for it held nothing that can be shown. */
  name: string;
  /** Null until its first chunk is here. */
  kind: FileKind | null;
  type: FileType | null;
  size: number;
  received: number;
  state: FileState;
  copyState: CopyState;
  scanState: ScanState;
  caption: string;
  origin: Origin | null;
  hasThumbnail: boolean;
};

/** What staff see besides. */
export type ReportFileView = FileView & {
  sha256: string | null;
  receivedAt: Date;
  photo: NonNullable<EvidenceRecord['photo']>;
  /** What the scanner called it, when it is INFECTED. */
  threat: string | null;
};

export type FileRow = typeof evidenceFiles.$inferSelect;
export type OpenFile = { row: FileRow; key: DataKey; record: EvidenceRecord };

/** Opens a file's row; null when its key was destroyed. */
export async function openFile(db: Db | Tx, row: FileRow): Promise<OpenFile | null> {
  const key = await findDataKey(db, { kind: 'evidence', id: row.id });
  return key && { row, key, record: openRecord(key, row.id, row.sealed) };
}

/** A file of a draft that still lives and was not sent. */
export async function findDraftFile(db: Db | Tx, draftId: string, fileId: string): Promise<OpenFile | null> {
  if (!isFileId(fileId)) return null;
  const [found] = await selectDraftFile(db, draftId, fileId);
  return found ? openFile(db, found.row) : null;
}

/** The query for it, for a caller that locks what it finds. */
export const selectDraftFile = (db: Db | Tx, draftId: string, fileId: string) =>
  db
    .select({ row: evidenceFiles })
    .from(evidenceFiles)
    .innerJoin(drafts, eq(drafts.id, evidenceFiles.draftId))
    .where(and(eq(evidenceFiles.id, fileId), eq(drafts.id, draftId), ...stillOpen()));

/** A draft that can take files: its time is not over, and it was not sent. */
export const stillOpen = () => [gt(drafts.expiresAt, now()), isNull(drafts.reportId)];

/** PostgreSQL answers an error to what is no UUID; ids come in addresses, where anything can stand. */
export const isFileId = (text: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);

/** The files of a draft that was not sent, in the order in which they were begun. */
export async function listDraftFiles(db: Db | Tx, draftId: string): Promise<FileView[]> {
  const rows = await db
    .select({ row: evidenceFiles })
    .from(evidenceFiles)
    .innerJoin(drafts, eq(drafts.id, evidenceFiles.draftId))
    .where(and(eq(drafts.id, draftId), ...stillOpen()))
    .orderBy(asc(evidenceFiles.createdAt), asc(evidenceFiles.id));
  return (
    await openAll(
      db,
      rows.map(({ row }) => row),
    )
  ).map(toView);
}

/** How many files each question of a draft is answered with; those that are still coming count. */
export async function countDraftFiles(db: Db | Tx, draftId: string): Promise<Record<EvidenceField, number>> {
  const counts = Object.fromEntries(evidenceFields.map((field) => [field, 0])) as Record<
    EvidenceField,
    number
  >;
  for (const { field } of await listDraftFiles(db, draftId)) counts[field] += 1;
  return counts;
}

/** The files of a report, in the order in which they were begun. No access check: the caller has made it. */
export async function listReportFiles(tx: Db | Tx, reportId: string): Promise<ReportFileView[]> {
  const rows = await tx
    .select()
    .from(evidenceFiles)
    .where(eq(evidenceFiles.reportId, reportId))
    .orderBy(asc(evidenceFiles.createdAt), asc(evidenceFiles.id));
  return (await openAll(tx, rows)).map((file) => ({
    ...toView(file),
    sha256: file.record.sha256 ?? null,
    receivedAt: file.row.createdAt,
    photo: file.record.photo ?? {},
    threat: file.record.threat ?? null,
  }));
}

async function openAll(db: Db | Tx, rows: FileRow[]): Promise<OpenFile[]> {
  const opened: OpenFile[] = [];
  for (const row of rows) {
    const file = await openFile(db, row);
    if (file) opened.push(file);
  }
  return opened;
}

function toView({ row, record }: OpenFile): FileView {
  return {
    id: row.id,
    field: record.field,
    name: record.name,
    kind: record.type ? fileTypes[record.type].kind : null,
    type: record.type ?? null,
    size: record.size ?? row.size,
    received: row.received,
    state: row.state as FileState,
    copyState: row.copyState as CopyState,
    scanState: row.scanState as ScanState,
    caption: record.caption,
    origin: record.origin ?? null,
    hasThumbnail: record.thumbnail !== undefined,
  };
}

/** Bytes to hand out. They are read and opened a chunk at a time while they are taken. */
export type OpenVariant = {
  bytes: AsyncIterable<Buffer>;
  /** Part of them: as many of the whole chunks in between are read as it needs. */
  between: (range: ByteRange) => AsyncIterable<Buffer>;
  size: number;
  mime: string;
  extension: string;
};

/**
 * A file's bytes, or those of what was made from it; null when there are none, the file is not whole, or a scanner found something in it.
 * No access check and no audit: the caller makes both. Given a transaction, the bytes have to be taken inside it.
 */
export async function openVariant(
  db: Db | Tx,
  fileId: string,
  variant: Variant,
): Promise<OpenVariant | null> {
  if (!isFileId(fileId)) return null;
  const [row] = await db.select().from(evidenceFiles).where(eq(evidenceFiles.id, fileId));
  if (row?.state !== 'STORED' || row.scanState === 'INFECTED') return null;
  const file = await openFile(db, row);
  return file && variantOf(db, file, variant);
}

function variantOf(db: Db | Tx, { row, key, record }: OpenFile, variant: Variant): OpenVariant | null {
  const type = record.type && fileTypes[record.type];
  const made = variant === 'COPY' ? record.copy : record.thumbnail;
  const { size, mime } =
    variant === 'ORIGINAL'
      ? { size: record.size ?? row.size, mime: type?.mime ?? '' }
      : (made ?? { size: 0, mime: '' });
  if (!type || size === 0) return null;
  const extension = variant === 'ORIGINAL' ? type.extension : mime === 'image/png' ? 'png' : 'jpg';
  const stored = { store: storeNamed(row.store), key, fileId: row.id, variant };
  return {
    bytes: readChunks(db, stored, size),
    // Nothing behind `last` counts, so the file ends there for who reads it.
    between: ({ first, last }) => readChunks(db, stored, last + 1, first),
    size,
    mime,
    extension,
  };
}

/** The small picture of a photo in a draft that still lives, for who sent it. */
export async function openDraftThumbnail(
  db: Db,
  draftId: string,
  fileId: string,
): Promise<OpenVariant | null> {
  const file = await findDraftFile(db, draftId, fileId);
  return file && file.row.state === 'STORED' && file.row.scanState !== 'INFECTED'
    ? variantOf(db, file, 'THUMBNAIL')
    : null;
}
