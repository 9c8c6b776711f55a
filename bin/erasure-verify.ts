import { closeDb, getDb } from '@/db/client';
import { verifyErasures } from '@/lib/retention/proof/queries';

/** `npm run erasure:verify`: holds the database against the ledger of erasures, and ends with 1 when something erased is still there. */
const DISK = {
  same: 'The ledger in NARU_DATA_DIR says the same.',
  behind: 'The ledger in NARU_DATA_DIR lacks the newest lines; the next round of the jobs writes them.',
  ahead:
    'The ledger in NARU_DATA_DIR knows of more than this database: it was restored from before. The next round of the jobs (`npm run jobs`) erases again.',
  none: 'There is no ledger in NARU_DATA_DIR. Without one a restored database remembers what was erased: keep the log, which holds every line.',
  broken:
    'The ledger in NARU_DATA_DIR is not as it was written, or is of another history. Nothing is erased by it.',
} as const;

try {
  const { lines, faults, disk, loose } = await verifyErasures(getDb());
  for (const fault of faults) console.log(`FAULT ${fault}`);
  console.log(
    faults.length === 0
      ? `What was erased is gone: of ${lines} lines of the ledger no key opens anything, and no row and no search token is left.`
      : `Something that was erased is still there: ${faults.length} faults in ${lines} lines of the ledger.`,
  );
  console.log(DISK[disk]);
  if (loose > 0)
    console.log(
      `${loose} objects in the store wait to be deleted by the jobs; without their keys they open nothing.`,
    );
  console.log('Backups made before an erasure hold it until they are deleted (docs/retention.md).');
  process.exitCode = faults.length === 0 && disk !== 'broken' && disk !== 'ahead' ? 0 : 1;
} finally {
  await closeDb();
}
