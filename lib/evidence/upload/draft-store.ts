import 'server-only';
import type { Readable } from 'node:stream';
import { DataStore, Upload } from '@tus/server';
import type { Db } from '@/db/client';
import { beginUpload, removeFile, writePiece } from '../commands';
import { CHUNK_BYTES, isEvidenceField } from '../limits';
import { findDraftFile } from '../queries';
import { UploadRefused } from './upload-refused';

/**
 * What the tus server keeps uploads in: the files of one draft. Nothing of an upload is kept in this process, so that any instance can take
 * any piece; turns are taken by the file's row.
 */
export class DraftStore extends DataStore {
  constructor(
    private readonly db: Db,
    private readonly draftId: string,
    private readonly from: string,
  ) {
    super();
    this.extensions = ['creation', 'creation-with-upload', 'termination'];
  }

  override async create(upload: Upload): Promise<Upload> {
    const field = upload.metadata?.field;
    const name = upload.metadata?.filename ?? '';
    const file = { field: isEvidenceField(field) ? field : 'files', name, size: upload.size ?? 0 } as const;
    const begun = await beginUpload(this.db, this.draftId, file, this.from);
    if (!begun.ok) throw new UploadRefused(begun.reason);
    upload.id = begun.id;
    return upload;
  }

  override async getUpload(id: string): Promise<Upload> {
    const file = await findDraftFile(this.db, this.draftId, id);
    if (!file) throw new UploadRefused('gone');
    // Without the metadata it was made with: a name is sealed, and does not go out in a header.
    return new Upload({ id, size: file.row.size, offset: file.row.received });
  }

  override async remove(id: string): Promise<void> {
    const removed = await removeFile(this.db, this.draftId, id);
    if (!removed.ok) throw new UploadRefused(removed.reason);
  }

  /** Stores what comes in, a chunk at a time. When the connection is cut, what has arrived until then is kept. */
  override async write(stream: Readable, id: string, offset: number): Promise<number> {
    let at = offset;
    let parts: Buffer[] = [];
    let length = 0;
    const store = async (most: number) => {
      const bytes = Buffer.concat(parts);
      const piece = bytes.subarray(0, most);
      const taken = await writePiece(this.db, this.draftId, id, at, piece, this.from);
      if (!taken.ok) throw new UploadRefused(taken.reason);
      at += Math.min(most, bytes.length);
      // Somebody else sent the same bytes at the same time: what is here now is for the client to ask.
      if (taken.received !== at) throw new UploadRefused('wrong-offset');
      parts = [bytes.subarray(most)];
      length = bytes.length - Math.min(most, bytes.length);
    };
    try {
      for await (const part of stream) {
        parts.push(part as Buffer);
        length += (part as Buffer).length;
        const room = CHUNK_BYTES - (at % CHUNK_BYTES);
        while (length >= room && length > 0) await store(CHUNK_BYTES - (at % CHUNK_BYTES));
      }
    } catch (error) {
      if (!(error instanceof UploadRefused) && length > 0) await store(length);
      throw error;
    }
    if (length > 0) await store(length);
    return at;
  }
}
