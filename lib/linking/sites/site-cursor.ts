import { type ListCursor, readListCursor, writeListCursor } from '@/lib/cases/list/cursor';

/** The last site of a page: how many people are at risk there, how many open cases it has, when it was added, and its id. */
export type SiteCursor = ListCursor & { atRisk: number; openCases: number };

/** A cursor as an address holds it. Nothing in it is an answer. */
export const writeSiteCursor = ({ atRisk, openCases, ...rest }: SiteCursor): string =>
  `${atRisk}.${openCases}.${writeListCursor(rest)}`;

/** Reads a cursor from an address; null when it is none, which shows the first page. */
export function readSiteCursor(text: string | undefined): SiteCursor | null {
  const [, atRisk, openCases, rest] = /^(\d{1,9})\.(\d{1,9})\.(.+)$/.exec(text ?? '') ?? [];
  const found = readListCursor(rest);
  return found && { ...found, atRisk: Number(atRisk), openCases: Number(openCases) };
}
