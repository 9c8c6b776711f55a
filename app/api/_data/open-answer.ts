import { createHash } from 'node:crypto';

type OpenData = { body: string; type: string; name: string };

/**
 * An answer that anybody's page or program may read (next.config.mjs adds that other sites may load it) and any cache may keep. Only for what is public already: whoever asks gets the same bytes.
 * Caches in between keep it for minutes, so that a new publication is soon everywhere; asked again with its tag it is not sent twice.
 */
export function openAnswer(request: Request, { body, type, name }: OpenData): Response {
  const tag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`;
  const headers = {
    'cache-control': 'public, max-age=60, s-maxage=300',
    'access-control-allow-origin': '*',
    etag: tag,
  };
  const known = (request.headers.get('if-none-match') ?? '').split(',').map((one) => one.trim());
  if (known.some((one) => one === '*' || one.replace(/^W\//, '') === tag))
    return new Response(null, { status: 304, headers });
  return new Response(body, {
    headers: { ...headers, 'content-type': type, 'content-disposition': `inline; filename="${name}"` },
  });
}
