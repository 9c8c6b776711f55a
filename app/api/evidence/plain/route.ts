import { after } from 'next/server';
import { requestAddress } from '@/app/_request/client';
import { currentDraftId, draftToken } from '@/app/_request/draft-cookie';
import { textIn } from '@/app/_request/posted';
import { readBody } from '@/app/_request/read-body';
import { retryPassing } from '@/app/_request/refuge';
import { slowLane } from '@/lib/abuse/slow-lane';
import { database } from '@/lib/database';
import { describeError } from '@/lib/errors';
import { processWaiting, takeWhole } from '@/lib/evidence/commands';
import { type EvidenceField, isEvidenceField, PLAIN_POST_BYTES } from '@/lib/evidence/limits';
import { isLocale } from '@/lib/i18n/locale';
import { log } from '@/lib/log';
import { isSameOrigin } from '@/lib/same-origin';

export const dynamic = 'force-dynamic';

/** What the form's other fields and its boundaries weigh at most. */
const AROUND_BYTES = 64 * 1024;

/**
 * Takes a file from a browser without JavaScript, and leads back to its page. Which page that is stands in the address, not in the form: a
 * body that is too large to be read is answered in the person's language too.
 */
export async function POST(request: Request): Promise<Response> {
  const asked = new URL(request.url).searchParams;
  const locale = isLocale(asked.get('locale')) ? asked.get('locale') : 'ko';
  const field = asked.get('field');
  if (!isSameOrigin(request) || !isEvidenceField(field)) return seeOther(`/${locale}/report`);
  const from = asked.get('from') === 'check' ? '&from=check' : '';
  const back = (said: string) => seeOther(`/${locale}/report/files/${field}?${said}${from}`);
  try {
    // A database that is away for a moment is waited for before the body is read, while nothing is half done.
    await retryPassing(async () => slowLane(database(), await requestAddress()));
    const form = await readForm(request);
    if (form === 'too-large') return back('problem=plain');
    const outcome = form ? await takeFiles(field, form) : 'problem=none';
    return outcome === 'other-draft' ? seeOther(`/${locale}/report?problem=draft`) : back(outcome);
  } catch (error) {
    log.error('evidence.plain-failed', describeError(error));
    return back('problem=trouble');
  }
}

async function readForm(request: Request): Promise<FormData | 'too-large' | null> {
  const body = await readBody(request, PLAIN_POST_BYTES + AROUND_BYTES);
  if (!body) return 'too-large';
  const type = request.headers.get('content-type') ?? '';
  return new Response(body, { headers: { 'content-type': type } }).formData().catch(() => null);
}

/** The page offers one file; a client that posts several has them taken in turn, up to the first that is refused. */
async function takeFiles(field: EvidenceField, form: FormData): Promise<string> {
  const draftId = await currentDraftId();
  if (!draftId || textIn(form, 'draft') !== (await draftToken(draftId))) return 'other-draft';
  // A browser posts a file without name and content where none was chosen.
  const from = await requestAddress();
  const files = form.getAll('file').filter((value) => value instanceof File && (value.name || value.size));
  if (files.length === 0) return 'problem=none';
  for (const file of files as File[]) {
    if (file.size > PLAIN_POST_BYTES) return 'problem=plain';
    const bytes = Buffer.from(await file.arrayBuffer());
    const taken = await takeWhole(database(), draftId, { field, name: file.name, bytes }, from);
    if (!taken.ok) return taken.reason === 'gone' ? 'other-draft' : `problem=${taken.reason}`;
  }
  after(() =>
    processWaiting(database(), { most: files.length, draftId }).catch((error: unknown) =>
      log.warn('evidence.processing-failed', describeError(error)),
    ),
  );
  return 'done=1';
}

const seeOther = (address: string) =>
  new Response(null, { status: 303, headers: { location: address, 'cache-control': 'no-store' } });
