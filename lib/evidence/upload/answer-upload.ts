import 'server-only';
import { type Locker, Server } from '@tus/server';
import type { Db } from '@/db/client';
import { describeError, isAway } from '@/lib/errors';
import { log } from '@/lib/log';
import { MOST_BYTES } from '../limits';
import { DraftStore } from './draft-store';
import { refusalBody, UploadRefused } from './upload-refused';

/** Where uploads are; the rest of the address is a file's id. */
export const UPLOAD_PATH = '/api/evidence/upload';

/** Turns are taken by rows in the database: a lock in this process would not hold on the next instance. */
const noLocker: Locker = { newLock: () => ({ lock: async () => {}, unlock: async () => {} }) };

/** The codes for what the library refuses by itself. */
const codes: Record<number, string> = { 404: 'gone', 409: 'wrong-offset', 410: 'gone', 413: 'too-large' };

/**
 * Answers one request of the tus protocol (1.0.0: creation, creation-with-upload, termination) about the files of one draft. A refusal's body
 * is JSON with its code; a name is never in an answer. `from`: the address it comes from.
 */
export async function answerUpload(
  db: Db,
  draftId: string,
  from: string,
  request: Request,
): Promise<Response> {
  const server = new Server({
    path: UPLOAD_PATH,
    datastore: new DraftStore(db, draftId, from),
    locker: noLocker,
    maxSize: MOST_BYTES,
    relativeLocation: true,
    // No other origin has business here.
    allowedOrigins: [],
    onResponseError: (_request, error) => explain(error),
  });
  return withoutCrossOrigin(await server.handleWeb(request));
}

/** The library's own answer to an unexpected error holds its message, and a database's messages hold answers. */
function explain(error: unknown): { status_code: number; body: string } {
  if (error instanceof UploadRefused) return { status_code: error.status_code, body: error.body };
  const said = (error as { status_code?: number }).status_code ?? 500;
  // What the library has no extension for it refuses with 501, as an object that is no error: the client's doing all the same.
  const status = error instanceof Error || said !== 501 ? said : 400;
  if (status < 500) return { status_code: status, body: refusalBody(codes[status] ?? 'protocol') };
  log.error('evidence.upload-failed', describeError(error));
  return { status_code: isAway(error) ? 503 : 500, body: refusalBody('failed') };
}

function withoutCrossOrigin(answer: Response): Response {
  const headers = new Headers(answer.headers);
  for (const name of [...headers.keys()]) if (name.startsWith('access-control-')) headers.delete(name);
  headers.set('cache-control', 'no-store');
  if (answer.status >= 400) headers.set('content-type', 'application/json');
  return new Response(answer.body, { status: answer.status, headers });
}
