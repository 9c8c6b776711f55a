import { asc, eq, sql } from 'drizzle-orm';
import type { Db, Tx } from '@/db/client';
import { agencies, referrals } from '@/db/schema/agencies';
import { auditChains, auditEntries } from '@/db/schema/audit';
import {
  caseEvents,
  caseNumbers,
  casePersons,
  caseReaders,
  caseReports,
  cases,
  caseTasks,
  clocks,
  personFacts,
  persons,
} from '@/db/schema/cases';
import { periods } from '@/db/schema/periods';
import {
  messages,
  notes,
  reportReaders,
  reportSections,
  reports,
  reportTransitions,
  reportUrgency,
} from '@/db/schema/reports';
import { searchDocuments } from '@/db/schema/search';
import { dataKeys } from '@/db/schema/vault';
import { caseNumber } from '@/lib/cases/case-number';
import { now } from '@/lib/clock';
import { Chance } from './chance';
import { type Crew, type Making, makeTools, type Tools } from './making';
import { A_MATTER, makeMatter } from './matter';
import { Rows } from './rows';
import { Trail } from './trail';

/** Each table after those that its rows name. */
export const TABLES = [
  dataKeys,
  reports,
  reportSections,
  reportUrgency,
  reportTransitions,
  reportReaders,
  messages,
  notes,
  cases,
  caseReports,
  persons,
  casePersons,
  personFacts,
  caseEvents,
  caseTasks,
  caseReaders,
  referrals,
  clocks,
  searchDocuments,
  auditEntries,
  auditChains,
];

/** How many reports are made, and stored, in one go. */
export const BATCH = 1_000;

export type ManyReports = {
  reports: number;
  /** The share of reports that nobody has decided, and of cases that are not closed. */
  open: number;
  seed: number;
  crew: Crew;
  /** How many such reports there are already: the next ones differ from them. */
  from?: number;
};

/** Rows of some reports and of what hangs on them, and the cases among them that have no number yet. */
export type Batch = { rows: Rows; unnumbered: Making['unnumbered'] };

/** What is read once, before anything is made. */
export async function toolsFor(db: Db): Promise<Tools> {
  const handedTo = await db.select({ id: agencies.id }).from(agencies).where(eq(agencies.blocked, false));
  return makeTools(
    db,
    await db.select().from(periods).orderBy(asc(periods.standing), asc(periods.closesAt)),
    handedTo.map(({ id }) => id),
  );
}

/** Makes `count` reports, those that come `from` the first, and what hangs on them. Nothing is stored here. */
export async function makeBatch(
  tools: Tools,
  { open, seed, crew, reports: more, from: before = 0 }: ManyReports,
  from: number,
  count: number,
): Promise<Batch> {
  const rows = new Rows();
  const trail = new Trail(tools.audit, rows);
  const unnumbered: Making['unnumbered'] = [];
  for (let index = 0; index < count; ) {
    const chance = new Chance(seed, from + index);
    const making: Making = { rows, trail, unnumbered, chance, at: now(), crew, tools };
    const matter = Math.min(count - index, chance.weighted(A_MATTER));
    await makeMatter(making, open, (from + index) / (before + more), from + index, matter);
    index += matter;
  }
  trail.close();
  return { rows, unnumbered };
}

/** Gives the cases of a batch their numbers, as a case opened at the desk gets its own. */
export async function numberCases(db: Db | Tx, { unnumbered }: Batch): Promise<void> {
  for (const year of new Set(unnumbered.map((one) => one.year))) {
    const some = unnumbered.filter((one) => one.year === year);
    const [taken] = await db
      .insert(caseNumbers)
      .values({ year, last: some.length })
      .onConflictDoUpdate({
        target: caseNumbers.year,
        set: { last: sql`${caseNumbers.last} + ${some.length}` },
      })
      .returning();
    const before = (taken?.last ?? 0) - some.length;
    for (const [index, { row }] of some.entries()) row.number = caseNumber(year, before + index + 1);
  }
}
