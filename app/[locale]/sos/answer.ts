import { createHash } from 'node:crypto';
import { retryPassing } from '@/app/_request/refuge';
import { statusCookieLine } from '@/app/_request/status-cookie';
import { clientAddress } from '@/lib/abuse/client-address';
import { slowLane } from '@/lib/abuse/slow-lane';
import { database } from '@/lib/database';
import { env } from '@/lib/env';
import { describeError } from '@/lib/errors';
import type { Locale } from '@/lib/i18n/locale';
import { log } from '@/lib/log';
import { submitSos } from '@/lib/reports/sos/commands';
import { makeNonce, settleNonce } from '@/lib/reports/sos/nonce';
import { readable } from '@/lib/reports/sos/readable';
import { isSameOrigin } from '@/lib/same-origin';
import { STYLE, sosDone, sosForm, sosKnown, type Typed } from './page-html';

/** What is answered, by Next's handler (route.ts) and without Next (plainly.ts) alike. */
export type Answer = { status: number; headers: Record<string, string>; html: string };

/** What an answer needs of a request: its headers, and what was posted; null when that is too much to be read. */
export type Asked = { headers: Pick<Headers, 'get'>; form: Pick<FormData, 'get'> | null };

const TEXT_LIMIT = 20_000;
const STYLE_HASH = createHash('sha256').update(STYLE).digest('base64');

/** The empty form. */
export async function answerForm(locale: Locale): Promise<Answer> {
  return page(sosForm(locale, await nonceOrNone(), nothing));
}

/** Stores what was posted and answers with the receipt; or the form again, with what was typed and what is to be mended. */
export async function answerReport(locale: Locale, { headers, form }: Asked): Promise<Answer> {
  if (!form) return page(sosForm(locale, await nonceOrNone(), nothing, 'tooLong'), 413);
  const typed = readTyped(form);
  const nonce = textIn(form, 'nonce') || (await nonceOrNone());
  const isEmpty = !readable(typed.narrative) && !readable(typed.reach);
  const problem = isEmpty ? 'empty' : isTooLong(typed) ? 'tooLong' : undefined;
  if (problem) return page(sosForm(locale, nonce, typed, problem), 422);
  // Settled once: a try whose answer was lost may have stored it, and the next has to meet that report.
  let settled = '';
  try {
    return await retryPassing(async () => {
      await slowLane(database(), clientAddress(headers.get('x-forwarded-for'), env().TRUST_PROXY));
      settled ||= await settleNonce(database(), nonce);
      const { id, receipt } = await submitSos(database(), { ...typed, nonce: settled, locale });
      if (!receipt.code) return page(sosKnown(locale, receipt.reference));
      const done = page(sosDone(locale, receipt));
      // For half an hour this browser may add to it without typing the code; leaving ends that.
      // A page of somebody else's that sends a form of theirs from here must not have this browser write into their report.
      if (isSameOrigin({ headers })) done.headers['set-cookie'] = await statusCookieLine(id);
      return done;
    });
  } catch (error) {
    // The form again, with what was typed and the same nonce: it needs no database, and sending it again stores it once.
    log.error('sos.failed', describeError(error));
    return page(sosForm(locale, settled || nonce, typed, 'busy'), 503);
  }
}

/** A nonce, or none while the database is away: the form is worth more than its protection against being stored twice. */
async function nonceOrNone(): Promise<string> {
  return makeNonce(database()).catch((error: unknown) => {
    log.error('sos.nonce-failed', describeError(error));
    return '';
  });
}

const nothing: Typed = { narrative: '', reach: '', thirdParty: false };

function textIn(form: Pick<FormData, 'get'>, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}

function readTyped(form: Pick<FormData, 'get'>): Typed {
  return {
    narrative: textIn(form, 'narrative'),
    reach: textIn(form, 'reach'),
    thirdParty: textIn(form, 'third_party') === 'YES',
  };
}

const isTooLong = ({ narrative, reach }: Typed) => narrative.length > TEXT_LIMIT || reach.length > TEXT_LIMIT;

function page(html: string, status = 200): Answer {
  return {
    status,
    html,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy': `default-src 'none'; img-src data:; style-src 'sha256-${STYLE_HASH}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
    },
  };
}
