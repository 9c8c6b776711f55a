import 'server-only';
import { and, eq, inArray, isNull, ne, notInArray, or, type SQL, sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { casePersons, caseRecusals, cases } from '@/db/schema/cases';
import { reports } from '@/db/schema/reports';
import { searchDocuments } from '@/db/schema/search';
import { withAudit } from '@/lib/audit/commands';
import type { CaseState } from '@/lib/cases/code-lists';
import { isTheirPerson, isWhole } from '@/lib/cases/people/queries';
import type { ReportState } from '@/lib/reports/code-lists';
import { notRecusedFromReport } from '@/lib/reports/desk/recusal/queries';
import { can } from '@/lib/staff/roles';
import type { StaffActor } from '@/lib/staff/session';
import type { Level } from '@/lib/urgency/levels';
import { vaultSecret } from '@/lib/vault/secrets';
import { type OwnerKind, openSearchables, type SearchOwner } from './searchable/queries';
import { type Piece, snippetOf } from './snippet';
import { type FieldClass, holds, readQuery, type Wanted } from './terms';
import { FIRST_WEEK, type Lookup, lookupOf, searchKeys, WEEK_SECONDS } from './tokens';

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
/** Most of the time so many hold a page of hits; a word in one of three hundred documents is then looked up in a few weeks instead of thirty. */
const FEW_CANDIDATES = 60;
const PAGE = 20;
/** Most of the time these hold a page of hits. */
const OPENED_AT_ONCE = 40;

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
  const hits = new Map<string, SearchHit & { owner: SearchOwner }>();
  let candidates: Candidate[] = [];
  let looked = 0;
  let next: Date | null = null;
  for (const most of [FEW_CANDIDATES, MOST_CANDIDATES]) {
    candidates = await findCandidates(db, lookups, filters, most);
    while (looked < Math.min(most, candidates.length) && hits.size < PAGE) {
      const some = candidates.slice(looked, Math.min(most, looked + OPENED_AT_ONCE));
      looked += some.length;
      const found = await lookInto(db, actor, some, wanted, filters);
      for (const { id, at } of some) {
        if (hits.size >= PAGE) break;
        next = at;
        for (const hit of found.get(id) ?? []) if (!hits.has(hit.ref)) hits.set(hit.ref, hit);
      }
    }
    if (hits.size >= PAGE || candidates.length <= most) break;
  }
  const found = [...hits.values()];
  await recordSearch(db, actor, found, looked);
  return {
    hits: found.map(({ owner: _owner, ...hit }) => hit),
    capped: candidates.length > MOST_CANDIDATES && found.length < PAGE,
    blank: false,
    next: found.length >= PAGE || candidates.length > MOST_CANDIDATES ? next : null,
  };
}

type Candidate = SearchOwner & { at: Date };
type Found = SearchHit & { owner: SearchOwner };

/** Opens candidates, several in one go, and shows those that hold what was looked for, by the candidate's id. */
async function lookInto(
  db: Db,
  actor: StaffActor,
  candidates: readonly Candidate[],
  wanted: readonly Wanted[],
  filters: SearchFilters,
): Promise<Map<string, Found[]>> {
  const opened = await openSearchables(db, candidates);
  const holding = new Map<string, Pick<SearchHit, 'by' | 'snippet'>>();
  for (const [id, { texts }] of opened) {
    const by = holds(texts, wanted);
    if (by) holding.set(id, { by, snippet: snippetOf(texts, wanted) ?? [] });
  }
  const shown = await shownAs(
    db,
    actor,
    candidates.filter(({ id }) => holding.has(id)),
    filters,
  );
  const found = new Map<string, Found[]>();
  for (const { of, ...hit } of shown) {
    const where = holding.get(of);
    if (where) found.set(of, [...(found.get(of) ?? []), { ...hit, ...where }]);
  }
  return found;
}

async function recordSearch(
  db: Db,
  actor: StaffActor,
  found: readonly { owner: SearchOwner }[],
  opened: number,
): Promise<void> {
  const staff = { kind: 'staff' as const, id: actor.id };
  const owners = found.map(({ owner }) => owner);
  await withAudit(db, async (_tx, record) => {
    await record.each(owners, staff, 'search.hit');
    await record(staff, staff, 'search', {
      hits: found.length,
      opened,
    });
  });
}

/** So many candidates, the newest first, and one more where there are more. */
async function findCandidates(
  db: Db,
  lookups: readonly Lookup[],
  filters: SearchFilters,
  most: number,
): Promise<Candidate[]> {
  const { rows } = (await db.execute(candidateStatement(lookups, filters, most))) as unknown as {
    rows: CandidateRow[];
  };
  return rows.map(({ kind, id, at }) => ({ kind, id, at: new Date(at) }) as Candidate);
}

/**
 * The candidates of a search, the newest first: rows that hold every token of it and are what the filters ask for. Words are looked up week by
 * week, backwards, and no further than there are enough: the same for words that are in half of all and in hardly any, however many there are.
 */
export function candidateStatement(
  lookups: readonly Lookup[],
  filters: SearchFilters = NO_FILTERS,
  most = MOST_CANDIDATES,
): SQL<CandidateRow> {
  const { before, kind } = filters;
  const kinds = kind === 'REPORT' ? ['report'] : kind === 'CASE' ? ['case', 'person'] : null;
  const until = before ? sql`${before.toISOString()}::timestamptz` : null;
  const asked = and(
    kinds ? inArray(searchDocuments.ownerKind, kinds) : undefined,
    until ? sql`${searchDocuments.at} < ${until}` : undefined,
    narrowed(filters),
  );
  const row = sql`${searchDocuments.ownerKind} as kind, ${searchDocuments.ownerId} as id, ${searchDocuments.at} as at`;
  const holding = (week: SQL | null) => and(...lookups.map((lookup) => condition(lookup, week)), asked);
  // Numbers that somebody writes are in few rows: all of them at once.
  if (lookups.every((lookup) => 'identifiers' in lookup))
    return sql`select ${row} from ${searchDocuments} where ${holding(null)}
      order by ${searchDocuments.at} desc limit ${most + 1}`;
  const newest = until ?? sql`(select max(${searchDocuments.at}) from ${searchDocuments})`;
  const oldest = sql`(select min(${searchDocuments.at}) from ${searchDocuments})`;
  // Not ordered by the column itself: its index would be read through to the end where a word is seldom.
  return sql`select held.kind, held.id, held.at
    from generate_series(${weekTokenOf(newest)}, ${weekTokenOf(oldest)}, -1) as week
    cross join lateral (select ${row} from ${searchDocuments} where ${holding(sql`week`)}
      order by extract(epoch from ${searchDocuments.at}) desc limit ${most + 1}) as held
    limit ${most + 1}`;
}

/** The token of a moment's week, as `indexTokens` gives it to a document. */
export const weekTokenOf = (at: SQL) =>
  sql`(${sql.raw(String(FIRST_WEEK))} + floor(extract(epoch from ${at}) / ${sql.raw(String(WEEK_SECONDS))}))::integer`;

type CandidateRow = { kind: string; id: string; at: Date | string };

/** The filters that ask the report or the case itself. A person is what their cases are. */
function narrowed(filters: SearchFilters): SQL | undefined {
  if (!filters.level && !filters.province && filters.open === null) return undefined;
  const { ownerKind, ownerId } = searchDocuments;
  const ofReport = and(eq(reports.id, ownerId), reportIs(filters));
  const ofCase = and(eq(cases.id, ownerId), caseIs(filters));
  const ofPerson = and(eq(casePersons.personId, ownerId), isNull(casePersons.removedAt), caseIs(filters));
  return or(
    sql`${ownerKind} = 'report' and exists (select 1 from ${reports} where ${ofReport})`,
    sql`${ownerKind} = 'case' and exists (select 1 from ${cases} where ${ofCase})`,
    sql`${ownerKind} = 'person' and exists (select 1 from ${casePersons}
      join ${cases} on ${cases.id} = ${casePersons.caseId} where ${ofPerson})`,
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

function condition(lookup: Lookup, week: SQL | null): SQL | undefined {
  if ('identifiers' in lookup) return sql`${searchDocuments.identifiers} && ${ints(lookup.identifiers)}`;
  return or(
    ...lookup.anyOf.map(
      (set) => sql`${searchDocuments.tokens} @> (${ints(set)} || ${week ?? sql`array[]::integer[]`})`,
    ),
  );
}

/**
 * What hits are shown as: a report or a case by itself, a person by their cases; `of` is whose hit it is. Never what this person has stepped
 * back from, nor what belongs to such a case, nor somebody who is in one.
 */
async function shownAs(
  db: Db,
  actor: StaffActor,
  owners: readonly SearchOwner[],
  filters: SearchFilters,
): Promise<(Shown & { of: string; owner: SearchOwner })[]> {
  const ids = (kind: OwnerKind) => owners.filter((owner) => owner.kind === kind).map(({ id }) => id);
  const [ofReports, ofCases, ofPersons] = [ids('report'), ids('case'), ids('person')];
  const recused = db
    .select({ id: caseRecusals.caseId })
    .from(caseRecusals)
    .where(eq(caseRecusals.staffId, actor.id));
  const mayShow = and(notInArray(cases.id, recused), caseIs(filters));
  const found = {
    reports:
      ofReports.length > 0
        ? await db
            .select()
            .from(reports)
            .where(and(inArray(reports.id, ofReports), notRecusedFromReport(actor.id)))
        : [],
    cases:
      ofCases.length > 0
        ? await db
            .select()
            .from(cases)
            .where(and(inArray(cases.id, ofCases), isWhole(actor, cases.id), mayShow))
        : [],
    persons:
      ofPersons.length > 0
        ? await db
            .select({ of: casePersons.personId, row: cases })
            .from(casePersons)
            .innerJoin(cases, eq(cases.id, casePersons.caseId))
            .where(
              and(
                inArray(casePersons.personId, ofPersons),
                isNull(casePersons.removedAt),
                isTheirPerson(actor, casePersons.personId),
                mayShow,
              ),
            )
        : [],
  };
  return [
    ...found.reports.map((row) => ({ of: row.id, ...shownReport(row) })),
    ...found.cases.map((row) => ({ of: row.id, ...shownCase(row) })),
    ...found.persons.map(({ of, row }) => ({ of, ...shownCase(row) })),
  ];
}

const shownReport = (row: typeof reports.$inferSelect) => ({
  kind: 'REPORT' as const,
  ref: row.reference,
  state: row.state as ReportState,
  level: row.level as Level,
  at: row.receivedAt,
  owner: { kind: 'report' as const, id: row.id },
});

const shownCase = (row: typeof cases.$inferSelect) => ({
  kind: 'CASE' as const,
  ref: row.number,
  state: row.state as CaseState,
  level: row.level as Level,
  at: row.openedAt,
  owner: { kind: 'case' as const, id: row.id },
});
