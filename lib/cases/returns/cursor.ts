import { type ListCursor, readListCursor, writeListCursor } from '../list/cursor';

/** The last operation of a page: whether it is still open, when it was decided on, and its id. */
export type ReturnCursor = ListCursor & { open: boolean };

/** A cursor as an address holds it. Nothing in it is an answer. */
export const writeReturnCursor = ({ open, ...rest }: ReturnCursor): string =>
  `${open ? 'open' : 'over'}.${writeListCursor(rest)}`;

/** Reads a cursor from an address; null when it is none, which shows the first page. */
export function readReturnCursor(text: string | undefined): ReturnCursor | null {
  const [, standing, rest] = /^(open|over)\.(.+)$/.exec(text ?? '') ?? [];
  const found = readListCursor(rest);
  return found && { ...found, open: standing === 'open' };
}
