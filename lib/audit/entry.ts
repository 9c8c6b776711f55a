import 'server-only';
import { createHmac } from 'node:crypto';

export type AuditObject = { kind: 'report' | 'staff' | 'invitation' | 'system'; id: string };
export type AuditActor = { kind: 'staff' | 'reporter' | 'system' | 'stranger'; id: string | null };
/** Codes, counts and ids: never an answer, a name or a contact. */
export type AuditDetail = Record<string, string | number | boolean>;

export type ChainedEntry = {
  id: string;
  objectKind: string;
  objectId: string;
  seq: number;
  at: Date;
  actorKind: string;
  actorId: string | null;
  act: string;
  detail: AuditDetail;
};

/** What stands before the first entry of every chain. */
export const CHAIN_START = Buffer.alloc(32);

/** The MAC of an entry over everything it says and the MAC before it: changed, removed or reordered rows no longer fit. */
export function chainMac(secret: Buffer, previous: Buffer, entry: ChainedEntry): Buffer {
  const detail = Object.entries(entry.detail).sort(([a], [b]) => (a < b ? -1 : 1));
  const { id, objectKind, objectId, seq, at, actorKind, actorId, act } = entry;
  const said = JSON.stringify([id, objectKind, objectId, seq, at.getTime(), actorKind, actorId, act, detail]);
  return createHmac('sha256', secret).update(previous).update(said).digest();
}
