import { isPlainForm, readPlainForm } from '../../lib/plain-form.mjs';

/** As large as any form that is read (proxy.ts). */
const MOST_BYTES = 3_500_000;

/**
 * Gives a posted form the one shape that Next's actions read, which is multipart with a known length: `a=b&c=d`, as most clients post that are no
 * browser, Next takes for no form and answers as if nothing had been sent. Undefined where there is nothing to do. Else a promise of what
 * hands the form on, for when everything that watches the request is in place; of null when the client went away in the middle. What is too
 * large, or holds too many fields, goes on as it is and is refused with a page (proxy.ts).
 */
export function settleForm(request) {
  const { headers, method, url = '' } = request;
  const type = headers['content-type'] ?? '';
  const isPlain = isPlainForm(type);
  if (method !== 'POST' || url.startsWith('/api/') || headers['next-action']) return undefined;
  const isUnmeasured = headers['content-length'] === undefined && 'transfer-encoding' in headers;
  // Sos reads both shapes.
  const isChanged = isPlain && !/^\/\w\w\/sos\b/.test(url);
  const isForm = isPlain || /^multipart\/form-data\b/i.test(type);
  if (!isForm || !(isUnmeasured || isChanged) || Number(headers['content-length']) > MOST_BYTES)
    return undefined;
  return gather(request).then(async (bytes) => {
    if (!bytes) return bytes === null ? null : () => {};
    const form = isChanged ? readPlainForm(bytes, type) : null;
    const settled = form ? await asParts(form) : { bytes, type };
    delete headers['transfer-encoding'];
    headers['content-type'] = settled.type;
    headers['content-length'] = String(settled.bytes.length);
    return () => {
      request.push(settled.bytes);
      request.push(null);
    };
  });
}

/** The whole body, before anybody reads the request; undefined when it is too large, null when it does not come to its end. */
function gather(request) {
  const parts = [];
  let size = 0;
  return new Promise((resolve) => {
    const done = (value) => {
      request.off('close', gone);
      resolve(value);
    };
    const gone = () => done(null);
    request.once('close', gone);
    // As in malformed-forms.mjs: listening would end the stream.
    request.push = (chunk, encoding) => {
      if (chunk === null) {
        delete request.push;
        if (size <= MOST_BYTES) done(Buffer.concat(parts));
        else request.push(null);
        return false;
      }
      const bytes = Buffer.isBuffer(chunk) ? chunk : Buffer.from(chunk, encoding);
      size += bytes.length;
      if (size <= MOST_BYTES) parts.push(bytes);
      else {
        parts.length = 0;
        done(undefined);
      }
      return true;
    };
  });
}

async function asParts(fields) {
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  const whole = new Response(form);
  return { bytes: Buffer.from(await whole.arrayBuffer()), type: whole.headers.get('content-type') };
}
