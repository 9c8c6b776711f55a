import 'server-only';
import { and, asc, eq, inArray, ne } from 'drizzle-orm';
import type { Db, Tx } from '@/db/client';
import { referrals } from '@/db/schema/agencies';
import { caseEvents, cases, caseTasks, personFacts, persons } from '@/db/schema/cases';
import { messages, notes, reportSections, reports, reportTransitions } from '@/db/schema/reports';
import { dataKeys } from '@/db/schema/vault';
import type { Axis, PersonIdentity } from '@/lib/cases/person-records';
import { openRow } from '@/lib/cases/places';
import type { ReferralWords } from '@/lib/referrals/records';
import { COMPARTMENT, type SectionId } from '@/lib/reports/questionnaire';
import { type StoredSection, storedSectionPlace } from '@/lib/reports/stored/queries';
import type { ReporterKind } from '@/lib/urgency/answers';
import { unwrapDataKey } from '@/lib/vault/commands';
import { type DataKey, open } from '@/lib/vault/seal';
import type { Searchable } from '../terms';
import { caseTexts, personTexts, type ReportTexts, reportTexts } from './texts';

/** What of a report, a case or a person can be searched, and the times that go with it. */
export type Opened = { at: Date; texts: Searchable; departs: ReportTexts['departs'] };
export type OwnerKind = 'report' | 'case' | 'person';
export type SearchOwner = { kind: OwnerKind; id: string };

/** Opens what is indexed and verified, the one for the other; null when its key was destroyed or it is not there. */
export async function openSearchable(db: Db | Tx, owner: SearchOwner): Promise<Opened | null> {
  return (await openSearchables(db, [owner])).get(owner.id) ?? null;
}

/** The same for many at once, by id, in a handful of statements however many they are: a search opens hundreds. */
export async function openSearchables(
  db: Db | Tx,
  owners: readonly SearchOwner[],
): Promise<Map<string, Opened>> {
  const opened = new Map<string, Opened>();
  const opens = { report: openReports, case: openCases, person: openPersons };
  for (const [kind, openKind] of Object.entries(opens) as [OwnerKind, typeof openReports][]) {
    const ids = owners.filter((owner) => owner.kind === kind).map((owner) => owner.id);
    if (ids.length === 0) continue;
    const keys = await findKeys(db, kind, ids);
    if (keys.size > 0)
      for (const [id, one] of await openKind(db, [...keys.keys()], keys)) opened.set(id, one);
  }
  return opened;
}

function grouped<Row>(rows: readonly Row[], ownerOf: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const owner = ownerOf(row);
    groups.set(owner, [...(groups.get(owner) ?? []), row]);
  }
  return groups;
}

type Keys = ReadonlyMap<string, DataKey>;

/** The keys that were not destroyed, by their owner. */
async function findKeys(db: Db | Tx, kind: OwnerKind, ids: string[]): Promise<Keys> {
  const rows = await db
    .select()
    .from(dataKeys)
    .where(and(eq(dataKeys.ownerKind, kind), inArray(dataKeys.ownerId, ids)));
  return new Map(
    rows.flatMap((row) => {
      const key = unwrapDataKey({ kind, id: row.ownerId }, row);
      return key ? [[row.ownerId, key] as const] : [];
    }),
  );
}

/** What was noted on these axes is searched. Not a person's position, which few may see, nor the answer that proves who they are. */
const SEARCHED_AXES = ['SAFETY', 'IDENTITY', 'WILLINGNESS'] as const satisfies readonly Axis[];

/** S6 is left where it is: what somebody was made to do is in no index (security.md). */
async function openReports(db: Db | Tx, ids: string[], keys: Keys): Promise<[string, Opened][]> {
  const rows = await db.select().from(reports).where(inArray(reports.id, ids));
  const sections = await db
    .select()
    .from(reportSections)
    .where(and(inArray(reportSections.reportId, ids), ne(reportSections.section, COMPARTMENT)))
    .orderBy(asc(reportSections.part));
  const written = [
    ...(await db.select().from(messages).where(inArray(messages.reportId, ids))).map((row) => ({
      table: 'messages',
      row,
    })),
    ...(await db.select().from(notes).where(inArray(notes.reportId, ids))).map((row) => ({
      table: 'notes',
      row,
    })),
    ...(await db.select().from(reportTransitions).where(inArray(reportTransitions.reportId, ids))).flatMap(
      ({ sealed, ...row }) => (sealed ? [{ table: 'report_transitions', row: { ...row, sealed } }] : []),
    ),
  ];
  const [sectionsOf, writtenOf] = [
    grouped(sections, (row) => row.reportId),
    grouped(written, ({ row }) => row.reportId),
  ];
  return rows.flatMap(({ id, kind, receivedAt }) => {
    const key = keys.get(id);
    if (!key) return [];
    const answered = (sectionsOf.get(id) ?? []).map((row) => ({
      section: row.section as SectionId,
      answers: open<StoredSection>(key, storedSectionPlace(row.id), row.sealed).answers,
    }));
    const words = (writtenOf.get(id) ?? []).map(({ table, row }) => {
      const said = open<Partial<Record<'text' | 'reason', string>>>(
        key,
        { table, row: row.id, column: 'sealed' },
        row.sealed,
      );
      return said.text ?? said.reason ?? '';
    });
    return [[id, { at: receivedAt, ...reportTexts(kind as ReporterKind, answered, words) }]];
  });
}

async function openCases(db: Db | Tx, ids: string[], keys: Keys): Promise<[string, Opened][]> {
  const rows = await db.select().from(cases).where(inArray(cases.id, ids));
  const events = await db.select().from(caseEvents).where(inArray(caseEvents.caseId, ids));
  const tasks = await db.select().from(caseTasks).where(inArray(caseTasks.caseId, ids));
  const handed = await db.select().from(referrals).where(inArray(referrals.caseId, ids));
  const [eventsOf, tasksOf] = [grouped(events, (row) => row.caseId), grouped(tasks, (row) => row.caseId)];
  const handedOf = grouped(handed, (row) => row.caseId);
  return rows.flatMap(({ id, openedAt }) => {
    const key = keys.get(id);
    if (!key) return [];
    const said = [
      ...(eventsOf.get(id) ?? []).flatMap(({ id: row, sealed }) =>
        sealed ? [openRow<Record<string, unknown>>(key, 'case_events', { id: row, sealed })] : [],
      ),
      ...(tasksOf.get(id) ?? []).map((row) => openRow<Record<string, unknown>>(key, 'case_tasks', row)),
      ...(handedOf.get(id) ?? []).map((row) => ({
        message: openRow<ReferralWords>(key, 'referrals', row).message,
      })),
    ];
    return [[id, { at: openedAt, texts: caseTexts(said), departs: null }]];
  });
}

async function openPersons(db: Db | Tx, ids: string[], keys: Keys): Promise<[string, Opened][]> {
  const rows = await db.select().from(persons).where(inArray(persons.id, ids));
  const facts = await db
    .select()
    .from(personFacts)
    .where(and(inArray(personFacts.personId, ids), inArray(personFacts.axis, [...SEARCHED_AXES])));
  const factsOf = grouped(facts, (row) => row.personId);
  return rows.flatMap((row) => {
    const key = keys.get(row.id);
    if (!key) return [];
    const said = (factsOf.get(row.id) ?? []).map((fact) =>
      openRow<Partial<Record<'note' | 'how' | 'saidTo', string>>>(key, 'person_facts', fact),
    );
    const texts = personTexts(openRow<PersonIdentity>(key, 'persons', row), said);
    return [[row.id, { at: row.addedAt, texts, departs: null }]];
  });
}
