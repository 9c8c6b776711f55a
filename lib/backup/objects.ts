import 'server-only';
import { randomUUID } from 'node:crypto';
import { appendFile, mkdir, readFile, rm } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { env } from '@/lib/env';
import { deleteObject, putObject } from '@/lib/evidence/storage/objects/client';

const LIST = 'restored-objects.txt';

/**
 * Puts objects into the store for a database that is not there yet, each under a new name, so that a database which still counts on the old
 * ones keeps them to itself. The names stand in a file beforehand: a restore that was killed leaves nothing behind that the next one, or this
 * one when it fails, does not delete.
 */
export class RestoredObjects {
  private readonly list = resolve(env().NARU_DATA_DIR, LIST);

  async put(bytes: Buffer): Promise<string> {
    const id = randomUUID();
    await mkdir(dirname(this.list), { recursive: true });
    await appendFile(this.list, `${id}\n`, { mode: 0o600 });
    await putObject(id, bytes);
    return id;
  }

  /** Deletes what was put and never counted. */
  async undo(): Promise<void> {
    const text = await readFile(this.list, 'utf8').catch(() => '');
    for (const id of text.split('\n').filter((line) => /^[0-9a-f-]{36}$/.test(line))) await deleteObject(id);
    await this.keep();
  }

  /** From here on the database counts on them. */
  async keep(): Promise<void> {
    await rm(this.list, { force: true });
  }
}
