import 'server-only';
import { and, eq, gt, inArray, min, not } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { contactReleases, levelChanges } from '@/db/schema/cases';
import { evidenceFiles } from '@/db/schema/evidence';
import { messages, notes, reportRequests, reportSections, reportTransitions } from '@/db/schema/reports';
import type { Provenance } from '@/lib/reports/provenance';
import { decisionPlace } from '@/lib/reports/requests/queries';
import { openDataKey } from '@/lib/vault/commands';
import { type DataKey, open } from '@/lib/vault/seal';
import type { TimelineKind } from '../../event-kinds';

/** A report in a case, as far as its timeline goes. */
export type ReportInCase = { id: string; reference: string; level: string; receivedAt: Date };

/** What happened to a report, in the form of an entry of a case's timeline; `ref` is its reference. */
export type ReportEntry = {
  id: string;
  kind: TimelineKind;
  at: Date;
  staffId: string | null;
  secondId: string | null;
  from: string | null;
  to: string | null;
  ref: string;
  words: Record<string, unknown>;
};

type Found = Pick<ReportEntry, 'id' | 'kind' | 'at'> & Partial<ReportEntry> & { reportId: string };
type Keys = ReadonlyMap<string, DataKey>;

/**
 * Everything that happened to these reports: what came in, was added, found out and handed in, was asked for and decided, written, and done with state, level and
 * contact. As many statements as there are kinds, however many reports there are.
 */
export async function entriesOfReports(tx: Tx, linked: readonly ReportInCase[]): Promise<ReportEntry[]> {
  if (linked.length === 0) return [];
  const ids = linked.map(({ id }) => id);
  const keys = new Map<string, DataKey>();
  for (const id of ids) keys.set(id, await openDataKey(tx, { kind: 'report', id }));
  const found = [
    ...linked.map(({ id, receivedAt, level }) => ({
      ...{ id, reportId: id, kind: 'REPORT_RECEIVED' as const, at: receivedAt, to: level },
    })),
    ...(await added(tx, ids)),
    ...(await recorded(tx, ids, keys)),
    ...(await handedIn(tx, linked)),
    ...(await asked(tx, ids, keys)),
    ...(await written(tx, ids, keys)),
    ...(await steps(tx, ids, keys)),
    ...(await levelsSet(tx, ids, keys)),
    ...(await contacts(tx, ids, keys)),
  ];
  const references = new Map(linked.map(({ id, reference }) => [id, reference]));
  const blank = { from: null, to: null, staffId: null, secondId: null, words: {} };
  return found.map(({ reportId, ...one }: Found) => ({
    ...blank,
    ...one,
    ref: references.get(reportId) ?? '',
  }));
}

const opened = (
  keys: Keys,
  table: string,
  row: { id: string; reportId: string; sealed: Buffer | null },
): Record<string, unknown> => {
  const key = keys.get(row.reportId);
  return key && row.sealed
    ? open<Record<string, unknown>>(key, { table, row: row.id, column: 'sealed' }, row.sealed)
    : {};
};

/** Parts that came after the report itself, by its reporter. */
async function added(tx: Tx, ids: string[]): Promise<Found[]> {
  const rows = await tx
    .select({ reportId: reportSections.reportId, part: reportSections.part, at: min(reportSections.addedAt) })
    .from(reportSections)
    .where(and(later(ids), not(reportSections.byStaff)))
    .groupBy(reportSections.reportId, reportSections.part);
  return rows.flatMap(({ reportId, part, at }) =>
    at ? [{ id: `${reportId}/${part}`, reportId, kind: 'REPORT_ADDED', at }] : [],
  );
}

/** Facts that staff recorded, and how they know. */
async function recorded(tx: Tx, ids: string[], keys: Keys): Promise<Found[]> {
  const rows = await tx
    .select()
    .from(reportSections)
    .where(and(later(ids), reportSections.byStaff));
  return rows.map((row) => {
    const known = opened(keys, 'report_sections', row).recorded as Partial<Provenance> | undefined;
    return {
      id: row.id,
      reportId: row.reportId,
      kind: 'REPORT_FACTS',
      at: row.addedAt,
      staffId: known?.by ?? null,
      words: { source: known?.source, confidence: known?.confidence },
    };
  });
}

const later = (ids: string[]) => and(inArray(reportSections.reportId, ids), gt(reportSections.part, 0));

/** Files that came after it; those that came with it are part of it. */
async function handedIn(tx: Tx, linked: readonly ReportInCase[]): Promise<Found[]> {
  const receivedAt = new Map(linked.map((one) => [one.id, one.receivedAt.getTime()]));
  const rows = await tx
    .select({ id: evidenceFiles.id, reportId: evidenceFiles.reportId, at: evidenceFiles.createdAt })
    .from(evidenceFiles)
    .where(and(inArray(evidenceFiles.reportId, [...receivedAt.keys()]), eq(evidenceFiles.state, 'STORED')));
  return rows.flatMap(({ id, reportId, at }) =>
    reportId && at.getTime() > (receivedAt.get(reportId) ?? 0)
      ? [{ id, reportId, kind: 'REPORT_FILE', at }]
      : [],
  );
}

/** What its reporter asked for, and what was decided. */
async function asked(tx: Tx, ids: string[], keys: Keys): Promise<Found[]> {
  const rows = await tx.select().from(reportRequests).where(inArray(reportRequests.reportId, ids));
  return rows.flatMap((row): Found[] => {
    const key = keys.get(row.reportId);
    const { text } = opened(keys, 'report_requests', row);
    const about = { reportId: row.reportId, from: row.kind };
    const decided =
      key && row.decidedAt && row.sealedAnswer
        ? [
            {
              ...about,
              id: `${row.id}/decided`,
              kind: 'REPORT_REQUEST' as const,
              at: row.decidedAt,
              to: row.decision,
              staffId: row.decidedBy,
              words: { text: open<{ text: string }>(key, decisionPlace(row.id), row.sealedAnswer).text },
            },
          ]
        : [];
    return [{ ...about, id: row.id, kind: 'REPORT_REQUEST', at: row.askedAt, words: { text } }, ...decided];
  });
}

/** Messages either way, and notes. */
async function written(tx: Tx, ids: string[], keys: Keys): Promise<Found[]> {
  const sent = await tx.select().from(messages).where(inArray(messages.reportId, ids));
  const noted = await tx.select().from(notes).where(inArray(notes.reportId, ids));
  return [
    ...sent.map((row) => ({
      id: row.id,
      reportId: row.reportId,
      kind: 'MESSAGE' as const,
      at: row.sentAt,
      staffId: row.authorId,
      to: row.direction,
      words: opened(keys, 'messages', row),
    })),
    ...noted.map((row) => ({
      id: row.id,
      reportId: row.reportId,
      kind: 'REPORT_NOTE' as const,
      at: row.writtenAt,
      staffId: row.authorId,
      words: opened(keys, 'notes', row),
    })),
  ];
}

async function steps(tx: Tx, ids: string[], keys: Keys): Promise<Found[]> {
  const rows = await tx.select().from(reportTransitions).where(inArray(reportTransitions.reportId, ids));
  return rows.map((row) => {
    const own = opened(keys, 'report_transitions', row);
    return {
      id: row.id,
      reportId: row.reportId,
      kind: 'REPORT_STATE',
      at: row.changedAt,
      staffId: own.byItself ? null : row.staffId,
      from: row.fromState,
      to: row.toState,
      words: own,
    };
  });
}

/** Levels set by hand, by one or by two. */
async function levelsSet(tx: Tx, ids: string[], keys: Keys): Promise<Found[]> {
  const rows = await tx
    .select()
    .from(levelChanges)
    .where(and(inArray(levelChanges.reportId, ids), eq(levelChanges.source, 'MANUAL')));
  return rows.flatMap(({ reportId, ...row }) =>
    reportId
      ? [
          {
            id: row.id,
            reportId,
            kind: 'REPORT_LEVEL' as const,
            at: row.at,
            staffId: row.staffId,
            secondId: row.secondId,
            from: row.fromLevel,
            to: row.toLevel,
            words: opened(keys, 'level_changes', { ...row, reportId }),
          },
        ]
      : [],
  );
}

/** Contact that was released, by two or by one alone, looked at by another, and barred again. */
async function contacts(tx: Tx, ids: string[], keys: Keys): Promise<Found[]> {
  const rows = await tx.select().from(contactReleases).where(inArray(contactReleases.reportId, ids));
  return rows.flatMap((row): Found[] => {
    const about = { reportId: row.reportId, kind: 'CONTACT' as const };
    return [
      {
        ...about,
        id: row.id,
        at: row.releasedAt,
        to: row.how,
        staffId: row.askedBy,
        secondId: row.agreedBy,
        words: opened(keys, 'contact_releases', row),
      },
      ...(row.reviewedAt
        ? [
            {
              ...about,
              id: `${row.id}/reviewed`,
              at: row.reviewedAt,
              to: 'REVIEWED',
              staffId: row.reviewedBy,
            },
          ]
        : []),
      ...(row.endedAt ? [{ ...about, id: `${row.id}/ended`, at: row.endedAt, to: 'BARRED' }] : []),
    ];
  });
}
