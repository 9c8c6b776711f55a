import 'server-only';
import { eq } from 'drizzle-orm';
import type { Db, Tx } from '@/db/client';
import { caseEvents, cases, caseTasks, persons } from '@/db/schema/cases';
import { messages, notes, reports } from '@/db/schema/reports';
import type { PersonIdentity } from '@/lib/cases/person-records';
import { openRow } from '@/lib/cases/places';
import { type Field, fieldsOf, type SectionId } from '@/lib/reports/questionnaire';
import { openSections } from '@/lib/reports/stored/queries';
import type { ReporterKind } from '@/lib/urgency/answers';
import { findDataKey } from '@/lib/vault/commands';
import { type DataKey, open } from '@/lib/vault/seal';
import type { Searchable } from '../terms';

/** What of a report, a case or a person can be searched, and the times that go with it. */
export type Opened = {
  at: Date;
  texts: Searchable;
  departs: { year: number; month: number; day: number } | null;
};
export type SearchOwner = { kind: 'report' | 'case' | 'person'; id: string };

const NAMES: readonly string[] = [
  'name_ko',
  'name_passport',
  'alias',
  'recruiter_names',
  'companions',
  'met_by',
  'reporter_name',
];
const PLACES: readonly string[] = ['city', 'site_name', 'building', 'floor', 'room', 'landmark'];
/** Fields that hold words; a code says nothing that a word could find. */
const IN_WORDS: readonly Field['type'][] = ['text', 'long-text', 'texts', 'long-texts', 'identifiers'];

/** Opens what is indexed and verified, the one for the other; null when its key was destroyed or it is not there. */
export function openSearchable(db: Db | Tx, owner: SearchOwner): Promise<Opened | null> {
  const opens = { report: openReport, case: openCase, person: openPerson };
  return opens[owner.kind](db, owner.id);
}

const blank = (): Searchable => ({ TEXT: [], NAME: [], PLACE: [] });

async function openReport(db: Db | Tx, id: string): Promise<Opened | null> {
  const [report] = await db.select().from(reports).where(eq(reports.id, id));
  const key = await findDataKey(db, { kind: 'report', id });
  if (!report || !key) return null;
  const texts = blank();
  const opened = <Value>(table: string, row: { id: string; sealed: Buffer }) =>
    open<Value>(key, { table, row: row.id, column: 'sealed' }, row.sealed);
  const kind = report.kind as ReporterKind;
  let departs: Opened['departs'] = null;
  // S6 is left where it is: what somebody was made to do is in no index (security.md).
  for (const { section, answers } of await openSections(db, id, key)) {
    for (const [name, values] of Object.entries(answers))
      if (isInWords(kind, section, name)) texts[classOf(name)].push(...values);
    departs = departureIn(answers) ?? departs;
  }
  for (const row of await db.select().from(messages).where(eq(messages.reportId, id)))
    texts.TEXT.push(opened<{ text: string }>('messages', row).text);
  for (const row of await db.select().from(notes).where(eq(notes.reportId, id)))
    texts.TEXT.push(opened<{ text: string }>('notes', row).text);
  return { at: report.receivedAt, texts, departs };
}

/** The reach of a sos belongs to no kind's form, so it is named. */
function isInWords(kind: ReporterKind, section: SectionId, name: string): boolean {
  const field = fieldsOf(kind, section).find((one) => one.name === name);
  return name === 'reach' || (field !== undefined && IN_WORDS.includes(field.type));
}

const classOf = (name: string) => (NAMES.includes(name) ? 'NAME' : PLACES.includes(name) ? 'PLACE' : 'TEXT');

function departureIn(answers: Record<string, string[]>): Opened['departs'] {
  const [year, month, day] = ['year', 'month', 'day'].map((part) =>
    Number(answers[`planned_departure_${part}`]?.[0]?.normalize('NFKC')),
  );
  return year && month && day ? { year, month, day } : null;
}

async function openCase(db: Db | Tx, id: string): Promise<Opened | null> {
  const [row] = await db.select().from(cases).where(eq(cases.id, id));
  const key = await findDataKey(db, { kind: 'case', id });
  if (!row || !key) return null;
  const texts = blank();
  for (const event of await db.select().from(caseEvents).where(eq(caseEvents.caseId, id)))
    if (event.sealed) texts.TEXT.push(...wordsIn(key, 'case_events', { id: event.id, sealed: event.sealed }));
  for (const task of await db.select().from(caseTasks).where(eq(caseTasks.caseId, id)))
    texts.TEXT.push(...wordsIn(key, 'case_tasks', task));
  return { at: row.openedAt, texts, departs: null };
}

/** The words of an event or a task: never its codes, which are written in capitals. */
const wordsIn = (key: DataKey, table: 'case_events' | 'case_tasks', row: { id: string; sealed: Buffer }) =>
  Object.values(openRow<Record<string, unknown>>(key, table, row)).flatMap((value) =>
    typeof value === 'string' && !/^[A-Z0-9_]+$/.test(value) ? [value] : [],
  );

async function openPerson(db: Db | Tx, id: string): Promise<Opened | null> {
  const [row] = await db.select().from(persons).where(eq(persons.id, id));
  const key = await findDataKey(db, { kind: 'person', id });
  if (!row || !key) return null;
  const identity = openRow<PersonIdentity>(key, 'persons', row);
  const texts = blank();
  texts.NAME.push(identity.nameKo, identity.namePassport, identity.alias);
  texts.TEXT.push(...identity.phones, ...identity.handles);
  return { at: row.addedAt, texts, departs: null };
}
