import 'server-only';
import { eq } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { reports } from '@/db/schema/reports';
import { auditOfOne } from '@/lib/audit/commands';
import { isUniqueViolation } from '@/lib/errors';
import type { Locale } from '@/lib/i18n/locale';
import { words } from '@/lib/i18n/words';
import { maskResidentNumbers } from '@/lib/resident-number';
import { openDataKey } from '@/lib/vault/commands';
import { deriveKey, keyedDigest, vaultSecret } from '@/lib/vault/secrets';
import { storeReport } from '../commands';
import type { Receipt } from '../draft/queries';
import { appendFromReporter } from '../mailbox/commands';
import { deriveReceiptCode } from '../receipt-code';
import { makeReference } from '../reference';
import { openSections } from '../stored/queries';
import { settleNonce } from './nonce';
import { readable } from './readable';

export type SosReport = {
  nonce: string | null;
  narrative: string;
  reach: string;
  /** The person in danger is somebody else. */
  thirdParty: boolean;
  locale: Locale;
};

type Submitted = { id: string; receipt: Receipt; again: boolean };

/**
 * Stores the shortest report there is. Nothing that can be read is refused; a nonce that is missing or not ours only means that sending it
 * again would store it again. The same form sent again, however much later, shows the same receipt for as long as the report is there, and
 * what was written differently is added to the report as a message.
 */
export async function submitSos(db: Db, sos: SosReport): Promise<Submitted> {
  const nonce = await settleNonce(db, sos.nonce);
  const code = deriveReceiptCode(deriveKey(await vaultSecret(db, 'digest'), 'sos-receipt'), nonce);
  const digest = await keyedDigest(db, 'receipt', code);
  const submissionKey = `sos:${(await keyedDigest(db, 'sos-submission', nonce)).toString('hex')}`;
  const [narrative, reach] = [sos.narrative, sos.reach].map(
    (typed) => maskResidentNumbers(readable(typed)).text,
  );
  const kind = sos.thirdParty ? 'FAMILY' : 'SELF_DANGER';
  // Most are sent once: stored first, and only what is there already is looked for.
  for (let tries = 3; ; tries -= 1) {
    const reference = makeReference();
    try {
      const id = await storeReport(db, await auditOfOne(db), {
        kind,
        sections: {
          S1: { answers: narrative ? { narrative: [narrative] } : {} },
          S8: { answers: reach ? { reach: [reach] } : {} },
        },
        locale: sos.locale,
        receipt: { reference, digest },
        submissionKey,
        viaSos: true,
      });
      return { id, receipt: { reference, code }, again: false };
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
      const before = await findSubmission(db, submissionKey);
      if (before) {
        const { thirdParty, notThirdParty } = words(sos.locale).report.sos;
        const isOther = before.kind !== kind;
        const tick = isOther ? (sos.thirdParty ? thirdParty : notThirdParty) : '';
        await addWhatIsNew(db, before.id, submissionKey, [tick, narrative ?? '', reach ?? '']);
        return { id: before.id, receipt: { reference: before.reference, code }, again: true };
      }
      // Another report has drawn the same reference.
      if (tries === 0) throw error;
    }
  }
}

async function findSubmission(db: Db, submissionKey: string) {
  const [row] = await db
    .select({ id: reports.id, reference: reports.reference, kind: reports.kind })
    .from(reports)
    .where(eq(reports.submissionKey, submissionKey));
  return row;
}

async function addWhatIsNew(
  db: Db,
  reportId: string,
  submission: string,
  said: readonly string[],
): Promise<void> {
  const key = await openDataKey(db, { kind: 'report', id: reportId });
  const sections = await openSections(db, reportId, key);
  const known = sections.flatMap(({ answers }) => Object.values(answers).flat());
  const fresh = said.filter((text) => text && !known.includes(text));
  if (fresh.length > 0) await appendFromReporter(db, reportId, fresh.join('\n\n'), submission);
}
