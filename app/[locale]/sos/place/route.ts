import { createHash, randomUUID } from 'node:crypto';
import { retryPassing } from '@/app/_request/refuge';
import { openStatus } from '@/app/_request/status-cookie';
import { clientAddress } from '@/lib/abuse/client-address';
import { slowLane } from '@/lib/abuse/slow-lane';
import { database } from '@/lib/database';
import { env } from '@/lib/env';
import { describeError } from '@/lib/errors';
import { isLocale, type Locale } from '@/lib/i18n/locale';
import { log } from '@/lib/log';
import { addPlace } from '@/lib/reports/additions/commands';
import { STYLE } from '../page-html';
import { placeClosed, placePage, SCRIPT } from './page-html';

/** Where somebody stands, in one tap, added to the report that this browser has just sent or opened by its code. */

const BODY_LIMIT = 10_000;
const hashOf = (content: string) => createHash('sha256').update(content).digest('base64');
const POLICY = `default-src 'none'; img-src data:; style-src 'sha256-${hashOf(STYLE)}'; script-src 'sha256-${hashOf(SCRIPT)}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`;

type Context = { params: Promise<{ locale: string }> };

export async function GET(request: Request, { params }: Context): Promise<Response> {
  const locale = await localeIn(params);
  if (!locale) return new Response(null, { status: 404 });
  return withRefuge(locale, async () => {
    if (!(await openStatus())?.live) return page(placeClosed(locale));
    const metres = new URL(request.url).searchParams.get('sent');
    const sent = metres === null ? undefined : /^\d{1,7}$/.test(metres) ? metres : '';
    return page(placePage({ locale, submission: randomUUID(), ...(sent === undefined ? {} : { sent }) }));
  });
}

export async function POST(request: Request, { params }: Context): Promise<Response> {
  const locale = await localeIn(params);
  if (!locale) return new Response(null, { status: 404 });
  const length = Number(request.headers.get('content-length') ?? Number.NaN);
  const form = length <= BODY_LIMIT ? await request.formData().catch(() => null) : null;
  const textIn = (name: string) => {
    const value = form?.get(name);
    return typeof value === 'string' ? value : '';
  };
  return withRefuge(locale, async () => {
    await slowLane(database(), clientAddress(request.headers.get('x-forwarded-for'), env().TRUST_PROXY));
    const open = await openStatus();
    if (!open?.live) return page(placeClosed(locale), 403);
    const place = {
      latitude: textIn('latitude'),
      longitude: textIn('longitude'),
      accuracy: textIn('accuracy_m'),
    };
    const added = await addPlace(database(), open.report, place, textIn('submission'));
    if (!added.ok) return page(placePage({ locale, submission: randomUUID(), problem: 'unreadable' }), 422);
    // How exact it was is no answer: where it was stands in no address.
    const metres = /^\d{1,7}$/.test(place.accuracy) ? place.accuracy : '';
    return new Response(null, {
      status: 303,
      headers: { location: `/${locale}/sos/place?sent=${metres}`, 'cache-control': 'no-store' },
    });
  });
}

async function localeIn(params: Context['params']): Promise<Locale | null> {
  const { locale } = await params;
  return isLocale(locale) ? locale : null;
}

/** A database that is away for a moment is tried again; after that the page says so. */
async function withRefuge(locale: Locale, work: () => Promise<Response>): Promise<Response> {
  try {
    return await retryPassing(work);
  } catch (error) {
    log.error('place.failed', describeError(error));
    return page(placePage({ locale, submission: randomUUID(), problem: 'busy' }), 503);
  }
}

function page(html: string, status = 200): Response {
  return new Response(html, {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy': POLICY,
    },
  });
}
