import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { auditEntries } from '@/db/schema/audit';
import { addTemplate, editTemplate } from '@/lib/cases/templates/commands';
import { listAllTemplates, listTemplates } from '@/lib/cases/templates/queries';
import { setClock } from '@/lib/clock';
import { addPeriod, editPeriod } from '@/lib/periods/commands';
import { listPeriods, periodAt } from '@/lib/periods/queries';
import type { PeriodEdit } from '@/lib/periods/schedule';
import { seoulMomentOf } from '@/lib/seoul-time';
import { saveNumbers, saveOperator, unsetOperator } from '@/lib/settings/commands';
import { NO_DETAILS } from '@/lib/settings/details';
import { dialled } from '@/lib/settings/numbers';
import { findSetting, forgetPublicDetails, publicDetails } from '@/lib/settings/queries';
import { USUAL_DAYS } from '@/lib/settings/retention';
import { changeRoles } from '@/lib/staff/accounts/commands';
import { setDuty } from '@/lib/staff/duty/commands';
import { listDuty, listForDuty } from '@/lib/staff/duty/queries';
import { rolesOf } from '@/lib/staff/queries';
import { loadReference } from '@/seeds/reference/load';
import { openTestDatabase, type TestDatabase } from '../support/database';
import { makeTeam, type Team } from '../support/desk-team';

const START = new Date('2025-10-10T03:00:00Z');

let database: TestDatabase;
let team: Team;
const db = () => database.db;

beforeAll(async () => {
  database = await openTestDatabase();
  team = await makeTeam(db());
  await loadReference(db());
});
beforeEach(() => {
  setClock(START);
  forgetPublicDetails();
});
afterEach(() => setClock(undefined));
afterAll(() => database.close());

const operator = {
  nameKo: '나루 재단',
  nameEn: 'Naru Foundation',
  contactKo: '서울시\n02-000-0000',
  contactEn: 'Seoul\n+82-2-000-0000',
  officerKo: '',
  officerEn: '',
  government: false,
};
const acts = async (act: string) =>
  (await db().select().from(auditEntries)).filter((entry) => entry.act === act).length;

describe('the operator', () => {
  it('is set by an administrator, shows on public pages, and a later edit of the same version is refused', async () => {
    expect(await publicDetails(db)).toEqual({ ...NO_DETAILS, retention: USUAL_DAYS });
    expect(await saveOperator(db(), team.lead, { seen: 0, value: operator })).toMatchObject({
      reason: 'forbidden',
    });
    expect(await saveOperator(db(), team.admin, { seen: 0, value: operator })).toEqual({ ok: true });
    expect((await publicDetails(db)).operator).toMatchObject({ nameKo: '나루 재단' });
    const other = { ...operator, nameKo: '다른 재단' };
    for (const seen of [0, -1])
      expect(await saveOperator(db(), team.admin, { seen, value: other })).toMatchObject({
        reason: 'conflict',
      });
    expect(await findSetting(db(), team.admin, 'OPERATOR')).toMatchObject({ version: 1, value: operator });
    expect(await saveOperator(db(), team.admin, { seen: 1, value: other })).toEqual({ ok: true });
    expect((await publicDetails(db)).operator?.nameKo).toBe('다른 재단');
    expect(await acts('setting.changed')).toBe(2);
    expect(await findSetting(db(), team.lead, 'OPERATOR')).toEqual({ value: null, version: 0 });
  });

  it('is set whole or not at all', async () => {
    for (const [over, reason] of [
      [{ nameEn: '' }, 'name-missing'],
      [{ contactKo: '' }, 'contact-missing'],
      [{ officerKo: '김나루' }, 'officer-half'],
      [{ nameKo: '가'.repeat(201) }, 'too-long'],
    ] as const)
      expect(
        await saveOperator(db(), team.admin, { seen: 2, value: { ...operator, ...over } }),
      ).toMatchObject({ reason });
  });

  it('is the last known while the database is away, nobody where nothing was known, and never slow', async () => {
    const away = () => {
      throw new Error('away');
    };
    expect(await publicDetails(away)).toEqual(NO_DETAILS);
    forgetPublicDetails();
    const silent = { select: () => ({ from: () => new Promise(() => {}) }) };
    const before = Date.now();
    expect(await publicDetails(() => silent as never)).toEqual(NO_DETAILS);
    expect(Date.now() - before).toBeLessThan(1_000);
  });

  it('confirms numbers by a day that has been', async () => {
    const days = { police: '2025-10-09', missing: null, consular: null };
    expect(await saveNumbers(db(), team.admin, { seen: 0, value: days })).toEqual({ ok: true });
    for (const [police, reason] of [
      ['2025-10-11', 'date-ahead'],
      ['9 October', 'bad-date'],
      ['2025-02-30', 'bad-date'],
    ] as const)
      expect(await saveNumbers(db(), team.admin, { seen: 1, value: { ...days, police } })).toMatchObject({
        reason,
        field: 'police',
      });
  });

  it('adds numbers of its own, says which field of them is wrong, and drops those left blank', async () => {
    const days = { police: null, missing: null, consular: '2025-10-09' };
    const hours = { hoursKo: '평일 9–18시', hoursEn: 'Weekdays 9 to 18' };
    const hotline = { nameKo: '나루 상담', nameEn: 'Naru', number: '02-000-0000', ...hours, verifiedOn: '' };
    const blank = { nameKo: '', nameEn: '', number: '', hoursKo: '', hoursEn: '', verifiedOn: '' };
    const { version: seen } = await findSetting(db(), team.admin, 'NUMBERS');
    const save = (own: (typeof blank)[]) =>
      saveNumbers(db(), team.admin, { seen, value: { ...days, own: [blank, ...own] } });
    for (const [over, reason, field] of [
      [{ nameEn: '' }, 'own-name-missing', 'own_2_nameEn'],
      [{ number: '' }, 'own-number-bad', 'own_2_number'],
      [{ number: 'javascript:alert(1)' }, 'own-number-bad', 'own_2_number'],
      [{ number: '()' }, 'own-number-bad', 'own_2_number'],
      [{ number: '(--' }, 'own-number-bad', 'own_2_number'],
      [{ number: '+(1)' }, 'own-number-bad', 'own_2_number'],
      [{ hoursKo: '' }, 'own-hours-half', 'own_2_hoursKo'],
      [{ verifiedOn: '2025-10-11' }, 'date-ahead', 'own_2_verifiedOn'],
      [{ verifiedOn: 'soon' }, 'bad-date', 'own_2_verifiedOn'],
      [{ nameKo: '가'.repeat(101) }, 'own-too-long', 'own_2_nameKo'],
    ] as const)
      expect(await save([{ ...hotline, ...over }])).toEqual({ ok: false, reason, field });
    expect(await save([hotline, blank])).toEqual({ ok: true });
    expect((await publicDetails(db)).numbers).toEqual({ ...days, own: [hotline] });
    expect(dialled('+82 (0)2-000-0000')).toBe('tel:+8220000000');
  });

  it('is unset by who has seen it as it stands, and public pages say again that there is none', async () => {
    const { version } = await findSetting(db(), team.admin, 'OPERATOR');
    expect(await unsetOperator(db(), team.lead, version)).toMatchObject({ reason: 'forbidden' });
    expect(await unsetOperator(db(), team.admin, version - 1)).toMatchObject({ reason: 'conflict' });
    expect((await publicDetails(db)).operator).not.toBeNull();
    expect(await unsetOperator(db(), team.admin, version)).toEqual({ ok: true });
    expect((await publicDetails(db)).operator).toBeNull();
    expect(await findSetting(db(), team.admin, 'OPERATOR')).toEqual({ value: null, version: version + 1 });
    expect(await saveOperator(db(), team.admin, { seen: version + 1, value: operator })).toEqual({
      ok: true,
    });
  });
});

describe('periods', () => {
  const edit = (over: Partial<PeriodEdit> = {}): PeriodEdit => ({
    nameKo: '2026년 1월 특별신고기간',
    nameEn: 'January 2026',
    noticeKo: '한 달 동안 집중해서 받습니다.',
    noticeEn: 'Taken in for a month.',
    takesKo: '',
    takesEn: '',
    opensAt: seoulMomentOf('2026-01-01'),
    closesAt: seoulMomentOf('2026-02-01 00:00'),
    standing: false,
    ...over,
  });

  it('are half-open in Korean time', async () => {
    expect(await addPeriod(db(), team.admin, { slug: 'january-2026', edit: edit() })).toMatchObject({
      ok: true,
    });
    const slugAt = async (at: string) => (await periodAt(db(), new Date(at)))?.slug;
    expect(await slugAt('2025-12-31T14:59:59Z')).not.toBe('january-2026');
    expect(await slugAt('2025-12-31T15:00:00Z')).toBe('january-2026');
    expect(await slugAt('2026-01-31T14:59:59Z')).toBe('january-2026');
    expect(await slugAt('2026-01-31T15:00:00Z')).not.toBe('january-2026');
  });

  it('are changed by an administrator, on the version that was seen, and say what is wrong', async () => {
    const period = (await listPeriods(db(), team.admin)).find((one) => one.slug === 'january-2026');
    const { id = '', version: seen = 0 } = period ?? {};
    const change = (over: Partial<PeriodEdit>, by = team.admin) =>
      editPeriod(db(), by, { id, seen, edit: edit(over) });
    expect(await change({}, team.lead)).toMatchObject({ reason: 'forbidden' });
    for (const [over, reason] of [
      [{ nameKo: '' }, 'name-missing'],
      [{ noticeEn: '' }, 'notice-missing'],
      [{ opensAt: seoulMomentOf('soon') }, 'bad-opens'],
      [{ closesAt: seoulMomentOf('2026-02-30') }, 'bad-closes'],
      [{ closesAt: seoulMomentOf('2026-01-01') }, 'out-of-order'],
    ] as const)
      expect(await change(over)).toMatchObject({ reason });
    expect(await change({ takesKo: '감금 피해', takesEn: 'Confinement' })).toEqual({ ok: true });
    expect(await change({ nameKo: '늦은 것' })).toMatchObject({ reason: 'conflict' });
    expect(await addPeriod(db(), team.admin, { slug: 'january-2026', edit: edit() })).toMatchObject({
      reason: 'slug-taken',
    });
    expect(await listPeriods(db(), team.lead)).toEqual([]);
  });
});

describe('templates', () => {
  const texts = { titleKo: '새 예문', titleEn: 'New', textKo: '안녕하세요', textEn: 'Hello', retired: false };
  const offered = async () =>
    (await listTemplates(db(), team.worker, { desk: 'en', reporter: 'en' })).map((one) => one.title);

  it('are added, changed on the version that was seen, and retired without being lost', async () => {
    expect(await addTemplate(db(), team.worker, { slug: 'x', edit: texts })).toMatchObject({
      reason: 'forbidden',
    });
    const added = await addTemplate(db(), team.lead, { slug: 'new-text', edit: texts });
    const id = added.ok ? added.id : '';
    expect(await offered()).toContain('New');
    expect(await editTemplate(db(), team.admin, { id, seen: 1, edit: { ...texts, retired: true } })).toEqual({
      ok: true,
    });
    expect(await offered()).not.toContain('New');
    expect(await editTemplate(db(), team.lead, { id, seen: 1, edit: texts })).toMatchObject({
      reason: 'conflict',
    });
    const kept = (await listAllTemplates(db(), team.lead)).find((one) => one.slug === 'new-text');
    expect(kept).toMatchObject({ retiredAt: START, version: 2 });
    expect(await editTemplate(db(), team.lead, { id, seen: 2, edit: texts })).toEqual({ ok: true });
    expect(await offered()).toContain('New');
    expect(
      await editTemplate(db(), team.lead, { id, seen: 3, edit: { ...texts, textEn: '' } }),
    ).toMatchObject({
      reason: 'text-missing',
    });
  });
});

describe('duty and roles', () => {
  it('an administrator marks who is on duty without being able to be', async () => {
    expect(await setDuty(db(), team.admin, team.worker.id, true)).toEqual({ ok: true });
    expect(await setDuty(db(), team.admin, team.admin.id, true)).toMatchObject({ ok: false });
    expect((await listDuty(db(), team.admin)).map((one) => one.name)).toEqual(['worker']);
    const all = await listForDuty(db(), team.admin);
    expect(all.find((one) => one.name === 'worker')?.since).toEqual(START);
    expect(all.some((one) => one.name === 'admin')).toBe(false);
    expect(await listForDuty(db(), team.worker)).toEqual([]);
  });

  it('roles change on what was seen, end a duty they no longer allow, and are audited', async () => {
    const change = (over: object = {}, by = team.admin) =>
      changeRoles(db(), by, { staffId: team.worker.id, seen: ['CASEWORKER'], roles: ['AUDITOR'], ...over });
    expect(await change({}, team.lead)).toMatchObject({ reason: 'forbidden' });
    expect(await change({ roles: [] })).toMatchObject({ reason: 'roles-missing' });
    expect(await change({ seen: ['INTAKE'] })).toMatchObject({ reason: 'conflict' });
    expect(await change()).toEqual({ ok: true });
    expect(await rolesOf(db(), team.worker.id)).toEqual(['AUDITOR']);
    expect(await listDuty(db(), team.admin)).toEqual([]);
    expect(await acts('account.roles-changed')).toBe(1);
  });

  it('nobody gives themselves a role, and the last administrator stays one', async () => {
    const own = (roles: ('ADMIN' | 'SUPERVISOR' | 'AUDITOR')[]) =>
      changeRoles(db(), team.admin, { staffId: team.admin.id, seen: ['ADMIN'], roles });
    expect(await own(['ADMIN', 'SUPERVISOR'])).toMatchObject({ reason: 'self-add' });
    const made = await changeRoles(db(), team.admin, {
      staffId: team.lead.id,
      seen: ['SUPERVISOR'],
      roles: ['SUPERVISOR', 'ADMIN'],
    });
    expect(made).toEqual({ ok: true });
    const back = { staffId: team.lead.id, seen: ['SUPERVISOR', 'ADMIN'], roles: ['SUPERVISOR'] } as const;
    const twice = await Promise.all([
      changeRoles(db(), team.admin, back),
      changeRoles(db(), team.admin, back),
    ]);
    expect(twice.filter((one) => one.ok)).toHaveLength(1);
    const last = { staffId: team.admin.id, seen: ['ADMIN'], roles: ['AUDITOR'] } as const;
    expect(await changeRoles(db(), team.admin, last)).toMatchObject({ ok: false });
    expect(await rolesOf(db(), team.admin.id)).toEqual(['ADMIN']);
  });
});
