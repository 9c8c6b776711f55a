import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { auditEntries } from '@/db/schema/audit';
import { caseSites, sites } from '@/db/schema/sites';
import { verifyAudit } from '@/lib/audit/queries';
import { addPerson, recordFact } from '@/lib/cases/people/commands';
import { NOBODY_KNOWN } from '@/lib/cases/person-records';
import { readCase } from '@/lib/cases/reading/commands';
import { recuse } from '@/lib/cases/team/commands';
import { addCaseSite, editSite, loadSites, removeCaseSite } from '@/lib/linking/sites/commands';
import { listCaseSites } from '@/lib/linking/sites/queries';
import { findSites, listSites, readSite, siteSources } from '@/lib/linking/sites/reading/commands';
import { readSiteCursor, type SiteCursor, writeSiteCursor } from '@/lib/linking/sites/site-cursor';
import { NO_SITE, siteNamed } from '@/lib/linking/sites/site-record';
import { referenceSites } from '@/seeds/reference/sites';
import { openTestDatabase, type TestDatabase } from '../support/database';
import { dumpDatabase, findIn } from '../support/database-dump';
import { caseRow, makeTeam, on, openTestCase, type Team } from '../support/desk-team';

let database: TestDatabase;
let team: Team;
const db = () => database.db;

beforeAll(async () => {
  database = await openTestDatabase();
  team = await makeTeam(db());
});
afterAll(() => database.close());

const NOWHERE = { building: '', floor: '', room: '', knownOn: '', source: '' };
const RESIDENT = '900101-1234567';
const POINT = { latitude: 11.5564, longitude: 104.9282 };

async function record(number: string, name: string, more = {}, actor = team.worker) {
  const choice = { site: { ...siteNamed(name), point: POINT }, province: 'KH-12' };
  const adding = { choice, personId: null, link: { ...NOWHERE, building: '가동', ...more } };
  return addCaseSite(db(), actor, await on(db(), number), adding);
}
const only = async (number: string) => {
  const [found] = await listCaseSites(db(), team.worker, number);
  if (!found) throw new Error('no site');
  return found;
};

describe('a site in a case', () => {
  it('is recorded with where in it and from whom, on the timeline, and gives a case its province', async () => {
    const { number } = await openTestCase(db(), team.worker);
    expect(await record(number, '나루 단지', { source: '가족' })).toEqual({ ok: true, masked: 0 });
    expect(await only(number)).toMatchObject({ name: '나루 단지', building: '가동', source: '가족' });
    expect((await caseRow(db(), number)).province).toBe('KH-12');
    const found = await readCase(db(), team.worker, number);
    expect(found?.timeline[0]).toMatchObject({
      kind: 'SITE_ADDED',
      words: { site: '나루 단지', building: '가동' },
    });
  });

  it('is recorded once, however often the form is sent, and whole or not at all', async () => {
    const { number, id } = await openTestCase(db(), team.worker);
    const form = await on(db(), number);
    const choice = { site: siteNamed('두번 단지'), province: null };
    const adding = { choice, personId: null, link: NOWHERE };
    await addCaseSite(db(), team.worker, form, adding);
    expect(await addCaseSite(db(), team.worker, form, adding)).toEqual({ ok: true, again: true });
    expect(await db().select().from(caseSites).where(eq(caseSites.caseId, id))).toHaveLength(1);
    const before = await db().$count(sites);
    const stranger = { ...adding, personId: randomUUID() };
    const tried = await addCaseSite(db(), team.worker, await on(db(), number), stranger);
    expect(tried).toEqual({ ok: false, reason: 'unknown-person' });
    expect(await db().$count(sites)).toBe(before);
  });

  it('is for those who work on the case: not intake, not who stepped back', async () => {
    const { number } = await openTestCase(db(), team.worker);
    expect(await record(number, '안됨', {}, team.intake)).toEqual({ ok: false, reason: 'forbidden' });
    await record(number, '보임 단지');
    const stepping = { staffId: team.other.id, reason: '아는 사람입니다.' };
    await recuse(db(), team.other, await on(db(), number), stepping);
    expect(await record(number, '안됨', {}, team.other)).toEqual({ ok: false, reason: 'recused' });
    expect(await listCaseSites(db(), team.other, number)).toEqual([]);
    expect(await siteSources(db(), team.other, number, undefined)).toBeNull();
    const { siteId } = await only(number);
    expect(await readSite(db(), team.other, siteId)).toMatchObject({ cases: [], hidden: 1 });
    expect(await readSite(db(), team.worker, siteId)).toMatchObject({ cases: [{ number }], hidden: 0 });
    expect(await readSite(db(), team.auditor, siteId)).toBeNull();
  });

  it('is taken out with a reason, and only through its own case', async () => {
    const { number } = await openTestCase(db(), team.worker);
    const other = await openTestCase(db(), team.worker);
    await record(number, '빼기 단지');
    const { id } = await only(number);
    const remove = async (where: string, reason: string) =>
      removeCaseSite(db(), team.worker, await on(db(), where), { linkId: id, reason });
    expect(await remove(number, ' ')).toEqual({ ok: false, reason: 'empty' });
    expect(await remove(other.number, '다른 곳')).toEqual({ ok: false, reason: 'unknown-site' });
    expect(await remove(number, '다른 곳')).toEqual({ ok: true });
    expect(await listCaseSites(db(), team.worker, number)).toEqual([]);
  });
});

describe('finding a site', () => {
  it('works by any of its names, by their beginning, and by a point within 150 m', async () => {
    const { number } = await openTestCase(db(), team.worker);
    await record(number, '새벽 단지');
    const { siteId } = await only(number);
    const renamed = { ...NO_SITE, ko: '새벽 단지', zh: '黎明园区', km: 'ព្រឹក', aliases: ['Dawn City'] };
    const change = { siteId, seen: 1, site: { ...renamed, point: POINT }, province: 'KH-12' };
    expect(await editSite(db(), team.worker, change)).toEqual({ ok: true, masked: 0 });
    const ids = async (name: string, point = null as typeof POINT | null) =>
      (await findSites(db(), team.worker, { name, point })).map(({ id }) => id);
    for (const name of ['새벽웬치', '黎明', 'ព្រឹក', 'dawn']) expect(await ids(name)).toContain(siteId);
    expect(await ids('저녁 단지')).not.toContain(siteId);
    expect(await ids('', { latitude: 11.5571, longitude: 104.9282 })).toContain(siteId);
    const [first] = await findSites(db(), team.worker, { name: '새벽', point: null });
    expect(first).toMatchObject({ id: siteId, same: true });
    expect(await findSites(db(), team.intake, { name: '새벽', point: null })).toEqual([]);
  });

  it('keeps no resident number in its names and notes, and says how many it masked', async () => {
    const { number } = await openTestCase(db(), team.worker);
    const added = await record(number, `가림 단지 ${RESIDENT}`, { source: RESIDENT });
    expect(added).toEqual({ ok: true, masked: 2 });
    const { siteId, name } = await only(number);
    expect(name).not.toContain(RESIDENT);
    const site = { ...siteNamed('가림 단지'), aliases: [`별칭 ${RESIDENT}`], notes: RESIDENT };
    const edit = { siteId, seen: 1, site, province: null };
    expect(await editSite(db(), team.worker, edit)).toEqual({ ok: true, masked: 2 });
    expect(JSON.stringify((await readSite(db(), team.worker, siteId))?.site)).not.toContain(RESIDENT);
  });

  it('is what an edit against an older version is refused for', async () => {
    const { number } = await openTestCase(db(), team.worker);
    await record(number, '다툼 단지');
    const { siteId } = await only(number);
    const change = { siteId, seen: 1, site: siteNamed('고침 단지'), province: null };
    const both = await Promise.all([editSite(db(), team.worker, change), editSite(db(), team.other, change)]);
    expect(both.map((one) => one.ok).toSorted()).toEqual([false, true]);
    expect(both).toContainEqual({ ok: false, reason: 'site-conflict' });
    expect(await editSite(db(), team.intake, change)).toEqual({ ok: false, reason: 'forbidden' });
  });
});

describe('the list of sites', () => {
  it('counts open cases and people not known to be safe, each once', async () => {
    const one = await openTestCase(db(), team.worker);
    const two = await openTestCase(db(), team.worker);
    await record(one.number, '세는 단지');
    const { siteId } = await only(one.number);
    const again = { choice: { siteId }, personId: null, link: NOWHERE };
    await addCaseSite(db(), team.worker, await on(db(), one.number), again);
    await addCaseSite(db(), team.worker, await on(db(), two.number), again);
    for (const name of ['가나루', '나나루'])
      await addPerson(db(), team.worker, await on(db(), one.number), { ...NOBODY_KNOWN, nameKo: name });
    const counted = async () => (await listSites(db(), team.worker)).rows.find(({ id }) => id === siteId);
    expect(await counted()).toMatchObject({ openCases: 2, atRisk: 2 });
    const person = (await readCase(db(), team.worker, one.number))?.people[0];
    const fact = { value: 'RESCUED', source: 'MISSION', confidence: 'HIGH', note: '' } as const;
    const recording = { personId: person?.id ?? '', axis: 'SAFETY', fact } as const;
    await recordFact(db(), team.worker, await on(db(), one.number), recording);
    expect(await counted()).toMatchObject({ openCases: 2, atRisk: 1 });
    expect(await listSites(db(), team.admin)).toEqual({ rows: [], next: null });
  });

  it('are listed page by page, those with most people at risk first, and none is left out or shown twice', async () => {
    const all = await listSites(db(), team.worker);
    expect(all.next).toBeNull();
    expect(all.rows.length).toBeGreaterThan(2);
    const paged: string[] = [];
    let after: SiteCursor | null = null;
    do {
      const page: Awaited<ReturnType<typeof listSites>> = await listSites(db(), team.worker, {
        after,
        most: 1,
      });
      expect(page.rows).toHaveLength(1);
      paged.push(...page.rows.map(({ id }) => id));
      after = page.next && readSiteCursor(writeSiteCursor(page.next));
    } while (after);
    expect(paged).toEqual(all.rows.map(({ id }) => id));
    for (const made of ['', 'x', '1.2', '1.2.3.x', `1.-2.3.${paged[0]}`])
      expect(readSiteCursor(made)).toBeNull();
  });
});

it('loads the gazetteer once, as staff left it', async () => {
  await loadSites(db(), referenceSites);
  const [first] = referenceSites;
  if (!first) throw new Error('no reference sites');
  const change = {
    siteId: first.id,
    seen: 1,
    site: { ...first.site, ko: '고친 이름' },
    province: first.province,
  };
  expect(await editSite(db(), team.lead, change)).toEqual({ ok: true, masked: 0 });
  await loadSites(db(), referenceSites);
  expect((await readSite(db(), team.worker, first.id))?.site.ko).toBe('고친 이름');
});

it('keeps every name, point and word sealed, and records every reading', async () => {
  const { number } = await openTestCase(db(), team.worker);
  await record(number, '숨은나루', { room: '팔백팔호', source: '이웃사람' });
  const { siteId } = await only(number);
  await readSite(db(), team.worker, siteId);
  const dump = await dumpDatabase(database.url);
  expect(findIn(dump, ['숨은나루', '팔백팔호', '이웃사람', '104.9282'])).toEqual([]);
  const entries = await db().select().from(auditEntries).where(eq(auditEntries.objectId, siteId));
  expect(entries.map(({ act }) => act)).toEqual(['site.added', 'site.read']);
  expect((await verifyAudit(db())).breaks).toEqual([]);
});
