import 'server-only';
import { and, eq, like } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { outbox } from '@/db/schema/outbox';
import { tell } from '@/lib/notify/outbox/commands';
import type { ReportState } from '@/lib/reports/code-lists';
import { triageFrom } from '@/lib/reports/taking-up/commands';
import { TAKEN_UP_FROM } from '@/lib/reports/transitions';
import type { Level } from '@/lib/urgency/levels';
import type { LockedReport } from '../../contact/commands';
import { whomInDanger } from '../../escalating/whom/queries';

/** What stays decided although staff recorded grave danger. */
export type Left = 'report' | 'case';

type Danger = { level: Level; at: Date; sent: string };

/**
 * Tells of grave danger that staff recorded about a report that is decided, or whose case is closed: whoever has it, all supervisors and whoever is on duty.
 * Nothing opens by itself, since its reporter would see that somebody talked. Its triage runs anew until a person has changed the state or opened the
 * case (meetWhatHappened in lib/cases/escalating). Null where the report or its case is open. The caller holds the locks of both: a case that is being closed at this moment is closed, or is not yet.
 */
export async function tellOfDanger(
  tx: Tx,
  { report, row: found }: LockedReport,
  { level, at, sent }: Danger,
): Promise<Left | null> {
  const decided = found ? found.state === 'CLOSED' : TAKEN_UP_FROM.includes(report.state as ReportState);
  if (!decided) return null;
  const about = found ? { kind: 'case' as const, id: found.id } : { kind: 'report' as const, id: report.id };
  // Never at the moment of the decision: that it was recorded after it has to be plain.
  const decidedAt = Math.max(report.stateChangedAt.getTime(), found?.closedAt?.getTime() ?? 0);
  await triageFrom(tx, report.id, level, new Date(Math.max(at.getTime(), decidedAt + 1)));
  await tell(tx, {
    kind: 'DANGER',
    staffIds: await whomInDanger(tx, about),
    subject: about,
    detail: { level, left: about.kind },
    dedupe: nameOf(sent),
  });
  return about.kind;
}

/** What a form that is sent again had left decided. */
export async function leftBy(tx: Tx, sent: string): Promise<Left | null> {
  const [row] = await tx
    .select({ kind: outbox.subjectKind })
    .from(outbox)
    .where(and(eq(outbox.kind, 'DANGER'), like(outbox.dedupe, `${nameOf(sent)}/%`)))
    .limit(1);
  return row ? (row.kind as Left) : null;
}

const nameOf = (sent: string) => `danger/facts/${sent}`;
