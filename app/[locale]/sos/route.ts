import { createHash } from 'node:crypto';
import { retryPassing } from '@/app/_request/refuge';
import { rememberStatus } from '@/app/_request/status-cookie';
import { clientAddress } from '@/lib/abuse/client-address';
import { slowLane } from '@/lib/abuse/slow-lane';
import { database } from '@/lib/database';
import { env } from '@/lib/env';
import { describeError } from '@/lib/errors';
import { isLocale, type Locale } from '@/lib/i18n/locale';
import { log } from '@/lib/log';
import { submitSos } from '@/lib/reports/sos/commands';
import { makeNonce } from '@/lib/reports/sos/nonce';
import { isSameOrigin } from '@/lib/same-origin';
import { STYLE, sosDone, sosForm, type Typed } from './page-html';

/** The shortest way to report: plain HTML, no script, one request and its answer. */

/** As large as any form here (proxy.ts), so that a text that is too long can be shown again. */
const BODY_LIMIT = 3_500_000;
const TEXT_LIMIT = 20_000;
const STYLE_HASH = createHash('sha256').update(STYLE).digest('base64');

type Context = { params: Promise<{ locale: string }> };

export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const locale = await localeIn(params);
  if (!locale) return new Response(null, { status: 404 });
  return page(sosForm(locale, await nonceOrNone(), nothing));
}

export async function POST(request: Request, { params }: Context): Promise<Response> {
  const locale = await localeIn(params);
  if (!locale) return new Response(null, { status: 404 });
  const form = await readForm(request);
  if (!form) return page(sosForm(locale, await nonceOrNone(), nothing, 'tooLong'), 413);
  const typed = readTyped(form);
  const nonce = textIn(form, 'nonce') || (await nonceOrNone());
  const problem =
    !typed.narrative.trim() && !typed.reach.trim() ? 'empty' : isTooLong(typed) ? 'tooLong' : undefined;
  if (problem) return page(sosForm(locale, nonce, typed, problem), 422);
  try {
    return await retryPassing(async () => {
      await slowLane(database(), clientAddress(request.headers.get('x-forwarded-for'), env().TRUST_PROXY));
      const { id, receipt } = await submitSos(database(), { ...typed, nonce, locale });
      // For half an hour this browser may add to it without typing the code; leaving ends that.
      // A page of somebody else's that sends a form of theirs from here must not have this browser write into their report.
      if (isSameOrigin(request)) await rememberStatus(id);
      return page(sosDone(locale, receipt));
    });
  } catch (error) {
    // The form again, with what was typed and the same nonce: it needs no database, and sending it again stores it once.
    log.error('sos.failed', describeError(error));
    return page(sosForm(locale, nonce, typed, 'busy'), 503);
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

async function localeIn(params: Context['params']): Promise<Locale | null> {
  const { locale } = await params;
  return isLocale(locale) ? locale : null;
}

/** Null when the form is too large, says no length, or is no form. */
async function readForm(request: Request): Promise<FormData | null> {
  const length = Number(request.headers.get('content-length') ?? Number.NaN);
  if (!(length <= BODY_LIMIT)) return null;
  return request.formData().catch(() => new FormData());
}

function textIn(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}

function readTyped(form: FormData): Typed {
  return {
    narrative: textIn(form, 'narrative'),
    reach: textIn(form, 'reach'),
    thirdParty: textIn(form, 'third_party') === 'YES',
  };
}

const isTooLong = ({ narrative, reach }: Typed) => narrative.length > TEXT_LIMIT || reach.length > TEXT_LIMIT;

function page(html: string, status = 200): Response {
  return new Response(html, {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy': `default-src 'none'; img-src data:; style-src 'sha256-${STYLE_HASH}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
    },
  });
}
