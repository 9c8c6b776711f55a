import { after } from 'next/server';
import { requestAddress } from '@/app/_request/client';
import { currentDraftId, draftToken } from '@/app/_request/draft-cookie';
import { orAway } from '@/app/_request/or-away';
import { slowLane } from '@/lib/abuse/slow-lane';
import { database } from '@/lib/database';
import { describeError } from '@/lib/errors';
import { processWaiting } from '@/lib/evidence/commands';
import { answerUpload } from '@/lib/evidence/upload/answer-upload';
import { refusalBody } from '@/lib/evidence/upload/upload-refused';
import { log } from '@/lib/log';
import { isSameOrigin } from '@/lib/same-origin';

export const dynamic = 'force-dynamic';

/** Uploads by the tus protocol, into the draft that the browser's cookie names. */
const upload = (request: Request) => orAway(() => take(request));

async function take(request: Request): Promise<Response> {
  if (!isSameOrigin(request)) return refuse(403, 'protocol');
  const draftId = await currentDraftId();
  if (!draftId) return refuse(404, 'gone');
  const page = request.headers.get('x-draft');
  if (page && page !== (await draftToken(draftId))) return refuse(404, 'gone');
  const from = await requestAddress();
  if (request.method !== 'HEAD') await slowLane(database(), from, 'evidence-piece');
  const answer = await answerUpload(database(), draftId, from, request);
  // When the answer is out: who sent the file need not wait for its small picture.
  if (request.method === 'PATCH' && answer.ok) after(() => makeCopies(draftId));
  return answer;
}

const refuse = (status: number, code: string) =>
  new Response(refusalBody(code), {
    status,
    headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
  });

/** What is left waiting is done by the next job. */
async function makeCopies(draftId: string): Promise<void> {
  await processWaiting(database(), { most: 1, draftId }).catch((error: unknown) =>
    log.warn('evidence.processing-failed', describeError(error)),
  );
}

export { upload as DELETE, upload as HEAD, upload as OPTIONS, upload as PATCH, upload as POST };
