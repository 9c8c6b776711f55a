/** The last row of a page: the next page begins after it. */
export type ListCursor = { at: Date; id: string };

/** A cursor as an address holds it. Nothing in it is an answer. */
export function writeListCursor({ at, id }: ListCursor): string {
  return `${at.getTime()}.${id}`;
}

/** Reads a cursor from an address; null when it is none, which shows the first page. */
export function readListCursor(text: string | undefined): ListCursor | null {
  const [time, id] = (text ?? '').split('.');
  if (!/^\d{1,14}$/.test(time ?? '') || !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id ?? ''))
    return null;
  return { at: new Date(Number(time)), id: id ?? '' };
}
