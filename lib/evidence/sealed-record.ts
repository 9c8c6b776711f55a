import 'server-only';
import { type DataKey, open, seal } from '@/lib/vault/seal';
import type { EvidenceField } from './limits';
import type { FileType, Origin, Variant } from './types';

/** What the camera wrote into a photo that is worth keeping: sealed here, and gone from the working copy. */
export type PhotoFacts = {
  /** As the camera's clock had it, `2025-10-03T14:22:05`, with its offset when the camera said one. */
  takenAt?: string;
  latitude?: number;
  longitude?: number;
};

/** Something made from the original. */
export type Made = { mime: string; size: number; width: number; height: number };

/** What a file's row seals. */
export type EvidenceRecord = {
  field: EvidenceField;
  /** As it may be shown (file-name.ts); the name as it was sent is kept nowhere. */
  name: string;
  caption: string;
  origin?: Origin;
  /** Known once the first chunk is here. */
  type?: FileType;
  /** Of the original, in hexadecimal, taken when its last byte arrived. */
  sha256?: string;
  /** Of the whole original. The row says it too, in the clear, where somebody could make a file look shorter. */
  size?: number;
  photo?: PhotoFacts;
  copy?: Made;
  thumbnail?: Made;
  /** What the scanner called it. */
  threat?: string;
};

const recordPlace = (fileId: string) => ({ table: 'evidence_files', row: fileId, column: 'sealed' });

export const sealRecord = (key: DataKey, fileId: string, record: EvidenceRecord): Buffer =>
  seal(key, recordPlace(fileId), record);

export const openRecord = (key: DataKey, fileId: string, sealed: Buffer): EvidenceRecord =>
  open<EvidenceRecord>(key, recordPlace(fileId), sealed);

/** Binds a chunk to its file, its variant and its turn: none can be moved, swapped or left out without being noticed. */
export const chunkPlace = (fileId: string, variant: Variant, seq: number) => ({
  table: 'evidence_chunks',
  row: fileId,
  column: `${variant}/${seq}`,
});
