import { closeDb, getDb } from '@/db/client';
import { rotateKeys } from '@/lib/vault/commands';
import { keyring } from '@/lib/vault/keyring';

/** `npm run keys:rotate`: wraps every data key and secret with the first key of NARU_KEYS. Runs beside a serving process. */
try {
  const rewrapped = await rotateKeys(getDb());
  const { writer, keys } = keyring();
  console.log(`${rewrapped} keys were wrapped anew with ${writer}.`);
  if (keys.size > 1)
    console.log(
      'Every other key in NARU_KEYS can be taken out once all serving processes write with the first one and this command says 0.',
    );
} finally {
  await closeDb();
}
