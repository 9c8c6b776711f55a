import 'server-only';
import { randomUUID } from 'node:crypto';
import { and, asc, eq, gt, isNotNull, isNull, max, min, sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { casePersons, caseReports, cases, clocks, levelChanges, persons } from '@/db/schema/cases';
import { reports, reportUrgency } from '@/db/schema/reports';
import type { Assessment } from '@/lib/urgency/assess';
import type { Level } from '@/lib/urgency/levels';
import { lowersGravely, mostUrgent, risen, standingLevel } from '@/lib/urgency/standing';
import { openDataKey } from '@/lib/vault/commands';
import { open } from '@/lib/vault/seal';
import type { CaseRow } from '../case-work/commands';
import { relevelClocks } from '../clock-keeping/commands';
import type { Safety } from '../code-lists';
import { isAtRisk, SAFETY } from '../safety';

type Patch = Partial<typeof cases.$inferInsert>;

/** The safety status of everybody in a case. */
export async function safetyOf(tx: Tx, caseId: string): Promise<Safety[]> {
  const rows = await tx
    .select({ safety: persons.safety })
    .from(casePersons)
    .innerJoin(persons, eq(persons.id, casePersons.personId))
    .where(and(eq(casePersons.caseId, caseId), isNull(casePersons.removedAt)));
  return rows.map((row) => row.safety as Safety);
}

/** What counts when a case is closed: everybody in it, and whoever was taken out of it while at risk. Taking somebody out makes nobody safe. */
export async function safetyAtClosing(tx: Tx, caseId: string): Promise<Safety[]> {
  const rows = await tx
    .select({ safety: persons.safety })
    .from(casePersons)
    .innerJoin(persons, eq(persons.id, casePersons.personId))
    .where(and(eq(casePersons.caseId, caseId), isNotNull(casePersons.removedAt)));
  const takenOut = rows.map((row) => row.safety as Safety).filter((safety) => SAFETY[safety].atRisk);
  return [...(await safetyOf(tx, caseId)), ...takenOut];
}

/** What stands in the clear on a case's row and is worked out from its reports, people and clocks. */
async function derived(tx: Tx, row: CaseRow): Promise<Patch> {
  const linked = and(eq(caseReports.caseId, row.id), isNull(caseReports.unlinkedAt));
  const [fromReports] = await tx
    .select({
      points: max(reports.points),
      barred: sql<boolean>`coalesce(bool_or(${reports.contactRisk} = 'RISKY' and ${reports.contactReleasedAt} is null), false)`,
    })
    .from(caseReports)
    .innerJoin(reports, eq(reports.id, caseReports.reportId))
    .where(linked);
  const running = and(eq(clocks.caseId, row.id), isNull(clocks.metAt));
  const [due] = await tx
    .select({ at: min(clocks.dueAt) })
    .from(clocks)
    .where(running);
  const [agency] = await tx
    .select({ at: min(clocks.dueAt) })
    .from(clocks)
    .where(and(running, eq(clocks.kind, 'AGENCY')));
  return {
    points: fromReports?.points ?? row.points,
    doNotContact: fromReports?.barred ?? false,
    nextDueAt: sooner(due?.at ?? null, row.state === 'ON_HOLD' ? row.heldUntil : null),
    agencyDueAt: agency?.at ?? null,
    safetyUnconfirmed: isAtRisk(await safetyOf(tx, row.id), row.level as Level),
  };
}

/** A case on hold is due when its hold is over, although its clocks stand still. */
const sooner = (one: Date | null, other: Date | null) =>
  one && other ? (one < other ? one : other) : (one ?? other);

/**
 * Writes a change of a case's own row and everything that is worked out from what hangs on it. Its version rises, so that whoever decided on
 * the case before this learns of it. Called last, after clocks and people were changed.
 */
export async function refreshCase(tx: Tx, row: CaseRow, patch: Patch = {}): Promise<CaseRow> {
  const next = { ...row, ...patch };
  const [stored] = await tx
    .update(cases)
    .set({ ...patch, ...(await derived(tx, next)), version: row.version + 1 })
    .where(eq(cases.id, row.id))
    .returning();
  if (!stored) throw new Error('a locked case vanished');
  return stored;
}

/**
 * Works the level out again from the case's reports, the most urgent of them, and keeps what was before. A person's level stands on top until
 * there is news (lib/urgency/standing.ts). `byOne`: what changed is one person's act, which may not lower from U1 or U2: then the level stays and
 * counts as set by hand. `joining`: a report that has just come into the case, whose level is news whatever the others compute to. Locks the
 * reports first: what is being added to one is waited for and counts here, and what is added after is later than whatever the transaction at hand
 * sets. Answers what to write on the case's row; empty when nothing changed.
 */
export async function recomputeLevel(
  tx: Tx,
  row: CaseRow,
  at: Date,
  { byOne = false, joining }: { byOne?: boolean; joining?: string } = {},
): Promise<Patch> {
  const linked = await tx
    .select({ id: reports.id, level: reports.level })
    .from(caseReports)
    .innerJoin(reports, eq(reports.id, caseReports.reportId))
    .where(and(eq(caseReports.caseId, row.id), isNull(caseReports.unlinkedAt)))
    .orderBy(asc(reports.id))
    .for('no key update', { of: reports });
  const computed = mostUrgent(linked.map(({ level }) => level as Level));
  if (!computed) return {};
  const before = row.computedLevel as Level;
  const standing = row.level as Level;
  const added = row.levelManual ? await newsSince(tx, row, linked) : [];
  const joined = linked.flatMap(({ id, level }) => (id === joining ? [level as Level] : []));
  const news = mostUrgent([risen(before, computed) ?? [], joined, added].flat());
  const followed = standingLevel({ standing, manual: row.levelManual, computed, news });
  const isKept = byOne && lowersGravely(standing, followed);
  const level = isKept ? standing : followed;
  if (computed === before && level === standing) return {};
  await tx.insert(levelChanges).values({
    id: randomUUID(),
    caseId: row.id,
    source: 'COMPUTED',
    fromLevel: computed === before ? standing : before,
    toLevel: computed === before ? level : computed,
    at,
  });
  if (level !== standing) await relevelClocks(tx, row.id, level, row.state === 'ON_HOLD', at);
  return { computedLevel: computed, level, ...(isKept ? { levelManual: true } : {}) };
}

/** What was added to a case's reports, and would raise them, since its level was last set or worked out. */
async function newsSince(tx: Tx, row: CaseRow, linked: readonly { id: string }[]): Promise<Level[]> {
  const [last] = await tx
    .select({ at: max(levelChanges.at) })
    .from(levelChanges)
    .where(eq(levelChanges.caseId, row.id));
  const since = last?.at ?? row.openedAt;
  const found: Level[] = [];
  for (const { id } of linked) {
    const added = await tx
      .select({ id: reportUrgency.id, sealed: reportUrgency.sealed })
      .from(reportUrgency)
      .where(and(eq(reportUrgency.reportId, id), gt(reportUrgency.computedAt, since)));
    if (added.length === 0) continue;
    const key = await openDataKey(tx, { kind: 'report', id });
    for (const one of added) {
      const place = { table: 'report_urgency', row: one.id, column: 'sealed' };
      found.push(...[open<Assessment>(key, place, one.sealed).news ?? []].flat());
    }
  }
  return found;
}
