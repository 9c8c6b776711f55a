import type { OpenVariant } from '@/lib/evidence/queries';
import { SANDBOX_POLICY } from '@/lib/evidence/sandbox';

/**
 * Bytes that somebody handed in, as an answer that can do nothing: no script, no frame, no guessed type. A picture that was drawn anew may be
 * shown in its place; with a name it is a download. Read and opened a chunk at a time as the browser takes it.
 */
export function sandboxed({ bytes, size, mime }: OpenVariant, downloadName?: string): Response {
  const chunks = bytes[Symbol.asyncIterator]();
  const body = new ReadableStream<Uint8Array>({
    pull: async (controller) => {
      const { done, value } = await chunks.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    cancel: async () => {
      await chunks.return?.();
    },
  });
  return new Response(body, {
    headers: {
      'content-type': mime,
      'content-length': String(size),
      'content-disposition': downloadName ? `attachment; filename="${downloadName}"` : 'inline',
      'content-security-policy': SANDBOX_POLICY,
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'no-store',
    },
  });
}
