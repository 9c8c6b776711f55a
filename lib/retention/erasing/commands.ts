import 'server-only';
import type { Db, Tx } from '@/db/client';
import { type RecordAudit, withAudit } from '@/lib/audit/commands';
import type { AuditActor } from '@/lib/audit/entry';
import type { Refusal } from '@/lib/errors';
import { vaultSecret } from '@/lib/vault/secrets';
import { appendToLedger, type Deciders, type Erased } from '../ledger/commands';
import type { ErasableKind, Why } from '../ledger/line';
import { keepCount, keepOutcomes } from './counting/commands';
import { type Locked, lockClosedCase, lockPerson, lockReport, type Stays } from './locking/commands';
import { eraseRows, inNoCase, withNobody } from './rows/commands';

export type Order = { kind: 'report' | 'case' | 'person'; id: string; why: Why; deciders: Deciders };

const LOCK = { report: lockReport, case: lockClosedCase, person: lockPerson } as const;

/** Erases one report, case or person with what goes with it, in one transaction, unless something says that it stays. */
export async function erase(db: Db, order: Order): Promise<{ ok: true; erased: number } | Refusal<Stays>> {
  const secret = await vaultSecret(db, 'audit');
  return withAudit(db, (tx, record) => eraseIn(tx, record, secret, order));
}

/**
 * The same in a transaction at hand, whose caller read the audit's secret before it began. Nothing about holds is decided before everything that can
 * change them is locked. `still`: asked under the locks whether it is to go after all.
 */
export async function eraseIn(
  tx: Tx,
  record: RecordAudit,
  secret: Buffer,
  { kind, id, why, deciders }: Order,
  still: (tx: Tx) => Promise<boolean> = async () => true,
): Promise<{ ok: true; erased: number } | Refusal<Stays>> {
  const locked = await LOCK[kind](tx, id);
  if (!locked.ok) return locked;
  if (!(await still(tx))) return { ok: true, erased: 0 };
  const erased = await eraseLocked(tx, record, locked, why, deciders);
  await appendToLedger(tx, secret, erased, why, deciders);
  return { ok: true, erased: erased.length };
}

/** Erases what is locked, with an audit entry for each, and answers what the ledger has to say. */
export async function eraseLocked(
  tx: Tx,
  record: RecordAudit,
  locked: Locked,
  why: Why,
  deciders: Deciders,
): Promise<Erased[]> {
  const actor: AuditActor = deciders
    ? { kind: 'staff', id: deciders.agreedBy }
    : { kind: 'system', id: null };
  const erased: Erased[] = [];
  const forget = async (kind: ErasableKind, id: string, called?: string, digest?: Buffer) => {
    const files = await eraseRows(tx, kind, id, called);
    const detail = {
      why,
      ...(kind === 'report' ? { files } : {}),
      ...(deciders ? { askedBy: deciders.askedBy } : {}),
    };
    await record({ kind, id }, actor, `${kind}.erased`, detail);
    erased.push({ kind, id, ...(digest ? { digest } : {}) });
  };
  for (const row of locked.cases) {
    await keepOutcomes(tx, row, locked.reports);
    await forget('case', row.id, row.number);
  }
  for (const row of locked.reports) {
    await keepCount(tx, row, why);
    await forget('report', row.id, row.reference, row.receiptDigest);
  }
  // A person who was erased alone may still stand in cases; with a case only those go whom no other one names.
  const people = locked.cases.length > 0 ? await inNoCase(tx, locked.persons) : locked.persons;
  // Their page is called by their id.
  for (const id of people) await forget('person', id, id);
  for (const id of await withNobody(tx, locked.returns)) await forget('return', id);
  return erased;
}
