import 'server-only';
import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { constants, createGunzip, createGzip } from 'node:zlib';
import { Decrypter, Encrypter } from 'age-encryption';
import { extract, pack } from 'tar-stream';
import { BackupRefused } from './refused';

/**
 * A backup is a tar archive, gzipped, sealed with age (age-encryption.org/v1): `age -d -i KEY FILE | tar xz` opens it without any of our
 * code. Everything here is streamed; of the archive, one entry is in memory at a time.
 */
export type Entry = { name: string; bytes: Buffer };

/** Entries are made no larger than a few megabytes; what says that it is larger than this was not made here. */
const MOST_BYTES = 128 * 1024 * 1024;
/** Most of an archive is sealed bytes in hexadecimal. Half of that can be saved and no more, and this does it three times as fast as level 1. */
const COMPRESSION = { level: 1, strategy: constants.Z_HUFFMAN_ONLY };

export type ArchiveWriter = {
  /** Resolves when the entry is on its way to `out` and the next one may come. */
  put: (entry: Entry) => Promise<void>;
  /** Resolves when everything was taken by `out`. */
  end: () => Promise<void>;
};

/** Writes an archive to `out`, sealed for each of the recipients (`age1…`): any of their keys opens it, and none is needed here. */
export function writeArchive(recipients: readonly string[], out: Writable): ArchiveWriter {
  const encrypter = new Encrypter();
  for (const recipient of recipients) encrypter.addRecipient(recipient);
  const tar = pack();
  async function* seal(source: AsyncIterable<Buffer>) {
    yield* (await encrypter.encrypt(toWeb(source))) as unknown as AsyncIterable<Uint8Array>;
  }
  const done = pipeline(Readable.from(tar), createGzip(COMPRESSION), seal, out);
  let stop: (error: unknown) => void = () => {};
  let broken: { error: unknown } | undefined;
  done.catch((error: unknown) => {
    broken = { error };
    stop(error);
  });
  return {
    put: ({ name, bytes }) =>
      new Promise<void>((resolve, reject) => {
        if (broken) return reject(broken.error);
        stop = reject;
        const header = { name, size: bytes.length, mode: 0o600, mtime: new Date(0) };
        // What goes wrong is told by the pipeline; an entry that was cut short by it only says so again.
        tar.entry(header, bytes, (error) => (error ? undefined : resolve())).on('error', () => {});
      }),
    end: () => {
      if (!broken) tar.finalize();
      return done;
    },
  };
}

/**
 * The entries of an archive, in order. Each was authenticated when it is handed out, but that the archive is whole is known only when this
 * ends without an error: nothing may be made final before. Throws `BackupRefused` with a sentence.
 */
export async function* readArchive(identities: readonly string[], source: Readable): AsyncGenerator<Entry> {
  const decrypter = new Decrypter();
  for (const identity of identities) decrypter.addIdentity(identity);
  const tar = extract();
  async function* open(sealed: AsyncIterable<Buffer>) {
    yield* (await decrypter.decrypt(toWeb(sealed))) as unknown as AsyncIterable<Uint8Array>;
  }
  const closed = new Promise<void>((resolve) => tar.once('close', resolve));
  const drained = () => new Promise<void>((resolve) => tar.once('drain', resolve));
  const done = pipeline(source, open, createGunzip(), async (plain: AsyncIterable<Buffer>) => {
    for await (const chunk of plain) {
      if (tar.destroyed) return;
      if (!tar.write(chunk)) await Promise.race([drained(), closed]);
    }
    tar.end(null);
  });
  done.catch((error: unknown) => tar.destroy(error as Error));
  try {
    for await (const entry of tar) {
      const { name, size = 0 } = entry.header;
      if (size > MOST_BYTES) throw new BackupRefused('This is not a backup that Naru made.');
      const parts: Buffer[] = [];
      for await (const part of entry) parts.push(part as Buffer);
      yield { name, bytes: Buffer.concat(parts) };
    }
    await done;
  } catch (error) {
    throw refusal(error);
  } finally {
    source.destroy();
    tar.destroy();
  }
}

/** As the seal wants it. Node's own adapter (Readable.toWeb) throws where nobody can catch it when a stream is given up half-way. */
function toWeb(source: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> {
  const iterator = source[Symbol.asyncIterator]();
  return new ReadableStream<Uint8Array>({
    pull: async (controller) => {
      const { done, value } = await iterator.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    cancel: async () => void (await iterator.return?.()),
  });
}

function refusal(error: unknown): Error {
  if (error instanceof BackupRefused) return error;
  const { message = '', code } = error as { message?: string; code?: string };
  if (/no identity matched/.test(message))
    return new BackupRefused(
      'This backup was sealed for another key. Give the one that belongs to it: NARU_BACKUP_KEY, or --key FILE.',
    );
  if (code && /^(ENOENT|EACCES|EISDIR|EIO)$/.test(code))
    return new BackupRefused(`The backup cannot be read (${code}). Check where it is and who may read it.`);
  return new BackupRefused(
    'This backup is damaged or not whole: what is in it is not what was sealed. Nothing was restored. Take another copy of it, or an earlier one.',
    { cause: error },
  );
}
