import 'server-only';
import { createHmac } from 'node:crypto';

export type AuditObject = {
  kind:
    | 'report'
    | 'staff'
    | 'invitation'
    | 'system'
    | 'case'
    | 'person'
    | 'agency'
    | 'site'
    | 'return'
    | 'setting'
    | 'period'
    | 'template';
  id: string;
};
/** What backups and restores are recorded of. */
export const BACKUPS: AuditObject = { kind: 'system', id: '00000000-0000-4000-8000-000000000002' };
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

/** The head of a chain without entries. */
export const CHAIN_START = Buffer.alloc(32);

/** The MAC of an entry over everything it says and the head it was added to: changed, removed or reordered rows no longer fit. */
export function chainMac(secret: Buffer, head: Buffer, entry: ChainedEntry): Buffer {
  const detail = Object.entries(entry.detail).sort(([a], [b]) => (a < b ? -1 : 1));
  const { id, objectKind, objectId, seq, at, actorKind, actorId, act } = entry;
  const said = JSON.stringify([id, objectKind, objectId, seq, at.getTime(), actorKind, actorId, act, detail]);
  return createHmac('sha256', secret).update(head).update(said).digest();
}

/**
 * The head after an entry. Only the newest one is kept anywhere, and it cannot be worked out from the entries without the secret: who cuts
 * entries off the end has no head to put in its place.
 */
export function nextHead(secret: Buffer, head: Buffer, mac: Buffer): Buffer {
  return createHmac('sha256', secret).update('head').update(head).update(mac).digest();
}
