import { randomUUID } from 'node:crypto';
import { and, eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { agencies } from '@/db/schema/agencies';
import { auditEntries } from '@/db/schema/audit';
import { cases, persons } from '@/db/schema/cases';
import { reportSections, reports } from '@/db/schema/reports';
import { searchDocuments, searchDue } from '@/db/schema/search';
import { addPerson, recordFact } from '@/lib/cases/people/commands';
import { NOBODY_KNOWN } from '@/lib/cases/person-records';
import { listWork } from '@/lib/cases/queue/queries';
import { addCaseNote, recuse } from '@/lib/cases/team/commands';
import { setClock } from '@/lib/clock';
import { draftReferral } from '@/lib/referrals/commands';
import { addNote, changeState } from '@/lib/reports/desk/commands';
import {
  candidateStatement,
  NO_FILTERS,
  type SearchFilters,
  searchReports,
  weekTokenOf,
} from '@/lib/search/commands';
import { indexDue, reindexAll } from '@/lib/search/indexing/commands';
import { openQuery, sealQuery } from '@/lib/search/sealed-query';
import { readQuery } from '@/lib/search/terms';
import { lookupOf, searchKeys } from '@/lib/search/tokens';
import { vaultSecret } from '@/lib/vault/secrets';
import { loadReference } from '@/seeds/reference/load';
import { openTestDatabase, type TestDatabase } from '../support/database';
import { dumpDatabase, findIn } from '../support/database-dump';
import { makeTeam, on, openTestCase, screenedReport, type Team } from '../support/desk-team';
import { eraseKey } from '../support/erased-key';
import { storeTestReport } from '../support/stored-report';

let database: TestDatabase;
let team: Team;
let family = '';
let english = '';
let number = '';
const db = () => database.db;
const found = async (query: string, actor = team.worker) =>
  (await searchReports(db(), actor, query)).hits.map((hit) => hit.ref).toSorted();

beforeAll(async () => {
  database = await openTestDatabase();
  team = await makeTeam(db());
  await loadReference(db());
  family = (
    await storeTestReport(db(), {
      S1: { situation: ['CONFINED'], narrative: ['동생이 감금되어 있고 여권을 빼앗겼다고 합니다'] },
      S2: { name_ko: ['박지훈'], subject_phones: ['010-1234-5678'], subject_handles: ['@gangaji_77'] },
      S3: { site_name: ['은하수 타운'], city: ['시아누크빌'] },
    })
  ).reference;
  english = (
    await storeTestReport(db(), {
      S1: { situation: ['SILENT'], narrative: ['His passport was taken at the hotel'] },
      S2: { name_passport: ['LEE SEO YEON'], subject_phones: ['+855 12 345 678'] },
    })
  ).reference;
  const made = await openTestCase(db(), team.intake, { S2: { name_ko: ['최민수'] } });
  number = made.number;
  await addCaseNote(db(), team.worker, await on(db(), number), '대사관 영사와 통화함');
  await indexDue(db());
});
afterAll(() => database.close());

describe('search', () => {
  it.each([
    ['감금', 'two syllables'],
    ['감금되어', 'a longer word'],
    ['여권 감금', 'two words, wherever they stand'],
    ['박지훈', 'a name'],
    ['Park Jihoon', 'the name in Latin letters'],
    ['bak ji-hun', 'another spelling of it'],
    ['지훈', 'part of it'],
    ['01012345678', 'a phone number'],
    ['+82 10 1234 5678', 'the number with its country'],
    ['gangaji_77', 'a handle'],
    ['은하수', 'a place'],
  ])('%s finds %s', async (query) => {
    expect(await found(query)).toEqual([family]);
  });

  it.each([
    ['passport', [() => english]],
    ['이서연', [() => english]],
    ['012 345 678', [() => english]],
    ['영사', [() => number]],
  ] as const)('%s finds what it is in', async (query, expected) => {
    expect(await found(query)).toEqual(expected.map((one) => one()));
  });

  it('finds a person in their case and in the report that named them', async () => {
    const hits = (await searchReports(db(), team.worker, 'Choi Minsu')).hits;
    expect(hits.map((hit) => [hit.kind, hit.by]).toSorted()).toEqual([
      ['CASE', 'NAME'],
      ['REPORT', 'NAME'],
    ]);
  });

  it.each(['없는말', '김철수', '010-9999-9999', 'CONFINED', '금감'])('%s finds nothing', async (query) => {
    expect(await found(query)).toEqual([]);
  });

  it('a token that two words share shows neither for the other', async () => {
    const { id, reference } = await storeTestReport(db(), { S1: { narrative: ['전혀 다른 이야기'] } });
    await indexDue(db());
    const keys = searchKeys(await vaultSecret(db(), 'index'));
    const [lookup] = readQuery('감금').map((one) => lookupOf(keys, one));
    const shared = lookup && 'anyOf' in lookup ? lookup.anyOf.flat() : [];
    await db()
      .update(searchDocuments)
      .set({ tokens: sql`${searchDocuments.tokens} || ${sql.raw(`array[${shared.join(',')}]`)}` })
      .where(eq(searchDocuments.ownerId, id));
    expect(await found('감금')).not.toContain(reference);
  });

  it('shows where it stands, and records on what it was found that it was shown', async () => {
    const { hits } = await searchReports(db(), team.worker, '감금');
    expect(hits[0]?.snippet.filter((piece) => piece.marked).map((piece) => piece.text)).toEqual(['감금']);
    const [row] = await db().select().from(reports).where(eq(reports.reference, family));
    const shown = await db()
      .select()
      .from(auditEntries)
      .where(and(eq(auditEntries.objectId, row?.id ?? ''), eq(auditEntries.act, 'search.hit')));
    expect(shown.at(-1)?.actorId).toBe(team.worker.id);
  });

  it('filters combine with what is looked for', async () => {
    const refs = async (query: string, filters: Partial<SearchFilters>) =>
      (await searchReports(db(), team.worker, query, { ...NO_FILTERS, ...filters })).hits.map(
        (hit) => hit.ref,
      );
    const [row] = await db().select().from(reports).where(eq(reports.reference, family));
    const level = row?.level as SearchFilters['level'];
    expect(await refs('감금', { kind: 'REPORT', level, open: true })).toEqual([family]);
    expect(await refs('감금', { kind: 'CASE' })).toEqual([]);
    expect(await refs('감금', { open: false })).toEqual([]);
    expect(await refs('감금', { level: level === 'U5' ? 'U4' : 'U5' })).toEqual([]);
    expect(await refs('감금', { before: row?.receivedAt ?? null })).toEqual([]);
    expect(await refs('Choi Minsu', { kind: 'CASE', open: true })).toEqual([number]);
    expect(await refs('Choi Minsu', { kind: 'CASE', open: false })).toEqual([]);
  });

  it('an address of a search opens for who searched, and for nobody else', async () => {
    const sealed = await sealQuery(db(), team.worker, '박지훈');
    expect(sealed).not.toContain('박지훈');
    expect(await openQuery(db(), team.worker, sealed)).toBe('박지훈');
    for (const [actor, text] of [
      [team.other, sealed],
      [team.worker, `${sealed.slice(0, -2)}AA`],
      [team.worker, 'made-up'],
      [team.worker, undefined],
    ] as const)
      expect(await openQuery(db(), actor, text)).toBe('');
  });

  it('one character, or nothing, is no search', async () => {
    for (const query of ['', ' ', '가', '가 나'])
      expect(await searchReports(db(), team.worker, query)).toMatchObject({ blank: true });
  });

  it('is for those who may, and hides a case from who stepped back from it', async () => {
    for (const actor of [team.admin, team.auditor]) expect(await found('감금', actor)).toEqual([]);
    const made = await openTestCase(db(), team.intake, { S1: { narrative: ['쑥부쟁이가 폈다'] } });
    await indexDue(db());
    expect(await found('쑥부쟁이')).toEqual([made.report.reference]);
    await recuse(db(), team.other, await on(db(), made.number), {
      staffId: team.other.id,
      reason: '아는 사람',
    });
    expect(await found('쑥부쟁이', team.other)).toEqual([]);
  });

  it('is recorded without what was looked for', async () => {
    await found('감금');
    const rows = await db().select().from(auditEntries).where(eq(auditEntries.act, 'search'));
    expect(rows.at(-1)?.detail).toMatchObject({ hits: 1 });
    expect(JSON.stringify(rows.map((row) => row.detail))).not.toContain('감금');
  });

  it('finds what is written later, and no longer what was erased', async () => {
    const { id, reference } = await screenedReport(db(), team.intake);
    await addNote(db(), team.worker, { reference, text: '도라지 밭에서 봄', submission: 'one' });
    expect(await found('도라지')).toEqual([]);
    await indexDue(db());
    expect(await found('도라지')).toEqual([reference]);
    await db().transaction((tx) => eraseKey(tx, { kind: 'report', id }));
    expect(await found('도라지')).toEqual([]);
    await reindexAll(db());
    await indexDue(db());
    expect(await db().select().from(searchDocuments).where(eq(searchDocuments.ownerId, id))).toEqual([]);
  });

  it('is made anew for everything there is, a slice at a time', async () => {
    await indexDue(db());
    const all = await Promise.all([reports, cases, persons].map((table) => db().$count(table)));
    await reindexAll(db(), 2);
    expect(await db().$count(searchDue)).toBe(all.reduce((sum, count) => sum + count));
    await indexDue(db());
    expect(await db().$count(searchDue)).toBe(0);
  });

  it('finds what was noted of a person, the words of a hand-over and why a state was changed; not where somebody stood', async () => {
    const made = await openTestCase(db(), team.intake);
    const added = await addPerson(db(), team.worker, await on(db(), made.number), {
      ...NOBODY_KNOWN,
      nameKo: '정하늘',
    });
    const personId = (added.ok && added.personId) || '';
    await recordFact(db(), team.worker, await on(db(), made.number), {
      personId,
      axis: 'SAFETY',
      fact: { value: 'CONFINED', source: 'TEXT_MESSAGE', confidence: 'LOW', note: '무화과 창고에서 봄' },
    });
    await recordFact(db(), team.lead, await on(db(), made.number), {
      personId,
      axis: 'POSITION',
      fact: { value: 'WITNESS', note: '석류 조장' },
    });
    const [agency] = await db().select().from(agencies).limit(1);
    const drafted = await draftReferral(db(), team.worker, await on(db(), made.number), {
      agencyId: agency?.id ?? '',
      basis: 'LIFE_IN_DANGER',
      message: '모과나무 앞 건물',
      reportIds: [made.report.id],
      personIds: [personId],
    });
    expect(drafted).toMatchObject({ ok: true });
    const { reference } = await screenedReport(db(), team.intake);
    await changeState(db(), team.intake, {
      reference,
      action: 'MARK_OUT_OF_SCOPE',
      seen: 'SCREENING',
      reason: '살구 장사 광고',
    });
    await indexDue(db());
    expect(await found('무화과')).toEqual([made.number]);
    expect(await found('모과나무')).toEqual([made.number]);
    expect(await found('살구 광고')).toEqual([reference]);
    expect(await found('석류')).toEqual([]);
  });

  it('a name and a number together have both to be there', async () => {
    expect(await found('박지훈 010-1234-5678')).toEqual([family]);
    expect(await found('박지훈 010-9999-9999')).toEqual([]);
    expect(await found('최민수 010-1234-5678')).toEqual([]);
    await addCaseNote(db(), team.worker, await on(db(), number), '2025-10-03 14:05 호박밭에서 봄');
    await indexDue(db());
    expect(await found('2025-10-03 호박밭')).toEqual([number]);
  });

  it('what cannot be indexed holds up nobody and loses nothing', async () => {
    const broken = await storeTestReport(db(), { S1: { narrative: ['깨진 이야기'] } });
    const whole = await storeTestReport(db(), { S1: { narrative: ['민들레 이야기'] } });
    await db()
      .update(reportSections)
      .set({ sealed: Buffer.from('not sealed') })
      .where(eq(reportSections.reportId, broken.id));
    await indexDue(db());
    expect(await found('민들레')).toEqual([whole.reference]);
    expect(await db().select().from(searchDue).where(eq(searchDue.ownerId, broken.id))).toHaveLength(1);
    expect(await db().select().from(reports).where(eq(reports.id, broken.id))).toHaveLength(1);
  });

  it('S6 is in no index, and neither is any word in the clear', async () => {
    const { id } = await storeTestReport(db(), { S1: { narrative: ['평범한 말'] } });
    await indexDue(db());
    await db()
      .insert(reportSections)
      .values({ id: randomUUID(), reportId: id, section: 'S6', sealed: Buffer.of(1) });
    expect(await db().select().from(searchDue).where(eq(searchDue.ownerId, id))).toEqual([]);
    const dump = await dumpDatabase(database.url);
    expect(
      findIn(dump, ['박지훈', '감금되어', '01012345678', '1012345678', 'gangaji', '은하수', 'bagjihun']),
    ).toEqual([]);
  });

  it('who leaves today is in the view of that name', async () => {
    const day = {
      planned_departure_year: ['2025'],
      planned_departure_month: ['10'],
      planned_departure_day: ['12'],
    };
    const { reference } = await storeTestReport(db(), {
      kind: 'OFFER',
      S1: {},
      S4: { decided: ['GOING'], ...day },
    });
    await indexDue(db());
    const view = { view: 'leaving-today', level: null, kind: null, province: null, after: null } as const;
    setClock(new Date('2025-10-11T16:00:00Z'));
    expect((await listWork(db(), team.worker, view)).items.map((item) => item.ref)).toEqual([reference]);
    setClock(new Date('2025-10-12T16:00:00Z'));
    expect((await listWork(db(), team.worker, view)).items).toEqual([]);
    setClock(undefined);
  });
});

type Ids = { rows: { id: string }[] };

/** Some tokens as a real index holds them: a few everywhere, most seldom. */
describe('with 30,000 documents', () => {
  beforeAll(async () => {
    await db().execute(sql`insert into search_documents (owner_kind, owner_id, at, tokens, identifiers, indexed_at)
      select 'report', gen_random_uuid(), at, tokens || ${weekTokenOf(sql`at`)}, array[n], now()
      from generate_series(1, 30000) n, lateral (select now() - n * interval '15 minutes' as at,
        (select array_agg((power(random(), 3) * 65535)::integer) from generate_series(1, 24 + n % 2)) as tokens) as made`);
    await db().execute(sql`update search_documents set tokens = tokens || case when owner_kind = 'report' and identifiers[1] % 3 = 0 then 40
      when identifiers[1] % 10 = 1 then 2000 when identifiers[1] % 9000 = 7 then 60000 else 0 end where not tokens && array[40, 2000, 60000]`);
    await db().execute(sql`vacuum analyze search_documents`);
  });

  it.each([
    ['in one of three', 'array[40]'],
    ['in one of ten', 'array[2000]'],
    ['in hardly any', 'array[60000]'],
  ])('candidates are the newest that hold a token, which is %s', async (_, tokens) => {
    const before = new Date(Date.now() - 40 * 3_600_000);
    const lookup = { anyOf: [JSON.parse(tokens.slice(5)) as number[]] };
    for (const filters of [NO_FILTERS, { ...NO_FILTERS, before }]) {
      const { rows } = (await db().execute(candidateStatement([lookup], filters))) as unknown as Ids;
      const { rows: all } = (await db().execute(sql`select owner_id as id from search_documents
        where tokens @> ${sql.raw(tokens)} and at < ${(filters.before ?? new Date()).toISOString()}::timestamptz
        order by at desc limit 301`)) as unknown as Ids;
      expect(all.length).toBeGreaterThan(2);
      expect(rows.map(({ id }) => id)).toEqual(all.map(({ id }) => id));
    }
  });

  it('a two-syllable word is looked up through the index', async () => {
    const keys = searchKeys(await vaultSecret(db(), 'index'));
    const lookups = readQuery('감금').map((one) => lookupOf(keys, one));
    const statement = candidateStatement(lookups);
    const { rows } = (await db().execute(sql`explain (analyze, format json) ${statement}`)) as unknown as {
      rows: { 'QUERY PLAN': unknown }[];
    };
    const plan = JSON.stringify(rows);
    expect(plan).toContain('search_documents_tokens');
    expect(plan).not.toContain('Seq Scan');
    expect(await found('감금')).toEqual([family]);
  });
});
