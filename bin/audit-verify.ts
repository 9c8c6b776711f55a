import { closeDb, getDb } from '@/db/client';
import { shippedHere } from '@/lib/audit/checkpoints/commands';
import { verifyAudit } from '@/lib/audit/queries';

/** `npm run audit:verify`: follows every chain of the audit, says where one breaks, and ends with 1 when one does. */
const WHAT = {
  missing: 'an entry is missing',
  changed: 'an entry is not as it was written',
  head: 'the chain does not end where it should: entries at its end were removed, or its head was changed',
  'no-head': 'the head of the chain is missing',
  'taken-back':
    'a checkpoint outside the database says otherwise: the chain was taken back, rewritten or removed',
} as const;

try {
  const shipped = await shippedHere(getDb());
  const { chains, entries, breaks } = await verifyAudit(getDb(), shipped);
  for (const { objectKind, objectId, seq, what } of breaks)
    console.log(`BREAK ${objectKind}/${objectId} at ${seq}: ${WHAT[what]}`);
  console.log(
    breaks.length === 0
      ? `The audit holds: ${entries} entries in ${chains} chains, each from its first entry to its head.`
      : `The audit is broken in ${breaks.length} places (${entries} entries in ${chains} chains).`,
  );
  console.log(
    'What this can promise: without the key nobody changed, removed, reordered or cut off an entry of a chain that is here.',
  );
  console.log(
    shipped?.last
      ? `No chain was removed whole or taken back, head included, to before ${shipped.last.at}: that is checkpoint ${shipped.last.seq} of the file in ` +
          `NARU_DATA_DIR. Its MAC is ${shipped.last.mac}; if the log of the server ever said a higher number, the file was cut off.`
      : 'It cannot see a chain that was removed whole together with its head, or taken back, head included: no checkpoint of this database was ' +
          'shipped to this machine. The jobs of the server ship one every five minutes when something happened.',
  );
  if (shipped?.restoredAt)
    console.log(
      `This database was restored from a backup at ${shipped.restoredAt}: what had been shipped between that backup and then no longer stands.`,
    );
  process.exitCode = breaks.length === 0 ? 0 : 1;
} finally {
  await closeDb();
}
