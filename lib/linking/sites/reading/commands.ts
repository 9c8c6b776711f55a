import 'server-only';
import { and, count, desc, eq, inArray, isNotNull, isNull, or, sql } from 'drizzle-orm';
import type { Db, Tx } from '@/db/client';
import { casePersons, caseRecusals, cases, persons } from '@/db/schema/cases';
import { caseSites, siteKeys, sites } from '@/db/schema/sites';
import { withAudit } from '@/lib/audit/commands';
import { type CaseSource, readingCase, sourcesOf } from '@/lib/cases/case-reading/commands';
import { type CaseState, caseLists } from '@/lib/cases/code-lists';
import { isTheirPerson, isWhole } from '@/lib/cases/people/queries';
import { calledBy } from '@/lib/cases/person-records';
import { openRow } from '@/lib/cases/places';
import { peopleOfCase } from '@/lib/cases/reading/queries';
import { SAFETY } from '@/lib/cases/safety';
import { can } from '@/lib/staff/roles';
import type { StaffActor } from '@/lib/staff/session';
import type { Level } from '@/lib/urgency/levels';
import { openDataKey } from '@/lib/vault/commands';
import { vaultSecret } from '@/lib/vault/secrets';
import {
  distance,
  type Point,
  SAME_PLACE_METRES,
  siteLookupKeys,
  siteWords,
  squareLookupKeys,
} from '../../normalise/sites';
import type { SiteCursor } from '../site-cursor';
import { siteDigests } from '../site-digests';
import { type PlaceAnswers, placeIn, type SiteRecord, siteNames } from '../site-record';

/** How many sites are offered for a name. */
const OFFERED = 8;
/** How many are opened to find those. */
const OPENED = 40;

export type SiteCandidate = {
  id: string;
  site: SiteRecord;
  province: string | null;
  /** Metres from the point that was given; null without one. */
  metres: number | null;
  /** It has exactly this name, generic words apart. */
  same: boolean;
};

/** The sites that may be meant by a name or a point: nearest in name first, then in place. A person decides. */
export async function findSites(
  db: Db,
  actor: StaffActor,
  wanted: { name: string; point: Point | null },
): Promise<SiteCandidate[]> {
  if (!can(actor.roles, 'case.work')) return [];
  const keys = [...siteLookupKeys(wanted.name), ...(wanted.point ? squareLookupKeys(wanted.point) : [])];
  if (keys.length === 0) return [];
  const secret = await vaultSecret(db, 'index');
  return withAudit(db, async (tx, record) => {
    const met = await tx
      .select({ id: siteKeys.siteId, hits: count() })
      .from(siteKeys)
      .where(inArray(siteKeys.digest, siteDigests(secret, keys)))
      .groupBy(siteKeys.siteId)
      .orderBy(desc(count()))
      .limit(OPENED);
    await record({ kind: 'staff', id: actor.id }, { kind: 'staff', id: actor.id }, 'site.looked-up');
    const name = siteWords(wanted.name).join('');
    const found: SiteCandidate[] = [];
    for (const { id } of met) {
      const opened = await openSite(tx, id);
      if (!opened) continue;
      const { point } = opened.site;
      const metres = wanted.point && point ? Math.round(distance(wanted.point, point)) : null;
      const same = name !== '' && siteNames(opened.site).some((one) => siteWords(one).join('') === name);
      found.push({ id, ...opened, metres, same });
    }
    const near = ({ metres }: SiteCandidate) => metres !== null && metres <= SAME_PLACE_METRES;
    const rank = (one: SiteCandidate) => (one.same ? 2 : 0) + (near(one) ? 1 : 0);
    return found.toSorted((one, other) => rank(other) - rank(one)).slice(0, OFFERED);
  });
}

async function openSite(tx: Tx, id: string) {
  const [row] = await tx.select().from(sites).where(eq(sites.id, id));
  if (!row) return null;
  const key = await openDataKey(tx, { kind: 'site', id });
  return { site: openRow<SiteRecord>(key, 'sites', row), province: row.province };
}

export type SiteSources = {
  sources: CaseSource[];
  place: PlaceAnswers | null;
  people: { id: string; name: string | null }[];
};

/** The reports of a case that a place can be taken from, the people it may be tied to, and the place one report speaks of when it is named. */
export async function siteSources(
  db: Db,
  actor: StaffActor,
  number: string,
  reference: string | undefined,
): Promise<SiteSources | null> {
  return readingCase(db, actor, 'case.work', number, async (tx, row, record) => {
    const { sources, answers } = await sourcesOf(tx, row, record, actor, reference);
    const people = await peopleOfCase(tx, actor, row);
    return {
      sources,
      place: answers && placeIn(answers),
      people: people.map(({ id, identity }) => ({ id, name: calledBy(identity) })),
    };
  });
}

const AT_RISK = caseLists.safety_status.filter((status) => SAFETY[status].atRisk);

export type ListedSite = {
  id: string;
  site: SiteRecord;
  province: string | null;
  openCases: number;
  atRisk: number;
};

/** How many sites are opened for a page of the list. */
const PAGE = 50;

/**
 * The sites with the most people not known to be safe, then those with the most open cases, a page cut by key. The numbers count open cases, and a
 * person once; neither what this person has stepped back from nor who is not theirs.
 */
export async function listSites(
  db: Db,
  actor: StaffActor,
  { after = null, most = PAGE }: { after?: SiteCursor | null; most?: number } = {},
): Promise<{ rows: ListedSite[]; next: SiteCursor | null }> {
  if (!can(actor.roles, 'case.read')) return { rows: [], next: null };
  return withAudit(db, async (tx, record) => {
    const openCases = sql<number>`count(distinct ${cases.id})::int`;
    const atRisk = sql<number>`count(distinct ${persons.id})::int`;
    const rows = await tx
      .select({ site: sites, openCases, atRisk })
      .from(sites)
      .leftJoin(
        caseSites,
        and(eq(caseSites.siteId, sites.id), isNull(caseSites.removedAt), saysNothingWithheld(actor)),
      )
      .leftJoin(
        cases,
        and(
          eq(cases.id, caseSites.caseId),
          sql`${cases.state} <> 'CLOSED'`,
          sql`not exists (select 1 from ${caseRecusals} where ${caseRecusals.caseId} = ${cases.id} and ${caseRecusals.staffId} = ${actor.id})`,
        ),
      )
      .leftJoin(casePersons, and(eq(casePersons.caseId, cases.id), isNull(casePersons.removedAt)))
      .leftJoin(
        persons,
        and(
          eq(persons.id, casePersons.personId),
          inArray(persons.safety, AT_RISK),
          isTheirPerson(actor, persons.id),
          // A link to one person speaks of that person; one to the case of everybody in it.
          sql`(${caseSites.personId} is null or ${caseSites.personId} = ${persons.id})`,
        ),
      )
      .groupBy(sites.id)
      .having(
        after
          ? sql`(${atRisk}, ${openCases}, ${sites.addedAt}, ${sites.id}) < (${after.atRisk}::int, ${after.openCases}::int, ${after.at.toISOString()}::timestamptz, ${after.id}::uuid)`
          : undefined,
      )
      .orderBy(desc(atRisk), desc(openCases), desc(sites.addedAt), desc(sites.id))
      .limit(most + 1);
    await record({ kind: 'staff', id: actor.id }, { kind: 'staff', id: actor.id }, 'site.listed');
    const found: ListedSite[] = [];
    for (const row of rows.slice(0, most)) {
      const key = await openDataKey(tx, { kind: 'site', id: row.site.id });
      found.push({
        id: row.site.id,
        site: openRow<SiteRecord>(key, 'sites', row.site),
        province: row.site.province,
        openCases: row.openCases,
        atRisk: row.atRisk,
      });
    }
    const last = rows[most - 1];
    return { rows: found, next: last && rows.length > most ? cursorOf(last) : null };
  });
}

/** A link to the whole case, or to somebody who is theirs to know of. */
const saysNothingWithheld = (actor: StaffActor) =>
  or(isNull(caseSites.personId), isTheirPerson(actor, caseSites.personId));

const cursorOf = ({ site, openCases, atRisk }: ListedRow): SiteCursor => ({
  atRisk,
  openCases,
  at: site.addedAt,
  id: site.id,
});
type ListedRow = { site: typeof sites.$inferSelect; openCases: number; atRisk: number };

/** `safetyUnconfirmed`: false, too, where it might speak of somebody who is not the reader's to know of. */
export type SiteCase = { number: string; level: Level; state: CaseState; safetyUnconfirmed: boolean };
export type DeskSite = {
  id: string;
  version: number;
  site: SiteRecord;
  province: string | null;
  addedAt: Date;
  /** True for what came with the reference data. */
  fromReference: boolean;
  cases: SiteCase[];
  /** How many more there are that the reader has stepped back from. */
  hidden: number;
};

/**
 * Opens a site with those of its cases that the reader may open; a case that is at it by somebody alone who is not theirs is left out. The reading is recorded on the site.
 */
export async function readSite(db: Db, actor: StaffActor, id: string): Promise<DeskSite | null> {
  if (!can(actor.roles, 'case.read') || !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) return null;
  return withAudit(db, async (tx, record) => {
    const [row] = await tx.select().from(sites).where(eq(sites.id, id));
    if (!row) return null;
    await record({ kind: 'site', id }, { kind: 'staff', id: actor.id }, 'site.read');
    const key = await openDataKey(tx, { kind: 'site', id });
    const tied = await tx
      .selectDistinct({ row: cases, steppedBack: caseRecusals.staffId, whole: isWhole(actor, cases.id) })
      .from(caseSites)
      .innerJoin(cases, eq(cases.id, caseSites.caseId))
      .leftJoin(caseRecusals, and(eq(caseRecusals.caseId, cases.id), eq(caseRecusals.staffId, actor.id)))
      .where(
        and(
          eq(caseSites.siteId, id),
          isNull(caseSites.removedAt),
          or(isNotNull(caseRecusals.staffId), saysNothingWithheld(actor)),
        ),
      )
      .orderBy(cases.level, cases.number);
    const theirs = tied.filter(({ steppedBack }) => steppedBack === null);
    return {
      id,
      version: row.version,
      site: openRow<SiteRecord>(key, 'sites', row),
      province: row.province,
      addedAt: row.addedAt,
      fromReference: row.addedBy === null,
      cases: theirs.map(({ row: one, whole }) => ({
        number: one.number,
        level: one.level as Level,
        state: one.state as CaseState,
        safetyUnconfirmed: one.safetyUnconfirmed && whole,
      })),
      hidden: tied.length - theirs.length,
    };
  });
}
