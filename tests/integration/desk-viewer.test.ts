import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sandboxedPart } from '@/app/_request/sandboxed';
import { auditEntries } from '@/db/schema/audit';
import { MINUTE, now, setClock } from '@/lib/clock';
import { CHUNK_BYTES } from '@/lib/evidence/limits';
import { submitReport } from '@/lib/reports/commands';
import { openForReason, openText } from '@/lib/reports/desk/evidence/commands';
import { findPlayed, findShown, mayPlay } from '@/lib/reports/desk/evidence/queries';
import { readReport } from '@/lib/reports/desk/reading/commands';
import { RESIDENT_NUMBER_MASK } from '@/lib/resident-number';
import { ROLES, type Role } from '@/lib/staff/roles';
import type { StaffActor } from '@/lib/staff/session';
import { openTestDatabase, type TestDatabase } from '../support/database';
import { pdfOf, uploadPieces } from '../support/evidence';
import { wavOf } from '../support/made-files';
import { actorFor, makeStaff, type TestStaff } from '../support/staff-actor';
import { LEAST, typeReport } from '../support/typed-report';

const REASON = '목소리가 같은 사람인지 들어 보려고 엽니다';
const CHAT =
  '날짜,보낸 사람,내용\n2025-10-03,가나루,=HYPERLINK("http://example.org") 900101-1234567 <b>살려줘</b>\n';

let database: TestDatabase;
let staff: TestStaff;
let reference: string;
let ids: Record<'chat' | 'voice' | 'pdf', string>;
const voice = wavOf(2 * CHUNK_BYTES + 1_000);
const db = () => database.db;
const as = (...roles: Role[]) => actorFor(staff, roles);

beforeEach(async () => {
  database = await openTestDatabase();
  staff = await makeStaff(db(), '윤담당', ['CASEWORKER']);
  const draft = await typeReport(db(), 'FAMILY', LEAST.FAMILY);
  const send = async (bytes: Buffer, name: string) => (await uploadPieces(db(), draft, bytes, { name })).id;
  ids = {
    chat: await send(Buffer.from(CHAT), '대화.csv'),
    voice: await send(voice, '녹음.wav'),
    pdf: await send(pdfOf(2_000), '계약.pdf'),
  };
  const sent = await submitReport(db(), draft, 'ko');
  if (!sent.ok) throw new Error(sent.reason);
  reference = sent.receipt.reference;
});
afterEach(() => {
  setClock(undefined);
  return database.close();
});

const acts = async () =>
  (await db().select().from(auditEntries))
    .filter(({ act }) => act.startsWith('report.evidence.'))
    .map(({ act, detail }) => [act, detail]);
const read = (actor: StaffActor, fileId = ids.chat, part = 1) =>
  openText(db(), actor, { reference, fileId }, part);
const play = (actor: StaffActor, fileId = ids.voice, text = REASON, submission: string = randomUUID()) =>
  openForReason(db(), actor, { reference, fileId, text, submission }, 'recording');
const playing = (opening: string, fileId = ids.voice) => ({ reference, fileId, opening });

describe('a text of a report', () => {
  it('is read as it is written by whoever reads reports, with numbers hidden, and each part is recorded', async () => {
    for (const role of ROLES) {
      const may = ['INTAKE', 'CASEWORKER', 'SUPERVISOR'].includes(role);
      const before = (await acts()).length;
      const opened = await read(as(role));
      expect([role, opened !== null]).toEqual([role, may]);
      expect((await acts()).length - before).toBe(Number(may));
      if (opened)
        expect(opened).toEqual({
          text: CHAT.replace('900101-1234567', RESIDENT_NUMBER_MASK),
          masked: 1,
          isLast: true,
        });
    }
    expect((await acts())[0]).toEqual(['report.evidence.read', { file: ids.chat, variant: 'TEXT', part: 1 }]);
  });

  it('is not what is no text, not another part than it has, not another report’s, and nothing that a scanner found', async () => {
    const worker = as('CASEWORKER');
    for (const fileId of [ids.voice, ids.pdf, randomUUID(), 'x']) {
      expect(await read(worker, fileId)).toBeNull();
      expect((await findShown(db(), worker, { reference, fileId }))?.viewer ?? null).toBe(
        fileId === ids.voice ? 'AUDIO' : null,
      );
    }
    expect(await openText(db(), worker, { reference: 'NR-2222-2222', fileId: ids.chat }, 1)).toBeNull();
    expect(await acts()).toEqual([]);
    for (const part of [2, 9999]) expect(await read(worker, ids.chat, part)).toBeNull();
    // What showed nothing is no reading.
    expect(await acts()).toEqual([]);
    await db().execute(sql`update evidence_files set scan_state = 'INFECTED'`);
    expect(await read(worker)).toBeNull();
    expect(await findShown(db(), worker, { reference, fileId: ids.chat })).toBeNull();
  });
});

describe('a recording of a report', () => {
  it('is the original: opened by whoever may have that, for a reason that every reader sees, and recorded', async () => {
    for (const role of ROLES) {
      const may = ['CASEWORKER', 'SUPERVISOR'].includes(role);
      expect([role, (await play(as(role))).ok]).toEqual([role, may]);
    }
    const worker = as('CASEWORKER');
    expect(await play(worker, ids.voice, '듣자')).toMatchObject({ reason: 'too-short' });
    for (const fileId of [ids.chat, ids.pdf])
      expect(await play(worker, fileId)).toMatchObject({ reason: 'unknown' });
    expect((await acts()).map(([act]) => act)).toEqual(['report.evidence.played', 'report.evidence.played']);
    const report = await readReport(db(), as('INTAKE'), reference);
    expect(report?.notes).toMatchObject([{ text: REASON, about: 'recording' }, { about: 'recording' }]);
  });

  it('plays for who opened it, this file alone, for an hour', async () => {
    const worker = as('CASEWORKER');
    const opened = await play(worker);
    if (!opened.ok) throw new Error(opened.reason);
    const { note } = opened;
    const colleague = actorFor(await makeStaff(db(), '한동료', ['CASEWORKER']), ['CASEWORKER']);
    expect(await mayPlay(db(), worker, playing(note))).toBe(true);
    expect(await mayPlay(db(), colleague, playing(note))).toBe(false);
    expect(await mayPlay(db(), as('INTAKE'), playing(note))).toBe(false);
    for (const wrong of [playing(note, ids.pdf), playing(randomUUID()), playing('x')])
      expect(await findPlayed(db(), worker, wrong)).toBeNull();
    // The reason for which an original was taken away opens no player.
    const taken = { reference, fileId: ids.voice, text: REASON, submission: 'away' };
    const away = await openForReason(db(), worker, taken, 'evidence');
    if (!away.ok) throw new Error(away.reason);
    expect(await mayPlay(db(), worker, playing(away.note))).toBe(false);
    const at = now().getTime();
    setClock(new Date(at + 59 * MINUTE));
    expect(await mayPlay(db(), worker, playing(note))).toBe(true);
    setClock(new Date(at + 61 * MINUTE));
    expect(await mayPlay(db(), worker, playing(note))).toBe(false);
  });

  it('goes out in the parts that a player asks for, and is byte by byte what was handed in', async () => {
    const worker = as('CASEWORKER');
    const opened = await play(worker);
    if (!opened.ok) throw new Error(opened.reason);
    const ask = async (range: string | null) => {
      const file = await findPlayed(db(), worker, playing(opened.note));
      if (!file) throw new Error('nothing to play');
      const answer = sandboxedPart(file, range);
      return { answer, bytes: Buffer.from(await answer.arrayBuffer()) };
    };
    const all = await ask(null);
    expect([all.answer.status, all.bytes.equals(voice)]).toEqual([200, true]);
    expect(all.answer.headers.get('accept-ranges')).toBe('bytes');
    const border = await ask(`bytes=${CHUNK_BYTES - 3}-${CHUNK_BYTES + 4}`);
    expect(border.answer.status).toBe(206);
    expect(border.bytes.equals(voice.subarray(CHUNK_BYTES - 3, CHUNK_BYTES + 5))).toBe(true);
    expect(border.answer.headers.get('content-range')).toBe(
      `bytes ${CHUNK_BYTES - 3}-${CHUNK_BYTES + 4}/${voice.length}`,
    );
    const end = await ask('bytes=-10');
    expect(end.bytes.equals(voice.subarray(-10))).toBe(true);
    const past = await ask(`bytes=${voice.length}-`);
    expect([past.answer.status, past.bytes.length]).toEqual([416, 0]);
    for (const { answer } of [all, border, past]) {
      expect(answer.headers.get('cache-control')).toBe('no-store');
      expect(answer.headers.get('content-security-policy')).toContain("sandbox; default-src 'none'");
    }
  });
});
