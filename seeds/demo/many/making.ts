import { createHmac, randomInt } from 'node:crypto';
import type { Db } from '@/db/client';
import type { cases } from '@/db/schema/cases';
import { searchDocuments } from '@/db/schema/search';
import { departureDigest } from '@/lib/cases/departure-day';
import { now } from '@/lib/clock';
import type { Period } from '@/lib/periods/queries';
import type { ReportTexts } from '@/lib/search/searchable/texts';
import { termsOf } from '@/lib/search/terms';
import { indexTokens, type SearchKeys, searchKeys } from '@/lib/search/tokens';
import { deriveKey, vaultSecret } from '@/lib/vault/secrets';
import type { Chance } from './chance';
import type { Rows } from './rows';
import type { Trail } from './trail';

/** Who does the made-up work: account ids, at least one of each. */
export type Crew = { intake: readonly string[]; workers: readonly string[]; leads: readonly string[] };

/** What making a batch of reports needs at hand; `at` is the present, up to which things have happened. */
export type Making = {
  rows: Rows;
  trail: Trail;
  /** Cases whose number is drawn when they are stored. */
  unnumbered: { year: number; row: typeof cases.$inferInsert }[];
  chance: Chance;
  at: Date;
  crew: Crew;
  tools: Tools;
};

/** What is read once before anything is made. */
export type Tools = {
  audit: Buffer;
  receiptDigest: (code: string) => Buffer;
  departureDay: (day: NonNullable<ReportTexts['departs']>) => Promise<Buffer>;
  search: SearchKeys;
  periods: readonly Period[];
  agencies: readonly string[];
  /** Where references begin: anywhere, so that several loads, or one after a killed one, never meet in one. */
  firstReference: number;
};

export async function makeTools(
  db: Db,
  periods: readonly Period[],
  agencies: readonly string[],
): Promise<Tools> {
  const days = new Map<string, Promise<Buffer>>();
  const receiptKey = deriveKey(await vaultSecret(db, 'digest'), 'receipt');
  return {
    audit: await vaultSecret(db, 'audit'),
    receiptDigest: (code) => createHmac('sha256', receiptKey).update(code).digest(),
    departureDay: (day) => {
      const name = JSON.stringify(day);
      const known = days.get(name) ?? departureDigest(db, day);
      days.set(name, known);
      return known;
    },
    search: searchKeys(await vaultSecret(db, 'index')),
    periods,
    agencies,
    firstReference: randomInt(2 ** 39),
  };
}

/** What the job would have written into the index of search. */
export async function indexed(
  { rows, tools }: Making,
  owner: { kind: 'report' | 'case' | 'person'; id: string; at: Date },
  { texts, departs }: ReportTexts,
): Promise<void> {
  rows.add(searchDocuments, {
    ownerKind: owner.kind,
    ownerId: owner.id,
    at: owner.at,
    ...indexTokens(tools.search, termsOf(texts), owner.at),
    departureDay: departs ? await tools.departureDay(departs) : null,
    indexedAt: now(),
  });
}

/** A while after a moment, but not after the present. */
export const after = ({ chance, at }: Making, since: Date, least: number, most: number): Date =>
  new Date(Math.min(at.getTime(), since.getTime() + chance.int(least, most)));
