import 'server-only';
import { createHash, createHmac, type Hash, timingSafeEqual } from 'node:crypto';
import { deriveKey } from '@/lib/vault/secrets';
import type { Entry } from './archive';

/**
 * Says where an archive comes from. Its seal says only for whom it is: anybody who knows the recipient can seal. So everything in it is hashed,
 * and the hash is keyed with the audit's secret, which is in the archive wrapped by NARU_KEYS: without those keys nobody can make one, change
 * one or put one together from several.
 */
export class Origin {
  private readonly hash: Hash = createHash('sha256');

  /** Counts an entry in; each, in order, but the last, which carries the MAC. */
  add({ name, bytes }: Entry): void {
    this.hash.update(`${name}\n${bytes.length}\n`).update(bytes);
  }

  mac(auditSecret: Buffer): string {
    return createHmac('sha256', deriveKey(auditSecret, 'backup'))
      .update(this.hash.copy().digest())
      .digest('hex');
  }

  holds(auditSecret: Buffer, mac: string): boolean {
    const given = Buffer.from(mac, 'hex');
    const own = Buffer.from(this.mac(auditSecret), 'hex');
    return given.length === own.length && timingSafeEqual(given, own);
  }
}
