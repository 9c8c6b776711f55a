import 'server-only';
import { and, asc, eq, isNull, or } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { cases } from '@/db/schema/cases';
import { caseSites, sites } from '@/db/schema/sites';
import { isCaseNumber } from '@/lib/cases/case-number';
import { isRecused } from '@/lib/cases/case-work/commands';
import { isTheirPerson } from '@/lib/cases/people/queries';
import { openRow } from '@/lib/cases/places';
import { staffNames } from '@/lib/staff/queries';
import { can } from '@/lib/staff/roles';
import type { StaffActor } from '@/lib/staff/session';
import { openDataKey } from '@/lib/vault/commands';
import { type SiteLink, type SiteRecord, siteNames } from './site-record';

export type CaseSite = SiteLink & {
  id: string;
  siteId: string;
  name: string;
  kind: string;
  province: string | null;
  personId: string | null;
  recordedBy: string;
  recordedAt: Date;
};

/**
 * The sites of a case for who may read it, but for those that say where somebody is who is not theirs. They are shown on the case's page, whose opening is what the audit records (readCase).
 */
export async function listCaseSites(db: Db, actor: StaffActor, number: string): Promise<CaseSite[]> {
  if (!can(actor.roles, 'case.read') || !isCaseNumber(number)) return [];
  const [row] = await db.select().from(cases).where(eq(cases.number, number));
  if (!row || (await isRecused(db, row.id, actor.id))) return [];
  const found = await db
    .select({ link: caseSites, site: sites })
    .from(caseSites)
    .innerJoin(sites, eq(sites.id, caseSites.siteId))
    .where(
      and(
        eq(caseSites.caseId, row.id),
        isNull(caseSites.removedAt),
        or(isNull(caseSites.personId), isTheirPerson(actor, caseSites.personId)),
      ),
    )
    .orderBy(asc(caseSites.recordedAt), asc(caseSites.id));
  if (found.length === 0) return [];
  const key = await openDataKey(db, { kind: 'case', id: row.id });
  const names = await staffNames(
    db,
    found.map(({ link }) => link.recordedBy),
  );
  const opened: CaseSite[] = [];
  for (const { link, site } of found) {
    const siteKey = await openDataKey(db, { kind: 'site', id: site.id });
    const record = openRow<SiteRecord>(siteKey, 'sites', site);
    opened.push({
      ...openRow<SiteLink>(key, 'case_sites', link),
      id: link.id,
      siteId: site.id,
      name: siteNames(record)[0] ?? '',
      kind: record.kind,
      province: site.province,
      personId: link.personId,
      recordedBy: names.get(link.recordedBy) ?? '–',
      recordedAt: link.recordedAt,
    });
  }
  return opened;
}

/** Whether there is such a site; nothing of it is opened. */
export async function siteExists(db: Db, id: string): Promise<boolean> {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) return false;
  const rows = await db.select({ id: sites.id }).from(sites).where(eq(sites.id, id));
  return rows.length > 0;
}
