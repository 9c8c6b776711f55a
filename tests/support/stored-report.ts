import { randomBytes, randomUUID } from 'node:crypto';
import type { Db } from '@/db/client';
import { withAudit } from '@/lib/audit/commands';
import { storeReport } from '@/lib/reports/commands';
import { makeReference } from '@/lib/reports/reference';
import type { ReporterKind } from '@/lib/urgency/answers';

type Section = Record<string, string[]>;
type Given = { kind?: ReporterKind; S0?: Section; S1?: Section; S2?: Section; S3?: Section; S4?: Section };

/** A report as if it had been sent; answers its reference and id. */
export async function storeTestReport(db: Db, given: Given = {}): Promise<{ reference: string; id: string }> {
  const reference = makeReference();
  const id = await withAudit(db, (tx, record) =>
    storeReport(tx, record, {
      kind: given.kind ?? 'FAMILY',
      sections: {
        S0: { answers: given.S0 ?? { contact_risk: ['SAFE'] } },
        S1: { answers: given.S1 ?? { situation: ['SILENT'] } },
        ...(given.S2 ? { S2: { answers: given.S2 } } : {}),
        ...(given.S3 ? { S3: { answers: given.S3 } } : {}),
        ...(given.S4 ? { S4: { answers: given.S4 } } : {}),
      },
      locale: 'ko',
      receipt: { reference, digest: randomBytes(32) },
      submissionKey: randomUUID(),
      viaSos: false,
    }),
  );
  return { reference, id };
}
