import { randomUUID } from 'node:crypto';
import { auditChains, auditEntries } from '@/db/schema/audit';
import {
  type AuditActor,
  type AuditDetail,
  type AuditObject,
  CHAIN_START,
  chainMac,
  nextHead,
} from '@/lib/audit/entry';
import type { Rows } from './rows';

/** The audit of new objects, written down in the order in which it happened; each gets a whole chain with its head. */
export class Trail {
  private readonly heads = new Map<string, { object: AuditObject; count: number; head: Buffer }>();

  constructor(
    private readonly secret: Buffer,
    private readonly rows: Rows,
  ) {}

  note(object: AuditObject, at: Date, actor: AuditActor, act: string, detail: AuditDetail = {}): void {
    const name = `${object.kind}/${object.id}`;
    const before = this.heads.get(name) ?? { object, count: 0, head: CHAIN_START };
    const entry = {
      id: randomUUID(),
      objectKind: object.kind,
      objectId: object.id,
      seq: before.count + 1,
      at,
      actorKind: actor.kind,
      actorId: actor.id,
      act,
      detail,
    };
    const mac = chainMac(this.secret, before.head, entry);
    this.rows.add(auditEntries, { ...entry, mac });
    this.heads.set(name, { object, count: entry.seq, head: nextHead(this.secret, before.head, mac) });
  }

  /** Writes the heads; nothing is noted after this. */
  close(): void {
    for (const { object, count, head } of this.heads.values())
      this.rows.add(auditChains, { objectKind: object.kind, objectId: object.id, count, head });
  }
}

export const byStaff = (id: string): AuditActor => ({ kind: 'staff', id });
