import type { Tx } from '@/db/client';
import { type Disposable, destroyDataKey, type Owner } from '@/lib/vault/commands';

/** Destroys any key, also of what a legal hold may lie on: what a restore that replays erasures leaves behind. */
export const eraseKey = (tx: Tx, owner: Owner) => destroyDataKey(tx, owner as Disposable);
