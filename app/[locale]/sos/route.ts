import { readBody } from '@/app/_request/read-body';
import { isLocale, type Locale } from '@/lib/i18n/locale';
import { isPlainForm, readPlainForm } from '@/lib/plain-form.mjs';
import { type Answer, type Asked, answerForm, answerReport } from './answer';

/**
 * The shortest way to report: plain HTML, no script, one request and its answer. Where bin/serve.mjs serves, most of them are answered before
 * they come here (plainly.ts); elsewhere (serverless, development), and whatever is unusual, here.
 */

/** As large as any form here (proxy.ts), so that a text that is too long can be shown again. */
const BODY_LIMIT = 3_500_000;

type Context = { params: Promise<{ locale: string }> };

export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const locale = await localeIn(params);
  return locale ? respond(await answerForm(locale)) : new Response(null, { status: 404 });
}

export async function POST(request: Request, { params }: Context): Promise<Response> {
  const locale = await localeIn(params);
  if (!locale) return new Response(null, { status: 404 });
  return respond(await answerReport(locale, { headers: request.headers, form: await readForm(request) }));
}

const respond = ({ html, status, headers }: Answer) => new Response(html, { status, headers });

async function localeIn(params: Context['params']): Promise<Locale | null> {
  const { locale } = await params;
  return isLocale(locale) ? locale : null;
}

/** Null when the form is too large; empty when it is no form. */
async function readForm(request: Request): Promise<Asked['form']> {
  const body = await readBody(request, BODY_LIMIT);
  if (!body) return null;
  const type = request.headers.get('content-type') ?? '';
  if (isPlainForm(type)) return readPlainForm(body, type);
  return new Response(body, { headers: { 'content-type': type } }).formData().catch(() => new FormData());
}
