import 'server-only';
import { randomUUID } from 'node:crypto';
import { and, eq, isNull, or } from 'drizzle-orm';
import type { Db, Tx } from '@/db/client';
import { casePersons } from '@/db/schema/cases';
import { caseSites, siteKeys, sites } from '@/db/schema/sites';
import { type RecordAudit, withAudit } from '@/lib/audit/commands';
import {
  type CaseGone,
  type CaseWork,
  type Conflict,
  type OnCase,
  workOnCase,
} from '@/lib/cases/case-work/commands';
import { isTheirPerson } from '@/lib/cases/people/queries';
import { openRow, sealRow } from '@/lib/cases/places';
import { refreshCase } from '@/lib/cases/refreshing/commands';
import { readTyped, type TextProblem } from '@/lib/cases/typed-text';
import { now } from '@/lib/clock';
import { type Refusal, refuse } from '@/lib/errors';
import { codeLists } from '@/lib/reports/code-lists';
import { maskResidentNumbers } from '@/lib/resident-number';
import { can } from '@/lib/staff/roles';
import type { StaffActor } from '@/lib/staff/session';
import { isUuid } from '@/lib/uuid';
import { createDataKey, openDataKey } from '@/lib/vault/commands';
import { vaultSecret } from '@/lib/vault/secrets';
import { siteDigests } from './site-digests';
import { keysOfSite, type SiteLink, type SiteRecord, siteNames } from './site-record';

type Done = { ok: true; again?: true; masked?: number };
export type SiteProblem = 'no-name' | 'bad-province';
export type NewSite = { site: SiteRecord; province: string | null };
/** Which site: one there is, or a new one. */
export type SiteChoice = { siteId: string } | NewSite;

/** Why a site cannot be stored so. */
function siteProblem({ site, province }: NewSite): SiteProblem | null {
  if (siteNames(site).length === 0) return 'no-name';
  return province === null || codeLists.province.some((one) => one === province) ? null : 'bad-province';
}

/** Ties a case, or one of its people, to a site there is or to a new one. A case without a province takes the site's. */
export async function addCaseSite(
  db: Db,
  actor: StaffActor,
  on: OnCase,
  { choice, personId, link: typed }: { choice: SiteChoice; personId: string | null; link: SiteLink },
): Promise<Done | Refusal<CaseGone | SiteProblem | 'unknown-site' | 'unknown-person'> | Conflict> {
  const problem = 'site' in choice ? siteProblem(choice) : null;
  if (problem) return refuse(problem);
  const { clean, count } = masking();
  const link = maskedLink(typed, clean);
  const chosen = 'site' in choice ? { ...choice, site: maskedSite(choice.site, clean) } : choice;
  // Read before the transaction opens, as withAudit does it.
  const secret = await vaultSecret(db, 'index');
  return workOnCase(db, actor, 'case.work', on, async (work) => {
    const { tx, row, key, at } = work;
    if (personId && !(await isPersonOf(work, personId))) return refuse('unknown-person');
    const siteId =
      'site' in chosen
        ? await insertSite(tx, work.record, secret, { ...chosen, addedBy: actor.id })
        : chosen.siteId;
    const found = await openSite(tx, siteId);
    if (!found) return refuse('unknown-site');
    const id = randomUUID();
    const sealed = sealRow(key, 'case_sites', id, link);
    await tx
      .insert(caseSites)
      .values({ id, caseId: row.id, siteId, personId, recordedBy: actor.id, recordedAt: at, sealed });
    await work.note({
      kind: 'SITE_ADDED',
      refId: id,
      words: { site: siteNames(found.site)[0], ...link },
      detail: { site: siteId },
    });
    await refreshCase(tx, row, row.province || !found.province ? {} : { province: found.province });
    return { ok: true as const, masked: count.masked };
  });
}

/** Takes a site out of a case that has nothing to do with it. The site stays. */
export async function removeCaseSite(
  db: Db,
  actor: StaffActor,
  on: OnCase,
  { linkId, reason }: { linkId: string; reason: string },
): Promise<Done | Refusal<CaseGone | TextProblem | 'unknown-site'> | Conflict> {
  const typed = readTyped(reason, true);
  if (!typed.ok) return typed;
  return workOnCase(db, actor, 'case.work', on, async (work) => {
    const { tx, row, at } = work;
    const [link] = await tx
      .update(caseSites)
      .set({ removedAt: at })
      .where(
        and(
          eq(caseSites.id, linkId),
          eq(caseSites.caseId, row.id),
          isNull(caseSites.removedAt),
          or(isNull(caseSites.personId), isTheirPerson(actor, caseSites.personId)),
        ),
      )
      .returning();
    if (!link) return refuse('unknown-site');
    const found = await openSite(tx, link.siteId);
    await work.note({
      kind: 'SITE_REMOVED',
      refId: linkId,
      words: { site: found ? siteNames(found.site)[0] : '', reason: typed.text },
      detail: { site: link.siteId },
    });
    await refreshCase(tx, row);
    return { ok: true as const };
  });
}

/** Changes what a site is called and where it is, for every case it is in. `seen` is the version the form was filled from. */
export async function editSite(
  db: Db,
  actor: StaffActor,
  { siteId, seen, ...change }: NewSite & { siteId: string; seen: number },
): Promise<
  { ok: true; masked: number } | Refusal<'forbidden' | 'unknown-site' | 'site-conflict' | SiteProblem>
> {
  if (!can(actor.roles, 'case.work')) return refuse('forbidden');
  if (!isUuid(siteId)) return refuse('unknown-site');
  const problem = siteProblem(change);
  if (problem) return refuse(problem);
  const { clean, count } = masking();
  const site = maskedSite(change.site, clean);
  const secret = await vaultSecret(db, 'index');
  return withAudit(db, async (tx, record) => {
    const [row] = await tx.select().from(sites).where(eq(sites.id, siteId)).for('update');
    if (!row) return refuse('unknown-site');
    if (row.version !== seen) return refuse('site-conflict');
    const key = await openDataKey(tx, { kind: 'site', id: siteId });
    const sealed = sealRow(key, 'sites', siteId, site);
    await tx
      .update(sites)
      .set({ sealed, province: change.province, version: row.version + 1 })
      .where(eq(sites.id, siteId));
    await storeKeys(tx, secret, siteId, site);
    await record({ kind: 'site', id: siteId }, { kind: 'staff', id: actor.id }, 'site.changed');
    return { ok: true as const, masked: count.masked };
  });
}

/** A site that comes with the reference data. Its id is fixed, so that loading it again finds it, as staff left it. */
export type ReferenceSite = NewSite & { id: string };

export async function loadSites(db: Db, rows: readonly ReferenceSite[]): Promise<void> {
  const secret = await vaultSecret(db, 'index');
  for (const row of rows)
    await withAudit(db, async (tx, record) => {
      const [known] = await tx.select({ id: sites.id }).from(sites).where(eq(sites.id, row.id));
      if (!known) await insertSite(tx, record, secret, { ...row, addedBy: null });
    });
}

async function insertSite(
  tx: Tx,
  record: RecordAudit,
  secret: Buffer,
  { id = randomUUID(), site, province, addedBy }: NewSite & { id?: string; addedBy: string | null },
): Promise<string> {
  const key = await createDataKey(tx, { kind: 'site', id });
  const sealed = sealRow(key, 'sites', id, site);
  await tx.insert(sites).values({ id, province, addedBy, addedAt: now(), sealed });
  await storeKeys(tx, secret, id, site);
  const by = addedBy ? { kind: 'staff' as const, id: addedBy } : { kind: 'system' as const, id: null };
  await record({ kind: 'site', id }, by, 'site.added');
  return id;
}

async function storeKeys(tx: Tx, secret: Buffer, siteId: string, site: SiteRecord): Promise<void> {
  await tx.delete(siteKeys).where(eq(siteKeys.siteId, siteId));
  const digests = siteDigests(secret, keysOfSite(site));
  if (digests.length > 0) await tx.insert(siteKeys).values(digests.map((digest) => ({ siteId, digest })));
}

async function openSite(tx: Tx, id: string): Promise<NewSite | null> {
  const [row] = await tx.select().from(sites).where(eq(sites.id, id));
  if (!row) return null;
  const key = await openDataKey(tx, { kind: 'site', id });
  return { site: openRow<SiteRecord>(key, 'sites', row), province: row.province };
}

async function isPersonOf({ tx, row, actor }: CaseWork, personId: string): Promise<boolean> {
  if (!isUuid(personId)) return false;
  const [found] = await tx
    .select({ id: casePersons.id })
    .from(casePersons)
    .where(
      and(
        eq(casePersons.caseId, row.id),
        eq(casePersons.personId, personId),
        isNull(casePersons.removedAt),
        isTheirPerson(actor, casePersons.personId),
      ),
    );
  return found !== undefined;
}

type Clean = (text: string) => string;

/** Masks text after text, and counts the resident registration numbers in them. */
function masking(): { clean: Clean; count: { masked: number } } {
  const count = { masked: 0 };
  const clean = (typed: string) => {
    const { text, masked } = maskResidentNumbers(typed.trim());
    count.masked += masked;
    return text;
  };
  return { clean, count };
}

const maskedSite = (site: SiteRecord, clean: Clean): SiteRecord => ({
  ...site,
  ko: clean(site.ko),
  en: clean(site.en),
  zh: clean(site.zh),
  km: clean(site.km),
  aliases: site.aliases.map(clean),
  notes: clean(site.notes),
});

const maskedLink = (link: SiteLink, clean: Clean): SiteLink => {
  const { building, floor, room, knownOn, source } = link;
  return {
    building: clean(building),
    floor: clean(floor),
    room: clean(room),
    knownOn: clean(knownOn),
    source: clean(source),
  };
};
