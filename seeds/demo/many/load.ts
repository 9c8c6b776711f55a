import { asc, eq, sql } from 'drizzle-orm';
import { type Db, type Tx, withTransaction } from '@/db/client';
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
import { searchDocuments, searchDue } from '@/db/schema/search';
import { dataKeys } from '@/db/schema/vault';
import { DAY, HOUR, now } from '@/lib/clock';
import { ALPHABET, group } from '@/lib/reports/code-alphabet';
import type { ReportState } from '@/lib/reports/code-lists';
import { Chance } from './chance';
import { makeCase } from './made-case';
import { type MadeReport, makeReport } from './made-report';
import { type Crew, type Making, makeTools, type Tools } from './making';
import { Rows } from './rows';
import { Trail } from './trail';

/** Each table after those that its rows name. */
const ORDER = [
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

export type ManyReports = {
  reports: number;
  /** The share of reports that nobody has decided, and of cases that are not closed. */
  open: number;
  seed: number;
  crew: Crew;
  /** How many such reports there are already: the next ones differ from them. */
  from?: number;
  told?: (loaded: number) => void;
};

const BATCH = 1_000;

/**
 * Fills a database with made-up reports, cases, people and everything that hangs on them, sealed, indexed and audited as if people had done
 * it, hundreds a second. The same seed tells the same stories of the same ages; ids, keys and receipt codes are new each time. A batch is
 * stored whole or not at all.
 */
export async function loadMany(db: Db, wanted: ManyReports): Promise<void> {
  const tools = await makeTools(
    db,
    await db.select().from(periods).orderBy(asc(periods.standing), asc(periods.closesAt)),
    (await db.select({ id: agencies.id }).from(agencies).where(eq(agencies.blocked, false))).map(
      ({ id }) => id,
    ),
  );
  const serials = new Map((await db.select().from(caseNumbers)).map(({ year, last }) => [year, last]));
  const from = wanted.from ?? 0;
  let storing: Promise<void> = Promise.resolve();
  // The next batch is made while the one before it is stored.
  for (let done = 0; done < wanted.reports; done += BATCH) {
    const count = Math.min(BATCH, wanted.reports - done);
    const store = await makeBatch(tools, serials, wanted, from + done, count);
    await storing;
    storing = withTransaction(db, store).then(() => wanted.told?.(done + count));
    storing.catch(() => {});
  }
  await storing;
  await db.execute(sql`vacuum analyze`);
}

/** Makes some reports and what hangs on them; answers what stores all of it. */
async function makeBatch(
  tools: Tools,
  serials: Map<number, number>,
  { open, seed, crew }: ManyReports,
  from: number,
  count: number,
): Promise<(tx: Tx) => Promise<void>> {
  const rows = new Rows();
  const trail = new Trail(tools.audit, rows);
  const serialOf = (year: number) => {
    const next = (serials.get(year) ?? 0) + 1;
    serials.set(year, next);
    return next;
  };
  for (let index = 0; index < count; ) {
    const chance = new Chance(seed, from + index);
    const making: Making = { rows, trail, chance, at: now(), crew, tools };
    const matter = Math.min(count - index, chance.weighted(A_MATTER));
    await makeMatter(making, serialOf, open, from + index, matter);
    index += matter;
  }
  trail.close();
  const given = [...serials];
  return async (tx) => {
    await rows.store(tx, ORDER);
    for (const [year, last] of given)
      await tx
        .insert(caseNumbers)
        .values({ year, last })
        .onConflictDoUpdate({ target: caseNumbers.year, set: { last } });
    // The triggers have noted all of it for the index, where it stands already.
    const ids = sql.param(rows.of(searchDocuments).map((row) => row.ownerId));
    await tx.delete(searchDue).where(sql`${searchDue.ownerId} = any(${ids}::uuid[])`);
  };
}

/** How many reports tell of the same matter. */
const A_MATTER = [
  [1, 80],
  [2, 15],
  [3, 5],
] as const;
const DECIDED: readonly (readonly [ReportState, number])[] = [
  ['INTEL_ONLY', 50],
  ['OUT_OF_SCOPE', 35],
  ['WITHDRAWN', 10],
  ['ABUSE', 5],
];

/** Reports of one matter: still to be decided, decided, or made into a case. What is open is young. */
async function makeMatter(
  making: Making,
  serialOf: (year: number) => number,
  open: number,
  from: number,
  count: number,
): Promise<void> {
  const { chance, at } = making;
  const undecided = chance.of(open);
  const promoted = !undecided && chance.of(0.6);
  const stillOpen = promoted && chance.of(open);
  const waited = -Math.log(1 - chance.next());
  const age = undecided
    ? Math.min(20 * DAY, waited * 1.5 * DAY)
    : stillOpen
      ? 6 * HOUR + Math.min(120 * DAY, waited * 12 * DAY)
      : (3 + 360 * chance.next()) * DAY;
  const made: MadeReport[] = [];
  for (let index = 0; index < count; index += 1) {
    const later = index === 0 ? 0 : (chance.next() * age) / 4;
    const undecidedState = chance.of(0.6) ? 'RECEIVED' : 'SCREENING';
    const decidedState = promoted ? (index === 0 ? 'PROMOTED' : 'LINKED') : chance.weighted(DECIDED);
    made.push(
      await makeReport(making, {
        reference: referenceOf(from + index),
        receivedAt: new Date(at.getTime() - Math.floor(age - later)),
        state: undecided ? undecidedState : decidedState,
      }),
    );
  }
  if (promoted) await makeCase(making, serialOf, made, stillOpen);
}

const SYMBOLS = 8;
const ALL = BigInt(ALPHABET.length) ** BigInt(SYMBOLS);
/** Shares no factor with the number of symbols, so that no two numbers come to the same reference. */
const STRIDE = 387_420_489_017n;

/** A reference that looks drawn and is different for each number. */
function referenceOf(number: number): string {
  let left = ((BigInt(number) + 1n) * STRIDE) % ALL;
  let symbols = '';
  for (let place = 0; place < SYMBOLS; place += 1) {
    symbols += ALPHABET[Number(left % BigInt(ALPHABET.length))];
    left /= BigInt(ALPHABET.length);
  }
  return `NR-${group(symbols, 4)}`;
}
