import type { OpenVariant } from '@/lib/evidence/queries';
import { readRange } from '@/lib/evidence/range';
import { SANDBOX_POLICY } from '@/lib/evidence/sandbox';

/**
 * Bytes that somebody handed in, as an answer that can do nothing: no script, no frame, no guessed type. A picture that was drawn anew may be
 * shown in its place; with a name it is a download. Read and opened a chunk at a time as the browser takes it.
 */
export function sandboxed({ bytes, size, mime }: OpenVariant, downloadName?: string): Response {
  return new Response(streamOf(bytes), {
    headers: {
      ...harmless(mime),
      'content-length': String(size),
      'content-disposition': downloadName ? `attachment; filename="${downloadName}"` : 'inline',
    },
  });
}

/** The same for a player, which asks for the part that it needs. */
export function sandboxedPart(file: OpenVariant, asked: string | null): Response {
  const { size, mime } = file;
  const headers = { ...harmless(mime), 'accept-ranges': 'bytes', 'content-disposition': 'inline' };
  const range = readRange(asked, size);
  if (range === 'none')
    return new Response(null, { status: 416, headers: { ...headers, 'content-range': `bytes */${size}` } });
  const { first, last } = range ?? { first: 0, last: size - 1 };
  return new Response(streamOf(file.between({ first, last })), {
    status: range ? 206 : 200,
    headers: {
      ...headers,
      'content-length': String(last - first + 1),
      ...(range ? { 'content-range': `bytes ${first}-${last}/${size}` } : {}),
    },
  });
}

function streamOf(bytes: AsyncIterable<Buffer>): ReadableStream<Uint8Array> {
  const chunks = bytes[Symbol.asyncIterator]();
  return new ReadableStream<Uint8Array>({
    pull: async (controller) => {
      const { done, value } = await chunks.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    cancel: async () => {
      await chunks.return?.();
    },
  });
}

const harmless = (mime: string) => ({
  'content-type': mime,
  'content-security-policy': SANDBOX_POLICY,
  'x-content-type-options': 'nosniff',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
});
