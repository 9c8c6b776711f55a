import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest';
import { fullReport } from '@/bin/support/prove/full-report';
import { reportRequests, reports } from '@/db/schema/reports';
import { describeError } from '@/lib/errors';
import { describeFile } from '@/lib/evidence/commands';
import { log } from '@/lib/log';
import { submitReport } from '@/lib/reports/commands';
import { addNote, changeState, sendMessage } from '@/lib/reports/desk/commands';
import { openCompartment } from '@/lib/reports/desk/compartment/commands';
import { createDraft } from '@/lib/reports/draft/commands';
import { saveQuietly } from '@/lib/reports/draft/quiet-save/commands';
import { sendFromReporter } from '@/lib/reports/mailbox/commands';
import { findByReceipt } from '@/lib/reports/mailbox/queries';
import { askToWithdraw, decideRequest } from '@/lib/reports/requests/commands';
import { submitSos } from '@/lib/reports/sos/commands';
import { makeNonce } from '@/lib/reports/sos/nonce';
import { reporterKinds } from '@/lib/urgency/answers';
import { sealCookie } from '@/lib/vault/cookie';
import { typeAddition } from '../support/added';
import { openTestDatabase, type TestDatabase } from '../support/database';
import { dumpDatabase, findIn } from '../support/database-dump';
import { pdfOf, uploadPieces } from '../support/evidence';
import { actorFor, makeStaff, PASSWORD } from '../support/staff-actor';
import { fileReport, LEAST, reportRow, storedAnswers, typeReport } from '../support/typed-report';

/** Typed somewhere on the way; may be found nowhere. */
const TYPED = {
  note: '억새밭 메모 한 줄',
  message: '갈대숲 답장 한 줄',
  reply: '민들레 추가 사실',
  reason: '엉겅퀴 처리 사유',
  sos: '도라지꽃 살려 주세요',
  reach: '@dorajikkot_reach',
  draft: '보내지 않은 쑥부쟁이',
  quiet: '적는 중인 꿀풀',
  added: '더 알려 준 각시붓꽃',
  addedTask: '시켜서 한 일 매발톱',
  withdrawal: '그만두려는 까닭 노루귀',
  decision: '요청에 대한 답 복수초',
  opening: '따로 보는 까닭 얼레지',
  caption: '사진 설명 금낭화',
  fileName: '동자꽃-여권.pdf',
  name: '담당자 개망초',
  email: 'gaemangcho@staff.example',
};

let database: TestDatabase;
const db = () => database.db;
const secrets: string[] = [...Object.values(TYPED), PASSWORD];
const printed: string[] = [];
let dump = '';

beforeAll(async () => {
  database = await openTestDatabase();
  for (const stream of [process.stdout, process.stderr])
    vi.spyOn(stream, 'write').mockImplementation((chunk) => {
      printed.push(typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString('utf8'));
      return true;
    });
  try {
    await journey();
  } finally {
    vi.restoreAllMocks();
  }
  dump = await dumpDatabase(database.url);
});
afterAll(() => database.close());

/** Everything that a person and the desk can type, typed. */
async function journey(): Promise<void> {
  const staff = await makeStaff(db(), TYPED.name, ['SUPERVISOR'], TYPED.email);
  const actor = actorFor(staff, ['SUPERVISOR']);
  let reference = '';
  for (const kind of reporterKinds) {
    const { answers, words } = fullReport(kind);
    const { receipt } = await fileReport(db(), kind, { ...LEAST[kind], ...answers });
    secrets.push(...words, receipt.code, receipt.code.replaceAll('-', ''));
    expect(await storedAnswers(db(), receipt.reference)).toMatchObject({ K1: ['AGREE'] });
    const reportId = (await findByReceipt(db(), receipt.code)) ?? '';
    await sendFromReporter(db(), reportId, TYPED.reply, randomUUID());
    reference = receipt.reference;
  }
  const submission = randomUUID();
  expect(await addNote(db(), actor, { reference, text: TYPED.note, submission })).toMatchObject({ ok: true });
  await sendMessage(db(), actor, { reference, text: TYPED.message, submission });
  const { receipt } = await fileReport(db(), 'PRO', { ...LEAST.PRO, contact_risk: ['SAFE'] });
  const open = { reference: receipt.reference, text: TYPED.message, submission: randomUUID() };
  expect(await sendMessage(db(), actor, open)).toMatchObject({ ok: true });
  await changeState(db(), actor, { reference, action: 'SCREEN', seen: 'RECEIVED', reason: '' });
  const abuse = { reference, action: 'MARK_ABUSE', seen: 'SCREENING', reason: TYPED.reason } as const;
  expect(await changeState(db(), actor, abuse)).toMatchObject({ ok: true });

  const nonce = await makeNonce(db());
  const sos = { nonce, narrative: TYPED.sos, reach: TYPED.reach, thirdParty: false, locale: 'ko' } as const;
  const sent = await submitSos(db(), sos);
  secrets.push(nonce, sent.receipt.code);
  const reportId = (await findByReceipt(db(), receipt.code)) ?? '';
  const told = { S1: { narrative: [TYPED.added] }, S6: { compelled_how: [TYPED.addedTask] } };
  const addition = await typeAddition(db(), reportId, 'PRO', told);
  const file = await uploadPieces(db(), addition, pdfOf(2_000), { name: TYPED.fileName });
  expect(await describeFile(db(), addition, file.id, { caption: TYPED.caption })).toMatchObject({ ok: true });
  expect(await submitReport(db(), addition, 'ko')).toMatchObject({ ok: true });
  const reading = { reference: receipt.reference, text: TYPED.opening, submission: randomUUID() };
  expect(await openCompartment(db(), actor, reading)).toMatchObject({ ok: true });
  expect(await askToWithdraw(db(), reportId, TYPED.withdrawal, randomUUID())).toEqual({ ok: true });
  const [request] = await db().select().from(reportRequests);
  const deciding = { reference: receipt.reference, request: request?.id ?? '', text: TYPED.decision };
  expect(await decideRequest(db(), actor, { ...deciding, decision: 'DECLINED' })).toMatchObject({ ok: true });
  const page = { page: randomUUID(), after: '' };
  const writing = await createDraft(db(), 'FAMILY');
  expect(await saveQuietly(db(), writing, { S1: { narrative: [TYPED.quiet] } }, 0, page)).toEqual({
    ok: true,
  });

  const draft = await typeReport(db(), 'FAMILY', { narrative: [TYPED.draft], harm_now: ['SELF_HARM'] });
  secrets.push(await sealCookie(db(), 'naru_draft', { draft }));

  // What a fault would log, with an answer among the parameters of the query that broke.
  const broken = db()
    .update(reports)
    .set({ kind: TYPED.sos, locale: TYPED.note })
    .catch((error: unknown) => log.error('test.broken', describeError(error)));
  await broken;
  await createDraft(db(), 'PRO');
}

describe('after everything was typed', () => {
  it('the database holds none of the words and none of the sealed codes', () => {
    expect(secrets.length).toBeGreaterThan(300);
    expect(findIn(dump, [...new Set(secrets)])).toEqual([]);
  });

  it('the search would have found them: what is in the clear is found', async () => {
    for (const clear of ['KH-', 'RISKY', 'SELF_DANGER', 'MARK_ABUSE', 'SUPERVISOR'])
      expect(findIn(dump, [clear])).toEqual([clear]);
  });

  it('the row of a report holds what security.md lists, and bytes that cannot be read', async () => {
    const { receipt } = await fileReport(db(), 'FAMILY', LEAST.FAMILY);
    expect(Object.keys(await reportRow(db(), receipt.reference)).toSorted()).toEqual([
      'assignedTo',
      'contactReleasedAt',
      'contactRisk',
      'id',
      'inStatistics',
      'kind',
      'legalHold',
      'level',
      'levelManual',
      'locale',
      'lookAgainAt',
      'openedAt',
      'periodId',
      'points',
      'province',
      'receiptDigest',
      'receivedAt',
      'reference',
      'state',
      'stateChangedAt',
      'submissionKey',
      'viaSos',
    ]);
  });

  it('nothing of it was printed, and a fault says no more than where it was', () => {
    const text = printed.join('');
    expect(text).toContain('test.broken');
    expect(findIn(text, [...new Set(secrets)])).toEqual([]);
  });

  it('the log of the database server holds nothing of it, refused statements included', async () => {
    const server = await serverLog();
    // A server that somebody gave us keeps its log where we may not look; our own does not.
    if (inject('adminUrl') !== inject('applicationUrl'))
      expect(server).toContain('violates check constraint');
    expect(findIn(server, [...new Set(secrets)])).toEqual([]);
  });
});

async function serverLog(): Promise<string> {
  const client = new pg.Client({ connectionString: inject('adminUrl') });
  await client.connect();
  try {
    const { rows } = await client.query<{ log: string | null }>(
      "select pg_read_file('server.log', 0, 100000000, true) as log",
    );
    return rows[0]?.log ?? '';
  } catch {
    return '';
  } finally {
    await client.end();
  }
}
