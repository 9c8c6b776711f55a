import 'server-only';
import { eq } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { reports } from '@/db/schema/reports';
import { auditOfOne } from '@/lib/audit/commands';
import { DAY, now } from '@/lib/clock';
import { isUniqueViolation } from '@/lib/errors';
import type { Locale } from '@/lib/i18n/locale';
import { words } from '@/lib/i18n/words';
import { maskResidentNumbers } from '@/lib/resident-number';
import { openDataKey } from '@/lib/vault/commands';
import { deriveKey, keyedDigest, vaultSecret } from '@/lib/vault/secrets';
import { assessKept } from '../assess-kept';
import { type NewReport, storeReport } from '../commands';
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

/** The receipt's code is empty where the report is older than a code is shown. */
type Submitted = { id: string; receipt: Receipt; again: boolean };

/** How long the same form shows its code again: as long as every other receipt. */
const CODE_LIFE = DAY;

/**
 * Stores the shortest report there is. Nothing that can be read is refused; a nonce that is missing or not ours only means that sending it
 * again would store it again. The same form sent again, however much later, meets its report for as long as that is there, and what was
 * written differently is added to it as a message. Its code is answered within 24 hours only: whoever finds the form later in this browser
 * must not get into the report by it.
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
      const report: NewReport = {
        kind,
        sections: {
          S1: { answers: narrative ? { narrative: [narrative] } : {} },
          S8: { answers: reach ? { reach: [reach] } : {} },
        },
        locale: sos.locale,
        receipt: { reference, digest },
        submissionKey,
        viaSos: true,
      };
      const id = await storeReport(db, await auditOfOne(db), report, assessAlike);
      return { id, receipt: { reference, code }, again: false };
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
      const before = await findSubmission(db, submissionKey);
      if (before) {
        const { thirdParty, notThirdParty } = words(sos.locale).report.sos;
        const isOther = before.kind !== kind;
        const tick = isOther ? (sos.thirdParty ? thirdParty : notThirdParty) : '';
        await addWhatIsNew(db, before.id, submissionKey, [tick, narrative ?? '', reach ?? '']);
        const isOld = now().getTime() - before.receivedAt.getTime() >= CODE_LIFE;
        return {
          id: before.id,
          receipt: { reference: before.reference, code: isOld ? '' : code },
          again: true,
        };
      }
      // Another report has drawn the same reference.
      if (tries === 0) throw error;
    }
  }
}

const assessed = new Map<string, ReturnType<typeof assessKept>>();

/** Two texts at most stand here, of which urgency reads only whether there is one: worked out once for each of the few there can be. */
const assessAlike: typeof assessKept = (facts, typed, kept) => {
  const alike = [facts.kind, ...Object.keys(typed)].join();
  const found = assessed.get(alike) ?? assessKept(facts, typed, kept);
  assessed.set(alike, found);
  return found;
};

async function findSubmission(db: Db, submissionKey: string) {
  const [row] = await db
    .select({
      id: reports.id,
      reference: reports.reference,
      kind: reports.kind,
      receivedAt: reports.receivedAt,
    })
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
  // What staff recorded in the same words is no reason to lose the reporter's.
  const sections = (await openSections(db, reportId, key)).filter(({ recorded }) => !recorded);
  const known = sections.flatMap(({ answers }) => Object.values(answers).flat());
  const fresh = said.filter((text) => text && !known.includes(text));
  if (fresh.length > 0) await appendFromReporter(db, reportId, fresh.join('\n\n'), submission);
}
