/** As large as any form that is read (proxy.ts). */
const MOST_BYTES = 3_500_000;
/** A form that holds one of these is not given back: nobody's password stands in a page. */
const SECRETS = ['password', 'code'];

/**
 * Next answers a page or a form that broke with a document that only a script fills. This answers in its place with a whole one
 * (lib/i18n/failure-page.ts, which instrumentation.ts leaves on globalThis): what was typed stands in it and is sent again with one press. And a
 * page that says itself that it failed gets the status it asked for (`scope.status`), which Next gives a page no way to choose.
 */
export function sayFailures(request, response, scope) {
  const address = request.url ?? '/';
  if (/^\/(api|_next)\//.test(address) || request.headers.rsc || request.headers['next-action']) return;
  const posted = request.method === 'POST' ? keepBody(request) : null;
  const own = {
    writeHead: response.writeHead.bind(response),
    write: response.write.bind(response),
    end: response.end.bind(response),
    flushHeaders: response.flushHeaders.bind(response),
  };
  let taken = false;

  /** Whether what begins here is Next's empty page; once it is, nothing more of it goes out. */
  const takes = (status, headers) => {
    if (taken || response.headersSent || status !== 500 || !globalThis.naruFailurePage) return taken;
    const type =
      headers?.['content-type'] ?? headers?.['Content-Type'] ?? response.getHeader('content-type') ?? '';
    // A page's answer is a document that only a script fills, an action's two words.
    taken = /^text\/(html|plain)/.test(String(type));
    if (taken) void say();
    return taken;
  };
  const say = async () => {
    const html = globalThis.naruFailurePage({
      address,
      reference: scope.id,
      form: await posted?.(),
      posted: posted !== null,
    });
    for (const name of ['content-encoding', 'content-length', 'transfer-encoding', 'etag'])
      response.removeHeader(name);
    own.writeHead(scope.status ?? 500, {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy':
        "default-src 'none'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    });
    own.end(request.method === 'HEAD' ? undefined : html);
  };

  response.writeHead = (status, ...rest) => {
    if (takes(status, rest.at(-1))) return response;
    return own.writeHead(scope.status && status === 200 ? scope.status : status, ...rest);
  };
  response.write = (...given) => takes(response.statusCode) || own.write(...given);
  response.end = (...given) => (takes(response.statusCode) ? response : own.end(...given));
  response.flushHeaders = () => {
    if (!takes(response.statusCode)) own.flushHeaders();
  };
}

/** Takes a copy of a form while Next reads it; read only when it is needed. Null for what is no form, or too much of one. */
function keepBody(request) {
  const type = request.headers['content-type'] ?? '';
  const chunks = [];
  let size = 0;
  if (/^(multipart\/form-data|application\/x-www-form-urlencoded)\b/i.test(type)) {
    const push = request.push.bind(request);
    request.push = (chunk, encoding) => {
      if (chunk && size <= MOST_BYTES) {
        const bytes = Buffer.isBuffer(chunk) ? chunk : Buffer.from(chunk, encoding);
        size += bytes.length;
        chunks.push(bytes);
      }
      return push(chunk, encoding);
    };
  }
  return async () => {
    if (size === 0 || size > MOST_BYTES) return null;
    const form = await new Response(Buffer.concat(chunks), { headers: { 'content-type': type } })
      .formData()
      .catch(() => null);
    return form && !SECRETS.some((name) => form.has(name)) ? form : null;
  };
}
