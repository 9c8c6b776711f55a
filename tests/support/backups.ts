import { Readable, Writable } from 'node:stream';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import type { Db } from '@/db/client';
import { type ArchiveWriter, readArchive, writeArchive } from '@/lib/backup/archive';
import { backUp, restore } from '@/lib/backup/commands';

/** A pair of keys: what opens, and what it is sealed for. */
export async function newPair(): Promise<{ identity: string; recipient: string }> {
  const identity = await generateX25519Identity();
  return { identity, recipient: await identityToRecipient(identity) };
}

/** What was written, as the file would be. */
export async function sealed(
  recipient: string,
  write: (archive: ArchiveWriter) => Promise<unknown>,
): Promise<Buffer> {
  const parts: Buffer[] = [];
  const out = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      parts.push(chunk);
      done();
    },
  });
  const archive = writeArchive([recipient], out);
  await write(archive);
  await archive.end();
  return Buffer.concat(parts);
}

export const takeBackup = (db: Db, recipient: string, lacking = false) =>
  sealed(recipient, (archive) => backUp(db, archive.put, lacking));

/** Restores from the bytes of a file, which come a piece at a time, as from a disk. */
export function putBack(
  db: Db,
  file: Buffer,
  identity: string,
  meant: Parameters<typeof restore>[2] = 'replaces',
  erasureLog?: AsyncIterable<string>,
) {
  const pieces = Array.from({ length: Math.ceil(file.length / 65_536) }, (_, at) =>
    file.subarray(at * 65_536, (at + 1) * 65_536),
  );
  return restore(db, readArchive([identity], Readable.from(pieces)), meant, erasureLog);
}
