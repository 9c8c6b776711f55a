/** The first and the last byte that are asked for, both included. */
export type ByteRange = { first: number; last: number };

/**
 * What a Range header asks of so many bytes (RFC 9110, 14.2): one range. Null when there is no header, or one that may be passed over, because
 * it asks for something else than bytes or for several ranges; `none` when nothing of the file is meant.
 */
export function readRange(header: string | null, size: number): ByteRange | 'none' | null {
  const asked = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header?.trim() ?? '');
  if (!asked) return null;
  const [, from = '', to = ''] = asked;
  if (from === '' && to === '') return null;
  const first = from === '' ? Math.max(0, size - Number(to)) : Number(from);
  const last = from === '' || to === '' ? size - 1 : Math.min(Number(to), size - 1);
  if (to !== '' && from !== '' && Number(to) < Number(from)) return null;
  return first < size && first <= last ? { first, last } : 'none';
}
