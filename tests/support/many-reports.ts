import { sql } from 'drizzle-orm';
import type { Db } from '@/db/client';

export type ManyReports = {
  count: number;
  receivedAt: string;
  kind?: string;
  level?: string;
  province?: string | null;
  state?: string;
  /** When staff last moved them; only then do they have a history. */
  changedAt?: string;
  inStatistics?: boolean;
  /** Every kind, level, province and state, over eight weeks from `receivedAt`. */
  spread?: boolean;
};

/** Rows of reports without a word in them, as many as asked for, in one statement: for what counts reports and never opens one. */
export async function insertManyReports(db: Db, many: ManyReports): Promise<void> {
  const { count, receivedAt, kind = 'FAMILY', level = 'U3', province = null, state = 'RECEIVED' } = many;
  const { changedAt = receivedAt, inStatistics = true, spread = false } = many;
  await db.execute(sql`
    with made as (
      select gen_random_uuid() as id, n,
        translate(upper(lpad(to_hex((select count(*) from reports) + n), 8, '0')), '01', 'GH') as letters
      from generate_series(1, ${count}::int) as n
    )
    insert into reports (id, reference, kind, state, level, points, province, locale, period_id, received_at,
      state_changed_at, receipt_digest, submission_key, in_statistics, look_again_at)
    select id,
      'NR-' || substr(letters, 1, 4) || '-' || substr(letters, 5, 4),
      case when ${spread} then (array['SELF_DANGER','FAMILY','WITNESS','OFFER','RETURNEE','PRO'])[1 + n % 6] else ${kind} end,
      case when ${spread} then (array['RECEIVED','SCREENING','INTEL_ONLY','OUT_OF_SCOPE'])[1 + n % 4] else ${state} end,
      case when ${spread} then 'U' || 1 + n % 5 else ${level} end,
      0,
      case when ${spread} then 'KH-' || 1 + n % 25 else ${province} end,
      'ko',
      (select periods.id from periods where opens_at <= ${receivedAt}::timestamptz
        and (closes_at is null or closes_at > ${receivedAt}::timestamptz) order by standing limit 1),
      ${receivedAt}::timestamptz + case when ${spread} then n % 56 * interval '1 day' else interval '0' end,
      ${changedAt}::timestamptz,
      decode(md5(id::text), 'hex'), id::text, ${inStatistics}, null
    from made`);
}
