import 'server-only';
import { and, eq } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { settings } from '@/db/schema/settings';
import { withAudit } from '@/lib/audit/commands';
import { now } from '@/lib/clock';
import { type Refusal, refuse } from '@/lib/errors';
import { seoulDay } from '@/lib/seoul-time';
import { can } from '@/lib/staff/roles';
import type { StaffActor } from '@/lib/staff/session';
import { NOBODY, type OperatorDetails, type OperatorProblem, operatorProblem } from './details';
import { isBlank, type NumbersProblem, type NumbersToCall, wrongNumber } from './numbers';
import { findSetting, forgetPublicDetails, type SettingName, type SettingValues } from './queries';
import { nextRetention, type RetentionDays, retentionProblems } from './retention';

/** Each setting has an audit chain of its own. */
const CHAIN: Readonly<Record<SettingName, string>> = {
  OPERATOR: '00000000-0000-4000-8000-000000000010',
  NUMBERS: '00000000-0000-4000-8000-000000000011',
  RETENTION: '00000000-0000-4000-8000-000000000013',
};

type Saved = { ok: true } | Refusal<'forbidden' | 'conflict'>;

/** Says who runs this installation. Pages for everybody show it within a minute. */
export async function saveOperator(
  db: Db,
  actor: StaffActor,
  { seen, value }: { seen: number; value: OperatorDetails },
): Promise<Saved | Refusal<OperatorProblem>> {
  const problem = operatorProblem(value);
  return problem ? refuse(problem) : save(db, actor, 'OPERATOR', seen, value);
}

/** Nobody runs this installation any more, as far as anybody is told: pages for everybody say so again. */
export const unsetOperator = (db: Db, actor: StaffActor, seen: number): Promise<Saved> =>
  save(db, actor, 'OPERATOR', seen, NOBODY);

/**
 * Says on which days the operator confirmed the numbers to call, and which it has beside them: those that were left blank are none. `field`: where
 * what is wrong is to be mended.
 */
export async function saveNumbers(
  db: Db,
  actor: StaffActor,
  { seen, value }: { seen: number; value: NumbersToCall },
): Promise<Saved | (Refusal<NumbersProblem> & { field: string })> {
  const wrong = wrongNumber(value, seoulDay(now()));
  if (wrong) return { ...refuse(wrong.problem), field: wrong.field };
  const own = (value.own ?? []).filter((one) => !isBlank(one));
  return save(db, actor, 'NUMBERS', seen, { ...value, own });
}

/** Sets how long each class is kept. What is shortened counts after a while, so that nothing is erased by a slip (lib/settings/retention.ts). */
export async function saveRetention(
  db: Db,
  actor: StaffActor,
  { seen, days }: { seen: number; days: RetentionDays },
): Promise<Saved | Refusal<'bad-days'>> {
  if (!can(actor.roles, 'settings.edit')) return refuse('forbidden');
  if (retentionProblems(days).length > 0) return refuse('bad-days');
  const stored = await findSetting(db, actor, 'RETENTION');
  if (stored.version !== seen) return refuse('conflict');
  return save(db, actor, 'RETENTION', seen, nextRetention(stored.value, days, now()));
}

async function save<Name extends SettingName>(
  db: Db,
  actor: StaffActor,
  name: Name,
  seen: number,
  value: SettingValues[Name],
): Promise<Saved> {
  if (!can(actor.roles, 'settings.edit')) return refuse('forbidden');
  const saved = await withAudit(db, async (tx, record): Promise<Saved> => {
    const row = { value, version: seen + 1, changedBy: actor.id, changedAt: now() };
    // Two people who both saw nothing stored meet at the key, and the later one is told.
    const written =
      seen === 0
        ? await tx
            .insert(settings)
            .values({ name, ...row })
            .onConflictDoNothing()
            .returning({ version: settings.version })
        : await tx
            .update(settings)
            .set(row)
            .where(sameVersion(name, seen))
            .returning({ version: settings.version });
    if (written.length === 0) return refuse('conflict');
    const detail = { name, version: row.version };
    await record(
      { kind: 'setting', id: CHAIN[name] },
      { kind: 'staff', id: actor.id },
      'setting.changed',
      detail,
    );
    return { ok: true };
  });
  if (saved.ok) forgetPublicDetails();
  return saved;
}

const sameVersion = (name: SettingName, seen: number) =>
  and(eq(settings.name, name), eq(settings.version, seen));
