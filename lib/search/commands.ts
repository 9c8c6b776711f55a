import 'server-only';
import { and, asc, desc, eq, inArray, isNull, lt, lte, ne, notInArray, or, type SQL, sql } from 'drizzle-orm';
import { type Db, type Tx, withTransaction } from '@/db/client';
import { casePersons, caseRecusals, caseReports, cases } from '@/db/schema/cases';
import { reports } from '@/db/schema/reports';
import { searchDocuments, searchDue } from '@/db/schema/search';
import { withAudit } from '@/lib/audit/commands';
import type { CaseState } from '@/lib/cases/code-lists';
import { departureDigest } from '@/lib/cases/departure-day';
import { MINUTE, now } from '@/lib/clock';
import { describeError } from '@/lib/errors';
import { log } from '@/lib/log';
import type { ReportState } from '@/lib/reports/code-lists';
import { can } from '@/lib/staff/roles';
import type { StaffActor } from '@/lib/staff/session';
import type { Level } from '@/lib/urgency/levels';
import { vaultSecret } from '@/lib/vault/secrets';
import { openSearchable, type SearchOwner } from './searchable/queries';
import { type Piece, snippetOf } from './snippet';
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

type Shown = ({ kind: 'REPORT'; state: ReportState } | { kind: 'CASE'; state: CaseState }) & {
  /** A report's reference or a case's number. */
  ref: string;
  level: Level;
  at: Date;
};

export type SearchHit = Shown & {
  /** In which kind of field it was found. */
  by: FieldClass | 'PHONE';
  /** Where it stands, with a little around it. Showing it is recorded on the report or the case. */
  snippet: Piece[];
};

/** What narrows a search; all of it can stand in an address. `before`: only what came in before this moment, for the next page. */
export type SearchFilters = {
  kind: SearchHit['kind'] | null;
  level: Level | null;
  /** Reports that are still to be decided and cases that are not closed, or the others. */
  open: boolean | null;
  province: string | null;
  before: Date | null;
};
export const NO_FILTERS: SearchFilters = {
  kind: null,
  level: null,
  open: null,
  province: null,
  before: null,
};

export type SearchResult = {
  hits: SearchHit[];
  /** There were more candidates than are opened for one search: older ones were not looked at. */
  capped: boolean;
  /** Nothing was looked for: a query needs a word of two characters, or a phone number. */
  blank: boolean;
  /** Where the next page begins; null when everything was looked at. */
  next: Date | null;
};

/** How many candidates are opened and looked at, the newest first. */
const MOST_CANDIDATES = 300;
const PAGE = 20;

/**
 * Searches everything that is sealed, S6 excepted. The index gives candidates, the newest first; each is opened and looked at before it is
 * shown, so that a shared token shows nothing. That somebody searched is recorded, never for what; and on each hit, that its snippet was shown.
 */
export async function searchReports(
  db: Db,
  actor: StaffActor,
  query: string,
  filters: SearchFilters = NO_FILTERS,
): Promise<SearchResult> {
  const none = { hits: [], capped: false, blank: false, next: null };
  if (!can(actor.roles, 'search.use')) return none;
  const wanted = readQuery(query);
  if (wanted.length === 0) return { ...none, blank: true };
  const keys = searchKeys(await vaultSecret(db, 'index'));
  const lookups = wanted.map((one) => lookupOf(keys, one));
  const candidates = await candidateStatement(db, lookups, filters);
  const hits = new Map<string, SearchHit & { owner: SearchOwner }>();
  let next: Date | null = null;
  for (const candidate of candidates.slice(0, MOST_CANDIDATES)) {
    if (hits.size >= PAGE) break;
    next = candidate.at;
    const owner: SearchOwner = { kind: candidate.kind as OwnerKind, id: candidate.id };
    const opened = await openSearchable(db, owner);
    const by = opened && holds(opened.texts, wanted);
    if (!opened || !by) continue;
    const snippet = snippetOf(opened.texts, wanted) ?? [];
    for (const hit of await shownAs(db, actor, owner, filters))
      if (!hits.has(hit.ref)) hits.set(hit.ref, { ...hit, by, snippet });
  }
  const found = [...hits.values()];
  await recordSearch(db, actor, found, candidates.length);
  return {
    hits: found.map(({ owner: _owner, ...hit }) => hit),
    capped: candidates.length > MOST_CANDIDATES && found.length < PAGE,
    blank: false,
    next: found.length >= PAGE || candidates.length > MOST_CANDIDATES ? next : null,
  };
}

async function recordSearch(
  db: Db,
  actor: StaffActor,
  found: readonly { owner: SearchOwner }[],
  candidates: number,
): Promise<void> {
  const staff = { kind: 'staff' as const, id: actor.id };
  // In the order of their ids, so that two searches do not wait for each other's chains.
  const owners = found.map(({ owner }) => owner).toSorted((one, other) => (one.id < other.id ? -1 : 1));
  await withAudit(db, async (_tx, record) => {
    for (const owner of owners) await record(owner, staff, 'search.hit');
    await record(staff, staff, 'search', {
      hits: found.length,
      opened: Math.min(candidates, MOST_CANDIDATES),
    });
  });
}

/** The candidates of a search: rows that hold every token of it and are what the filters ask for. */
export function candidateStatement(db: Db, lookups: readonly Lookup[], filters: SearchFilters = NO_FILTERS) {
  const kinds = filters.kind === 'REPORT' ? ['report'] : filters.kind === 'CASE' ? ['case', 'person'] : null;
  return db
    .select({ kind: searchDocuments.ownerKind, id: searchDocuments.ownerId, at: searchDocuments.at })
    .from(searchDocuments)
    .where(
      and(
        ...lookups.map(condition),
        kinds ? inArray(searchDocuments.ownerKind, kinds) : undefined,
        filters.before ? lt(searchDocuments.at, filters.before) : undefined,
        narrowed(db, filters),
      ),
    )
    .orderBy(desc(searchDocuments.at))
    .limit(MOST_CANDIDATES + 1);
}

/** The filters that ask the report or the case itself. A person is what their cases are. */
function narrowed(db: Db, filters: SearchFilters): SQL | undefined {
  if (!filters.level && !filters.province && filters.open === null) return undefined;
  const ofReport = db.select({ id: reports.id }).from(reports);
  const ofCase = db.select({ id: cases.id }).from(cases);
  const ofPerson = db
    .select({ id: casePersons.personId })
    .from(casePersons)
    .innerJoin(cases, eq(cases.id, casePersons.caseId));
  const { ownerKind, ownerId } = searchDocuments;
  return or(
    sql`${ownerKind} = 'report' and exists ${ofReport.where(and(eq(reports.id, ownerId), reportIs(filters)))}`,
    sql`${ownerKind} = 'case' and exists ${ofCase.where(and(eq(cases.id, ownerId), caseIs(filters)))}`,
    sql`${ownerKind} = 'person' and exists ${ofPerson.where(
      and(eq(casePersons.personId, ownerId), isNull(casePersons.removedAt), caseIs(filters)),
    )}`,
  );
}

const UNDECIDED = ['RECEIVED', 'SCREENING'];

const reportIs = ({ level, province, open }: SearchFilters) =>
  and(
    level ? eq(reports.level, level) : undefined,
    province ? eq(reports.province, province) : undefined,
    open === null ? undefined : (open ? inArray : notInArray)(reports.state, UNDECIDED),
  );

const caseIs = ({ level, province, open }: SearchFilters) =>
  and(
    level ? eq(cases.level, level) : undefined,
    province ? eq(cases.province, province) : undefined,
    open === null ? undefined : (open ? ne : eq)(cases.state, 'CLOSED'),
  );

const ints = (values: readonly number[]) => sql.raw(`array[${values.map(Number).join(',')}]::integer[]`);

function condition(lookup: Lookup): SQL | undefined {
  if ('identifiers' in lookup) return sql`${searchDocuments.identifiers} && ${ints(lookup.identifiers)}`;
  return or(...lookup.anyOf.map((set) => sql`${searchDocuments.tokens} @> ${ints(set)}`));
}

/** What a hit is shown as: a report or a case by itself, a person by their cases. Never what belongs to a case that this person has stepped back from. */
async function shownAs(
  db: Db,
  actor: StaffActor,
  owner: SearchOwner,
  filters: SearchFilters,
): Promise<(Shown & { owner: SearchOwner })[]> {
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
    if (!row) return [];
    const { reference: ref, receivedAt: at } = row;
    const [state, level] = [row.state as ReportState, row.level as Level];
    return [{ kind: 'REPORT', ref, state, level, at, owner }];
  }
  const ofPerson = db
    .select({ id: casePersons.caseId })
    .from(casePersons)
    .where(and(eq(casePersons.personId, owner.id), isNull(casePersons.removedAt)));
  const isOwner = owner.kind === 'case' ? eq(cases.id, owner.id) : inArray(cases.id, ofPerson);
  const rows = await db
    .select()
    .from(cases)
    .where(and(isOwner, notInArray(cases.id, recused), caseIs(filters)));
  return rows.map((row) => ({
    kind: 'CASE' as const,
    ref: row.number,
    state: row.state as CaseState,
    level: row.level as Level,
    at: row.openedAt,
    owner: { kind: 'case' as const, id: row.id },
  }));
}
