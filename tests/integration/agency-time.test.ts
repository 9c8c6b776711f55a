import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { auditEntries } from '@/db/schema/audit';
import { outbox } from '@/db/schema/outbox';
import { runClocks } from '@/lib/cases/escalating/commands';
import { setCaseLevel } from '@/lib/cases/levels/commands';
import { listWork } from '@/lib/cases/queue/queries';
import { stepCase } from '@/lib/cases/workflow/commands';
import { HOUR, setClock } from '@/lib/clock';
import { editAgency } from '@/lib/referrals/agencies/commands';
import { listAgencies } from '@/lib/referrals/agencies/queries';
import { draftReferral, sendReferral } from '@/lib/referrals/commands';
import { loadReference } from '@/seeds/reference/load';
import { caseRow, endCase, on, openTestCase } from '../support/desk-team';
import { openDesk } from '../support/open-desk';

const START = new Date('2025-10-10T03:00:00Z');
const later = (ms: number) => setClock(new Date(START.getTime() + ms));
/** U2: an agency has four hours. */
const CONFINED = { S1: { situation: ['CONFINED'] } };
const SLUG = 'consular-safety';

const { db, team } = openDesk(START);

beforeAll(async () => {
  await loadReference(db());
});

async function agency() {
  const found = (await listAgencies(db(), team.worker)).find(({ slug }) => slug === SLUG);
  if (!found) throw new Error('no agency');
  return found;
}

async function allow(ackHours: number | null, actor = team.lead) {
  const { id, slug: _slug, position: _position, version, ...edit } = await agency();
  return editAgency(db(), actor, { id, seen: version, edit: { ...edit, ackHours } });
}

async function send({ number, report }: Awaited<ReturnType<typeof openTestCase>>) {
  const draft = {
    agencyId: (await agency()).id,
    basis: 'LIFE_IN_DANGER',
    message: '소재 확인을 요청합니다',
    reportIds: [report.id],
    personIds: [],
  } as const;
  const written = await draftReferral(db(), team.worker, await on(db(), number), draft);
  const id = written.ok && 'referralId' in written ? (written.referralId ?? '') : '';
  expect(await sendReferral(db(), team.worker, await on(db(), number), id)).toMatchObject({ ok: true });
}

/** In hours from the start. */
async function dueAt(number: string): Promise<number | null> {
  const due = (await caseRow(db(), number)).agencyDueAt;
  return due && (due.getTime() - START.getTime()) / HOUR;
}

describe('an agency’s own time to acknowledge', () => {
  it('is a whole number of hours or none, makes no other agency of it, and stands in the audit', async () => {
    for (const hours of [0, -1, 721, 1.5, Number.NaN])
      expect(await allow(hours)).toMatchObject({ reason: 'bad-hours' });
    expect(await allow(12, team.worker)).toMatchObject({ reason: 'forbidden' });
    expect(await allow(12, team.admin)).toMatchObject({ ok: true });
    expect(await agency()).toMatchObject({ ackHours: 12, openedBy: null });
    const changes = await db().select().from(auditEntries).where(eq(auditEntries.act, 'agency.changed'));
    expect(changes).toMatchObject([{ actorId: team.admin.id, detail: { ackHours: 12 } }]);
    expect(await allow(null)).toMatchObject({ ok: true });
    expect((await agency()).ackHours).toBeNull();
  });

  it('counts where it is sooner than the level’s; then the desk says that the agency is silent, and tells of it', async () => {
    await allow(2);
    const { id, number, ...made } = await openTestCase(db(), team.intake, CONFINED);
    await send({ id, number, ...made });
    expect(await dueAt(number)).toBe(2);
    const view = { view: 'agency-silent', level: null, kind: null, province: null, after: null } as const;
    const silent = async () => (await listWork(db(), team.worker, view)).items.map(({ ref }) => ref);
    const told = async () =>
      (await db().select().from(outbox).where(eq(outbox.subjectId, id)))
        .filter(({ detail }) => detail.clock === 'AGENCY')
        .map(({ detail }) => detail.percent);
    later(HOUR);
    await runClocks(db());
    expect([await silent(), new Set(await told())]).toEqual([[], new Set([50])]);
    later(2 * HOUR);
    await runClocks(db());
    expect(await silent()).toEqual([number]);
    expect(new Set(await told())).toEqual(new Set([50, 80, 100]));
  });

  it('never gives more time than the level, and what was sent keeps the time it was sent under', async () => {
    await allow(100);
    const slow = await openTestCase(db(), team.intake, CONFINED);
    await send(slow);
    expect(await dueAt(slow.number)).toBe(4);
    await allow(3);
    const soon = await openTestCase(db(), team.intake, CONFINED);
    await send(soon);
    await allow(1);
    expect(await dueAt(soon.number)).toBe(3);
    const raising = { level: 'U1', reason: '더 급하다' } as const;
    expect(await setCaseLevel(db(), team.lead, await on(db(), soon.number), raising)).toMatchObject({
      ok: true,
    });
    expect(await dueAt(soon.number)).toBe(0.5);
  });

  it('is taken anew by a case that is opened again', async () => {
    await allow(null);
    const made = await openTestCase(db(), team.intake, CONFINED);
    await send(made);
    expect(await dueAt(made.number)).toBe(4);
    await endCase(db(), team, made.number, { disposition: 'TRANSFERRED_OUT', reason: '다른 곳에서 맡음' });
    await allow(3);
    const reopening = { action: 'REOPEN', reason: '새 연락' } as const;
    await stepCase(db(), team.lead, await on(db(), made.number), reopening);
    expect(await dueAt(made.number)).toBe(3);
  });
});
