import type { IncomingMessage, ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { answerHeaders } from '@/lib/answer-headers.mjs';
import { isLocale, type Locale } from '@/lib/i18n/locale';
import { isPlainForm, readPlainForm } from '@/lib/plain-form.mjs';
import { type Answer, answerForm, answerReport } from './answer';

/** More than two full fields take, percent-encoded. */
const MOST_BYTES = 500_000;

const zip = promisify(gzip);

/**
 * Answers sos without Next, whose way from a request to a handler and back costs several times what the report itself does. Only what is as
 * usual: the form, and a form posted as browsers do. Undefined for everything else, which Next answers the same (route.ts).
 */
export function answerPlainly(request: IncomingMessage, response: ServerResponse): Promise<void> | undefined {
  const { method, url = '', headers } = request;
  const locale = /^\/(\w\w)\/sos(?:$|\?)/.exec(url)?.[1];
  if (!isLocale(locale)) return undefined;
  if (method === 'GET') return answerForm(locale).then((answer) => send(request, response, answer));
  if (
    method !== 'POST' ||
    !isPlainForm(headers['content-type']) ||
    !(Number(headers['content-length']) <= MOST_BYTES)
  )
    return undefined;
  return report(locale, request, response);
}

async function report(locale: Locale, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = await buffer(request).catch(() => null);
  // It went away in the middle of its form: there is nobody to answer.
  if (body === null) return;
  const form = readPlainForm(body, request.headers['content-type'] ?? '');
  const get = (name: string) => {
    const value = request.headers[name];
    return (Array.isArray(value) ? value[0] : value) ?? null;
  };
  await send(request, response, await answerReport(locale, { headers: { get }, form }));
}

async function send(request: IncomingMessage, response: ServerResponse, answer: Answer): Promise<void> {
  const { status, headers, html } = answer;
  response.statusCode = status;
  for (const { key, value } of answerHeaders) response.setHeader(key, value);
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  response.setHeader('vary', 'accept-encoding');
  if (!/\bgzip\b/.test(String(request.headers['accept-encoding']))) return void response.end(html);
  response.setHeader('content-encoding', 'gzip');
  response.end(await zip(html));
}
