import 'server-only';
import { and, asc, desc, eq, inArray, isNull, lte, notInArray, or, type SQL, sql } from 'drizzle-orm';
import { type Db, type Tx, withTransaction } from '@/db/client';
import { casePersons, caseRecusals, caseReports, cases } from '@/db/schema/cases';
import { reports } from '@/db/schema/reports';
import { searchDocuments, searchDue } from '@/db/schema/search';
import { withAudit } from '@/lib/audit/commands';
import { departureDigest } from '@/lib/cases/departure-day';
import { MINUTE, now } from '@/lib/clock';
import { describeError } from '@/lib/errors';
import { log } from '@/lib/log';
import { can } from '@/lib/staff/roles';
import type { StaffActor } from '@/lib/staff/session';
import { vaultSecret } from '@/lib/vault/secrets';
import { openSearchable, type SearchOwner } from './searchable/queries';
import { type FieldClass, holds, readQuery, termsOf } from './terms';
import { indexTokens, type Lookup, lookupOf, searchKeys } from './tokens';

type OwnerKind = SearchOwner['kind'];

/** Indexes one report, case or person as it stands now. Gone, or its key destroyed: it leaves the index. */
async function indexOwner(db: Db, tx: Tx, secret: Buffer, owner: SearchOwner): Promise<void> {
  const opened = await openSearchable(tx, owner);
  const which = and(eq(searchDocuments.ownerKind, owner.kind), eq(searchDocuments.ownerId, owner.id));
  if (!opened) {
    await tx.delete(searchDocuments).where(which);
    return;
  }
  const departureDay = opened.departs ? await departureDigest(db, opened.departs) : null;
  const row = {
    at: opened.at,
    ...indexTokens(searchKeys(secret), termsOf(opened.texts)),
    departureDay,
    indexedAt: now(),
  };
  await tx
    .insert(searchDocuments)
    .values({ ownerKind: owner.kind, ownerId: owner.id, ...row })
    .onConflictDoUpdate({ target: [searchDocuments.ownerKind, searchDocuments.ownerId], set: row });
}

/** Most that one round indexes, so that a job never runs without an end. */
const ROUND = 2_000;

/**
 * Indexes what has changed. It runs after the fact, from a job: a fault here can lose no report. Each has a transaction of its own; one that
 * fails waits a while and holds nobody up. Answers how many were indexed.
 */
export async function indexDue(db: Db): Promise<number> {
  const secret = await vaultSecret(db, 'index');
  // The digests' secret is read before a transaction holds a connection.
  await vaultSecret(db, 'digest');
  let indexed = 0;
  for (let turn = 0; turn < ROUND; turn += 1) {
    const outcome = await indexNext(db, secret);
    if (outcome === 'none') break;
    if (outcome === 'indexed') indexed += 1;
  }
  return indexed;
}

async function indexNext(db: Db, secret: Buffer): Promise<'none' | 'indexed' | 'failed'> {
  let owner: SearchOwner | null = null;
  try {
    return await withTransaction(db, async (tx) => {
      const [due] = await tx
        .select()
        .from(searchDue)
        .where(lte(searchDue.since, sql`now()`))
        .orderBy(asc(searchDue.since))
        .limit(1)
        .for('update', { skipLocked: true });
      if (!due) return 'none' as const;
      owner = { kind: due.ownerKind as OwnerKind, id: due.ownerId };
      // Taken out first: what changes while this reads waits for it, and then notes itself anew.
      await tx
        .delete(searchDue)
        .where(and(eq(searchDue.ownerKind, owner.kind), eq(searchDue.ownerId, owner.id)));
      await indexOwner(db, tx, secret, owner);
      return 'indexed' as const;
    });
  } catch (error) {
    log.warn('search.not-indexed', describeError(error));
    if (!owner) return 'none';
    const { kind, id } = owner as SearchOwner;
    await db
      .update(searchDue)
      .set({ since: sql`now() + ${10 * MINUTE} * interval '1 millisecond'` })
      .where(and(eq(searchDue.ownerKind, kind), eq(searchDue.ownerId, id)));
    return 'failed';
  }
}

/** Marks everything to be indexed anew, after the rules or the keys of the index have changed. */
export async function reindexAll(db: Db): Promise<void> {
  await db.execute(sql`insert into search_due (owner_kind, owner_id)
    select 'report', id from reports union all select 'case', id from cases union all select 'person', id from persons
    on conflict do nothing`);
}

export type SearchHit = {
  kind: 'REPORT' | 'CASE';
  ref: string;
  state: string;
  level: string;
  at: Date;
  /** In which kind of field it was found; the words themselves are shown only to who opens it. */
  by: FieldClass | 'PHONE';
};

export type SearchResult = {
  hits: SearchHit[];
  /** There were more candidates than are opened for one search: older ones were not looked at. */
  capped: boolean;
  /** Nothing was looked for: a query needs a word of two characters, or a phone number. */
  blank: boolean;
};

/** How many candidates are opened and looked at, the newest first. */
const MOST_CANDIDATES = 300;
const MOST_HITS = 50;

/**
 * Searches everything that is sealed, S6 excepted. The index gives candidates, the newest first; each is opened and looked at before it is
 * shown, so that a shared token shows nothing. That somebody searched is recorded, never for what.
 */
export async function searchReports(db: Db, actor: StaffActor, query: string): Promise<SearchResult> {
  if (!can(actor.roles, 'search.use')) return { hits: [], capped: false, blank: false };
  const wanted = readQuery(query);
  if (wanted.length === 0) return { hits: [], capped: false, blank: true };
  const keys = searchKeys(await vaultSecret(db, 'index'));
  const candidates = await findCandidates(
    db,
    wanted.map((one) => lookupOf(keys, one)),
  );
  const hits = new Map<string, SearchHit>();
  for (const owner of candidates.slice(0, MOST_CANDIDATES)) {
    if (hits.size >= MOST_HITS) break;
    const opened = await openSearchable(db, owner);
    const by = opened && holds(opened.texts, wanted);
    if (!by) continue;
    for (const hit of await shownAs(db, actor, owner, by)) if (!hits.has(hit.ref)) hits.set(hit.ref, hit);
  }
  const staff = { kind: 'staff' as const, id: actor.id };
  await withAudit(db, (_tx, record) =>
    record(staff, staff, 'search', { hits: hits.size, opened: Math.min(candidates.length, MOST_CANDIDATES) }),
  );
  return { hits: [...hits.values()], capped: candidates.length > MOST_CANDIDATES, blank: false };
}

/** The candidates of a search: rows that hold every token of it. */
export function candidateStatement(db: Db, lookups: readonly Lookup[]) {
  return db
    .select({ kind: searchDocuments.ownerKind, id: searchDocuments.ownerId })
    .from(searchDocuments)
    .where(and(...lookups.map(condition)))
    .orderBy(desc(searchDocuments.at))
    .limit(MOST_CANDIDATES + 1);
}

async function findCandidates(db: Db, lookups: readonly Lookup[]): Promise<SearchOwner[]> {
  const rows = await candidateStatement(db, lookups);
  return rows.map((row) => ({ kind: row.kind as OwnerKind, id: row.id }));
}

const ints = (values: readonly number[]) => sql.raw(`array[${values.map(Number).join(',')}]::integer[]`);

function condition(lookup: Lookup): SQL | undefined {
  if ('identifiers' in lookup) return sql`${searchDocuments.identifiers} && ${ints(lookup.identifiers)}`;
  return or(...lookup.anyOf.map((set) => sql`${searchDocuments.tokens} @> ${ints(set)}`));
}

/** What a hit is shown as: a report or a case by itself, a person by their cases. Never a case that this person has stepped back from. */
async function shownAs(
  db: Db,
  actor: StaffActor,
  owner: SearchOwner,
  by: SearchHit['by'],
): Promise<SearchHit[]> {
  const recused = db
    .select({ id: caseRecusals.caseId })
    .from(caseRecusals)
    .where(eq(caseRecusals.staffId, actor.id));
  if (owner.kind === 'report') {
    const hidden = db
      .select({ id: caseReports.reportId })
      .from(caseReports)
      .where(and(inArray(caseReports.caseId, recused), isNull(caseReports.unlinkedAt)));
    const [row] = await db
      .select()
      .from(reports)
      .where(and(eq(reports.id, owner.id), notInArray(reports.id, hidden)));
    return row
      ? [{ kind: 'REPORT', ref: row.reference, state: row.state, level: row.level, at: row.receivedAt, by }]
      : [];
  }
  const ofPerson = db
    .select({ id: casePersons.caseId })
    .from(casePersons)
    .where(and(eq(casePersons.personId, owner.id), isNull(casePersons.removedAt)));
  const rows = await db
    .select()
    .from(cases)
    .where(
      and(
        owner.kind === 'case' ? eq(cases.id, owner.id) : inArray(cases.id, ofPerson),
        notInArray(cases.id, recused),
      ),
    );
  return rows.map((row) => ({
    kind: 'CASE' as const,
    ref: row.number,
    state: row.state,
    level: row.level,
    at: row.openedAt,
    by,
  }));
}
