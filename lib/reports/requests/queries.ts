import 'server-only';
import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Db, Tx } from '@/db/client';
import { reportRequests } from '@/db/schema/reports';
import { type DataKey, open } from '@/lib/vault/seal';
import type { Consents } from '../consents';
import type { SectionAnswers } from '../posted';

export type RequestKind = 'WITHDRAW' | 'CONSENT';
export type RequestDecision = 'GRANTED' | 'DECLINED';

/** What a request seals: the reporter's own words, or the consents chosen anew with the versions of the words they saw. */
export type SealedRequest = {
  text?: string;
  /** Asked along with a withdrawal: that everything be erased and not only set aside. */
  erase?: boolean;
  answers?: SectionAnswers;
  consents?: Consents;
};
/** What staff wrote when they decided; `toReporter` is false where word to the reporter was forbidden then. */
export type SealedDecision = { text: string; toReporter: boolean };

export type ReportRequest = SealedRequest & {
  id: string;
  kind: RequestKind;
  askedAt: Date;
  decision: RequestDecision | null;
  decidedAt: Date | null;
  decidedBy: string | null;
  answer: SealedDecision | null;
};

export const requestPlace = (id: string) => ({ table: 'report_requests', row: id, column: 'sealed' });
export const decisionPlace = (id: string) => ({ table: 'report_requests', row: id, column: 'sealed_answer' });

/** Everything that was asked for by a report's receipt code, oldest first. */
export async function readRequests(db: Db | Tx, reportId: string, key: DataKey): Promise<ReportRequest[]> {
  const rows = await db
    .select()
    .from(reportRequests)
    .where(eq(reportRequests.reportId, reportId))
    .orderBy(asc(reportRequests.askedAt), asc(reportRequests.id));
  return rows.map((row) => ({
    ...open<SealedRequest>(key, requestPlace(row.id), row.sealed),
    id: row.id,
    kind: row.kind as RequestKind,
    askedAt: row.askedAt,
    decision: row.decision as RequestDecision | null,
    decidedAt: row.decidedAt,
    decidedBy: row.decidedBy,
    answer: row.sealedAnswer ? open<SealedDecision>(key, decisionPlace(row.id), row.sealedAnswer) : null,
  }));
}

/** Whether a request of this kind waits for an answer. While a withdrawal does, nobody is contacted. */
export async function isAsked(db: Db | Tx, reportId: string, kind: RequestKind): Promise<boolean> {
  const open = and(
    eq(reportRequests.reportId, reportId),
    eq(reportRequests.kind, kind),
    isNull(reportRequests.decision),
  );
  return (await db.$count(reportRequests, open)) > 0;
}
