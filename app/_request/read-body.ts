/** What is read of a body only to be thrown away. A browser shows our answer only once all it had to send has been taken. */
const MOST_DRAINED = 256 * 1024 * 1024;

/** A request's body, or null when it is larger than `limit`: then it is read to its end all the same. */
export async function readBody(request: Request, limit: number): Promise<Buffer<ArrayBuffer> | null> {
  if (!request.body) return Buffer.alloc(0);
  const parts: Uint8Array[] = [];
  let length = 0;
  const reader = request.body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.length;
    if (length <= limit) parts.push(value);
    else parts.length = 0;
    if (length > MOST_DRAINED) {
      await reader.cancel();
      break;
    }
  }
  return length <= limit ? Buffer.concat(parts) : null;
}
