import { requestAddress } from '@/app/_request/client';
import { draftToken } from '@/app/_request/draft-cookie';
import { textIn } from '@/app/_request/posted';
import { retryPassing } from '@/app/_request/refuge';
import { hit } from '@/lib/abuse/commands';
import { MINUTE } from '@/lib/clock';
import { database } from '@/lib/database';
import { describeError } from '@/lib/errors';
import { log } from '@/lib/log';
import { asksConsent } from '@/lib/reports/draft/quiet-save/asks-consent';
import { saveQuietly } from '@/lib/reports/draft/quiet-save/commands';
import { findStep } from '@/lib/reports/steps';
import { isSameOrigin } from '@/lib/same-origin';
import { currentDraft } from '../draft-cookie';
import { readStep, showingIn } from '../read-step';

/** Quiet saves in ten minutes: of one draft about one in four seconds, of one address as many as many people behind it make. */
const OF_A_DRAFT = { name: 'quiet-save-draft', limit: 150, windowMs: 10 * MINUTE };
const OF_AN_ADDRESS = { name: 'quiet-save', limit: 3_000, windowMs: 10 * MINUTE };

/** What is answered, by why nothing was saved; nobody reads more than the status. */
const STATUS = { gone: 410, sent: 410, replaced: 409 } as const;

/**
 * Saves a page while it is being written, from the script that watches its form. Only where the page's own draft is the one of this
 * browser, and never a section that asks for consent: a box that is not ticked yet is not refused yet.
 */
export async function POST(request: Request): Promise<Response> {
  if (!isSameOrigin(request)) return answer(403);
  const form = await request.formData().catch(() => null);
  if (!form) return answer(400);
  try {
    return await retryPassing(() => keep(form));
  } catch (error) {
    log.error('quiet-save.failed', describeError(error));
    return answer(503);
  }
}

async function keep(form: FormData): Promise<Response> {
  const draft = await currentDraft();
  if (!draft) return answer(410);
  if (textIn(form, 'draft') !== (await draftToken(draft.id))) return answer(410);
  const limits = [
    { ...OF_A_DRAFT, key: draft.id },
    { ...OF_AN_ADDRESS, key: await requestAddress() },
  ];
  const counted = await Promise.all(limits.map((limit) => hit(database(), limit)));
  if (counted.some(({ allowed }) => !allowed)) return answer(429);
  const step = findStep(draft.kind, textIn(form, 'section'));
  if (!step) return answer(400);
  const { posted } = readStep(draft.kind, step, form);
  for (const section of step.sections) if (asksConsent(draft.kind, section)) delete posted[section];
  const version = Number(textIn(form, 'version')) || 0;
  const saved = await saveQuietly(database(), draft.id, posted, version, showingIn(form));
  return answer(saved.ok ? 204 : STATUS[saved.reason]);
}

function answer(status: number): Response {
  return new Response(null, { status, headers: { 'cache-control': 'no-store' } });
}
