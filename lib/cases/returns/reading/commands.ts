import 'server-only';
import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { cases, persons } from '@/db/schema/cases';
import { returnPersons, returns } from '@/db/schema/returns';
import { withAudit } from '@/lib/audit/commands';
import { staffNames } from '@/lib/staff/queries';
import { can } from '@/lib/staff/roles';
import type { StaffActor } from '@/lib/staff/session';
import { openDataKey } from '@/lib/vault/commands';
import type { Safety } from '../../code-lists';
import { calledBy, type PersonIdentity } from '../../person-records';
import { openRow } from '../../places';
import {
  type AnswerRecord,
  allowedReturnActions,
  type ReturnAction,
  type ReturnState,
} from '../../return-transitions';
import type { ReturnCursor } from '../cursor';
import { headOf, headsWhere, isTheirReturnee, isTheirs, type ReturnHead } from '../queries';

export type Returnee = AnswerRecord & {
  personId: string;
  number: string;
  name: string | null;
  safety: Safety;
  answeredBy: string | null;
  answeredAt: Date | null;
};

export type DeskReturn = ReturnHead & {
  version: number;
  createdBy: string;
  stateChangedAt: Date;
  actions: ReturnAction[];
  /** Those who are the reader's to know of. */
  returnees: Returnee[];
  /** How many more there are that the reader has stepped back from; whoever has, acts on nothing here. */
  hidden: number;
};

/** The operations that are theirs to see, the open ones first by when they are due; a page cut by key. */
export async function listReturns(
  db: Db,
  actor: StaffActor,
  page: { after?: ReturnCursor | null; most?: number } = {},
): Promise<{ rows: ReturnHead[]; next: ReturnCursor | null }> {
  if (!can(actor.roles, 'case.read')) return { rows: [], next: null };
  return withAudit(db, async (tx, record) => {
    await record({ kind: 'staff', id: actor.id }, { kind: 'staff', id: actor.id }, 'return.listed');
    return headsWhere(tx, isTheirs(actor), page);
  });
}

/** Opens an operation with the people in it who are theirs, unless none is. The reading is recorded on it and on each of them. */
export async function readReturn(db: Db, actor: StaffActor, id: string): Promise<DeskReturn | null> {
  if (!can(actor.roles, 'case.read') || !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) return null;
  return withAudit(db, async (tx, record) => {
    const [row] = await tx.select().from(returns).where(eq(returns.id, id));
    if (!row) return null;
    const all = await tx
      .select({
        joined: returnPersons,
        person: persons,
        number: cases.number,
        isTheirs: isTheirReturnee(actor),
      })
      .from(returnPersons)
      .innerJoin(persons, eq(persons.id, returnPersons.personId))
      .innerJoin(cases, eq(cases.id, returnPersons.caseId))
      .where(and(eq(returnPersons.returnId, id), isNull(returnPersons.removedAt)))
      // In the order of their ids, so that two readers do not wait for each other's audit chains.
      .orderBy(asc(persons.id));
    const theirs = all.filter((one) => one.isTheirs);
    // Of people that they have stepped back from and no others: as if it were not there.
    if (theirs.length === 0 && all.length > 0) return null;
    const by = { kind: 'staff' as const, id: actor.id };
    await record({ kind: 'return', id }, by, 'return.read');
    const key = await openDataKey(tx, { kind: 'return', id });
    const names = await staffNames(
      tx,
      [row.createdBy, ...theirs.map(({ joined }) => joined.answeredBy)].flatMap((one) => one ?? []),
    );
    const returnees: Returnee[] = [];
    for (const { joined, person, number } of theirs) {
      await record({ kind: 'person', id: person.id }, by, 'person.read', { return: id });
      const personKey = await openDataKey(tx, { kind: 'person', id: person.id });
      returnees.push({
        ...openRow<AnswerRecord>(key, 'return_persons', joined),
        personId: person.id,
        number,
        name: calledBy(openRow<PersonIdentity>(personKey, 'persons', person)),
        safety: person.safety as Safety,
        answeredBy: joined.answeredBy ? (names.get(joined.answeredBy) ?? '–') : null,
        answeredAt: joined.answeredAt,
      });
    }
    const hidden = all.length - theirs.length;
    return {
      ...(await headOf(tx, row, all.length)),
      version: row.version,
      createdBy: names.get(row.createdBy) ?? '–',
      stateChangedAt: row.stateChangedAt,
      actions: hidden > 0 ? [] : allowedReturnActions(row.state as ReturnState, actor.roles),
      returnees: returnees.toSorted((one, other) => (one.number < other.number ? -1 : 1)),
      hidden,
    };
  });
}
