import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { auditEntries } from '@/db/schema/audit';
import { casePersons } from '@/db/schema/cases';
import { linkReport, promoteReport, unlinkReport } from '@/lib/cases/grouping/commands';
import { setCaseLevel, setReportLevel } from '@/lib/cases/levels/commands';
import { addKnownPerson } from '@/lib/cases/people/commands';
import { readCase } from '@/lib/cases/reading/commands';
import { assignReport, liftRecusal, recuse } from '@/lib/cases/team/commands';
import { letBackToReport } from '@/lib/cases/team/stepping-back/from-report/commands';
import { processWaiting } from '@/lib/evidence/commands';
import { submitReport } from '@/lib/reports/commands';
import { addNote, changeState, sendMessage } from '@/lib/reports/desk/commands';
import { openCompartment, readCompartment } from '@/lib/reports/desk/compartment/commands';
import { openCopy, openOriginal } from '@/lib/reports/desk/evidence/commands';
import { listQueue } from '@/lib/reports/desk/queries';
import { readReport } from '@/lib/reports/desk/reading/commands';
import { findByReceipt } from '@/lib/reports/mailbox/queries';
import { askToWithdraw, decideRequest } from '@/lib/reports/requests/commands';
import { readRequests } from '@/lib/reports/requests/queries';
import { listPendingApprovals } from '@/lib/staff/approvals/queries';
import type { StaffActor } from '@/lib/staff/session';
import { openDataKey } from '@/lib/vault/commands';
import { openTestDatabase, type TestDatabase } from '../support/database';
import { caseRow, makeTeam, on, openTestCase, screenedReport, type Team } from '../support/desk-team';
import { photoOf, uploadPieces } from '../support/evidence';
import { LEAST, typeReport } from '../support/typed-report';

const REASON = '건물 번호를 지도와 맞춰 보려고 엽니다';
const ALL = { state: 'ALL', level: null, after: null } as const;

let database: TestDatabase;
let team: Team;
let reference: string;
let number: string;
/** A case that nobody stepped back from. */
let another: string;
let fileId: string;
let opening: string;
let request: string;
const db = () => database.db;

/** A report with a photo, a compartment and a request, in a case with a person, from which `other` steps back. */
beforeAll(async () => {
  database = await openTestDatabase();
  team = await makeTeam(db());
  const told = { name_ko: ['가나루'], compelled_how: ['전화를 걸게 했다'], contact_risk: ['SAFE'] };
  const draft = await typeReport(db(), 'SELF_DANGER', { ...LEAST.SELF_DANGER, ...told });
  fileId = (await uploadPieces(db(), draft, await photoOf(64, 48))).id;
  await processWaiting(db(), { most: 5 });
  const sent = await submitReport(db(), draft, 'ko');
  if (!sent.ok) throw new Error(sent.reason);
  reference = sent.receipt.reference;
  const reportId = (await findByReceipt(db(), sent.receipt.code)) ?? '';
  await askToWithdraw(db(), reportId, '그만두고 싶어요', randomUUID());
  request =
    (await readRequests(db(), reportId, await openDataKey(db(), { kind: 'report', id: reportId })))[0]?.id ??
    '';
  await changeState(db(), team.intake, { reference, action: 'SCREEN', seen: 'RECEIVED', reason: '' });
  const made = await promoteReport(db(), team.intake, reference);
  if (!made.ok) throw new Error(made.reason);
  number = made.number;
  const opened = await openCompartment(db(), team.other, writing(REASON));
  if (!opened.ok) throw new Error(opened.reason);
  opening = opened.opening;
  await recuse(db(), team.other, await on(db(), number), { staffId: team.other.id, reason: '아는 사람' });
  another = (await openTestCase(db(), team.intake)).number;
}, 60_000);
afterAll(() => database.close());

const writing = (text: string) => ({ reference, text, submission: randomUUID() });

/** Every way to a report at the desk, tried; answers those that opened or changed something. */
async function waysIn(actor: StaffActor): Promise<string[]> {
  const original = { reference, fileId, text: REASON, submission: randomUUID() };
  const deciding = { reference, request, decision: 'DECLINED', text: '확인했습니다' } as const;
  const state = { reference, action: 'SCREEN', seen: 'RECEIVED', reason: '' } as const;
  const changed = await changeState(db(), actor, state);
  const level = await setReportLevel(db(), actor, reference, { level: 'U1', seen: 'U5', reason: REASON });
  const promoted = await promoteReport(db(), actor, reference);
  const linked = await linkReport(db(), actor, await on(db(), another), reference);
  const ways: Record<string, boolean> = {
    readReport: (await readReport(db(), actor, reference)) !== null,
    listQueue: (await listQueue(db(), actor, ALL)).rows.some((row) => row.reference === reference),
    openCopy: (await openCopy(db(), actor, { reference, fileId }, 'COPY')) !== null,
    openThumbnail: (await openCopy(db(), actor, { reference, fileId }, 'THUMBNAIL')) !== null,
    openOriginal: (await openOriginal(db(), actor, original)).ok,
    openCompartment: (await openCompartment(db(), actor, writing(REASON))).ok,
    readCompartment: (await readCompartment(db(), actor, { reference, opening })) !== null,
    addNote: (await addNote(db(), actor, writing('메모'))).ok,
    // Until the request to withdraw is answered, nobody is written to.
    decideRequest: (await decideRequest(db(), actor, deciding)).ok,
    sendMessage: (await sendMessage(db(), actor, writing('어디신가요'))).ok,
    // Without having stepped back it is a conflict: the report is in a case, and that says where it stands.
    changeState: changed.ok || changed.reason === 'conflict',
    assignReport: (await assignReport(db(), actor, reference, { staffId: actor.id, seen: null })).ok,
    // The same: a conflict says which level stands.
    setReportLevel: !level.ok && level.reason === 'level-conflict',
    // And which case it is in.
    promoteReport: !promoted.ok && promoted.reason === 'report-conflict' && promoted.case === number,
    linkReport: !linked.ok && linked.reason === 'report-conflict' && linked.case === number,
  };
  return Object.keys(ways).filter((way) => ways[way]);
}

const trail = async () => (await db().select().from(auditEntries)).length;

describe('who has stepped back from a case', () => {
  it('opens none of its reports, nor their files and compartment, and changes nothing of them', async () => {
    const before = await trail();
    expect(await waysIn(team.other)).toEqual([]);
    expect(await trail()).toBe(before);
  });

  it('sees no request about it that waits for a second person, nor one about its reports', async () => {
    const lowering = { level: 'U5', reason: '다시 보니 낮다' } as const;
    expect(await setCaseLevel(db(), team.worker, await on(db(), number), lowering)).toMatchObject({
      waits: true,
    });
    expect(await listPendingApprovals(db(), team.lead)).toHaveLength(1);
    expect(await listPendingApprovals(db(), team.other)).toEqual([]);
  });

  it('cannot bring its people into another case to read them there', async () => {
    const [person] = await db()
      .select({ id: casePersons.personId })
      .from(casePersons)
      .where(eq(casePersons.caseId, (await caseRow(db(), number)).id));
    const elsewhere = await openTestCase(db(), team.intake);
    const add = async (actor: StaffActor) =>
      addKnownPerson(db(), actor, await on(db(), elsewhere.number), person?.id ?? '');
    expect(await add(team.other)).toMatchObject({ reason: 'unknown-person' });
    expect((await readCase(db(), team.other, elsewhere.number))?.people).toEqual([]);
    expect(await add(team.worker)).toEqual({ ok: true });
  });

  it('was refused for that alone: a colleague comes in by every way, and so do they once let back', async () => {
    const all = await waysIn(team.worker);
    // A request is decided once, what was opened belongs to who opened it, and a caseworker takes what nobody has.
    expect(all).toEqual([
      'readReport',
      'listQueue',
      'openCopy',
      'openThumbnail',
      'openOriginal',
      'openCompartment',
      'readCompartment',
      'addNote',
      'decideRequest',
      'sendMessage',
      'changeState',
      'assignReport',
      'setReportLevel',
      'promoteReport',
      'linkReport',
    ]);
    await liftRecusal(db(), team.lead, await on(db(), number), team.other.id);
    expect(await waysIn(team.other)).toEqual(
      all.filter((way) => !['decideRequest', 'assignReport'].includes(way)),
    );
  });

  it('may read a report that was found not to belong to the case once a supervisor lets them', async () => {
    const second = await openTestCase(db(), team.intake);
    const wrong = await screenedReport(db(), team.intake);
    await linkReport(db(), team.worker, await on(db(), second.number), wrong.reference);
    await recuse(db(), team.other, await on(db(), second.number), { staffId: team.other.id, reason: '가족' });
    expect(await readReport(db(), team.other, wrong.reference)).toBeNull();
    await unlinkReport(db(), team.worker, await on(db(), second.number), wrong.reference, '다른 사람');
    expect(await readReport(db(), team.other, wrong.reference)).toBeNull();
    await letBackToReport(db(), team.lead, wrong.reference, team.other.id);
    expect(await readReport(db(), team.other, wrong.reference)).not.toBeNull();
    expect(await readReport(db(), team.other, second.report.reference)).toBeNull();
  });
});
