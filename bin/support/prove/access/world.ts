import { randomUUID } from 'node:crypto';
import { and, eq, isNull } from 'drizzle-orm';
import sharp from 'sharp';
import type { Db } from '@/db/client';
import { casePersons, cases } from '@/db/schema/cases';
import { outbox } from '@/db/schema/outbox';
import { caseSites, sites } from '@/db/schema/sites';
import { staffInvitations } from '@/db/schema/staff';
import { breakGlass } from '@/lib/cases/contact/commands';
import { linkReport, promoteReport } from '@/lib/cases/grouping/commands';
import { setCaseLevel } from '@/lib/cases/levels/commands';
import { addKnownPerson, recordFact } from '@/lib/cases/people/commands';
import { planReturn } from '@/lib/cases/returns/commands';
import { addCaseNote, addTask, recuse } from '@/lib/cases/team/commands';
import { recuseFromReport } from '@/lib/cases/team/stepping-back/from-report/commands';
import { closeCase, stepCase } from '@/lib/cases/workflow/commands';
import { beginUpload, describeFile, processWaiting, writePiece } from '@/lib/evidence/commands';
import { addCaseSite, type SiteChoice } from '@/lib/linking/sites/commands';
import { NO_SITE } from '@/lib/linking/sites/site-record';
import { addAgency } from '@/lib/referrals/agencies/commands';
import { listAgencies } from '@/lib/referrals/agencies/queries';
import { draftReferral } from '@/lib/referrals/commands';
import { submitReport } from '@/lib/reports/commands';
import { addNote, changeState, sendMessage } from '@/lib/reports/desk/commands';
import { createDraft, saveSections } from '@/lib/reports/draft/commands';
import { findByReceipt } from '@/lib/reports/mailbox/queries';
import { askToWithdraw } from '@/lib/reports/requests/commands';
import { readRequests } from '@/lib/reports/requests/queries';
import { indexDue } from '@/lib/search/indexing/commands';
import { saveOperator } from '@/lib/settings/commands';
import { findSetting } from '@/lib/settings/queries';
import { disableAccount } from '@/lib/staff/accounts/commands';
import { inviteStaff } from '@/lib/staff/commands';
import type { Role } from '@/lib/staff/roles';
import { revokeSessions } from '@/lib/staff/sessions/commands';
import { openDataKey } from '@/lib/vault/commands';
import { join, type Member } from './people';
import { Visitor } from './visitor';

/** The letters of the expected table. */
export const ROLE_OF = { I: 'INTAKE', C: 'CASEWORKER', S: 'SUPERVISOR', A: 'AUDITOR', D: 'ADMIN' } as const;
export type Letter = keyof typeof ROLE_OF;
export const LETTERS = Object.keys(ROLE_OF) as Letter[];

/** A report of its own, not in a case. */
export type Loose = { reference: string; reportId: string };
/** A case with everything that hangs on one. `word` stands in every text of it and nowhere else. */
export type Matter = Loose & {
  word: string;
  number: string;
  caseId: string;
  personId: string;
  taskId: string;
  approvalId: string;
  referralId: string;
  fileId: string;
  textId: string;
  recordingId: string;
  requestId: string;
  siteLinkId: string;
  returnId: string;
  /** A second report of the case, which can be taken out of it. */
  second: Loose;
  /** Only in what the person was made to do, and only in their position. */
  apart: string;
  position: string;
};

export type World = {
  /** One a role. Those who work on cases have stepped back from `barred`. */
  role: Record<Letter, Member>;
  /** Colleagues who have not: they are shown its forms. */
  insider: Record<Letter, Member>;
  stranger: Visitor;
  /** Signed in once, whose session is over. */
  lapsed: Member;
  /** An account that nothing depends on. */
  bystander: Member;
  /** An account that is shut. */
  shut: Member;
  open: Matter;
  other: Matter;
  barred: Matter;
  /** A case that has ended, with its report and its person; the rest of it is the open one's. */
  closed: Matter;
  /** Not in a case: as it came, in screening three times, one whose reporter may be written to because somebody broke the glass. */
  received: Loose;
  screening: Loose;
  linkable: Loose;
  settled: Loose;
  released: Loose;
  /** In no case, and those who try have stepped back from it. */
  shunned: Loose & Pick<Matter, 'word' | 'fileId' | 'textId' | 'recordingId'>;
  siteId: string;
  invitationId: string;
  agency: { id: string; slug: string };
  /** One that a supervisor has added and nobody has confirmed. */
  opened: { id: string; slug: string };
};

export async function fileReport(
  db: Db,
  word: string,
  risk: string,
): Promise<Loose & { code: string } & Pick<Matter, 'fileId' | 'textId' | 'recordingId'>> {
  const draft = await createDraft(db, 'SELF_DANGER');
  const saved = await saveSections(
    db,
    draft,
    {
      S0: { contact_risk: [risk] },
      S1: { situation: ['CONFINED'], narrative: [`${word} 건물에 갇혀 있어요`] },
      S2: { name_ko: [`${word}이`] },
      S6: { compelled_how: [`${word}따로 전화를 걸게 했다`] },
    },
    0,
    'ko',
  );
  if (!saved.ok) throw new Error(saved.reason);
  const photo = await sharp({ create: { width: 64, height: 48, channels: 3, background: '#8899aa' } })
    .jpeg()
    .toBuffer();
  const fileId = await handIn(db, draft, `${word}.jpg`, photo);
  await describeFile(db, draft, fileId, { caption: `${word} 정문` });
  const textId = await handIn(db, draft, `${word}.txt`, Buffer.from(`${word} 대화 내용입니다`));
  const recordingId = await handIn(db, draft, `${word}.wav`, SILENCE);
  await processWaiting(db, { most: 5 });
  const sent = await submitReport(db, draft, 'ko');
  if (!sent.ok) throw new Error(JSON.stringify(sent));
  const { reference, code } = sent.receipt;
  return { reference, code, reportId: (await findByReceipt(db, code)) ?? '', fileId, textId, recordingId };
}

/** A recording that says what it is, and then nothing. */
const SILENCE = Buffer.concat([Buffer.from('RIFF\x54\0\0\0WAVEfmt \x10\0\0\0'), Buffer.alloc(72)]);

async function handIn(db: Db, draft: string, name: string, bytes: Buffer): Promise<string> {
  const begun = await beginUpload(db, draft, { field: 'files', name, size: bytes.length });
  if (!begun.ok) throw new Error(begun.reason);
  must(await writePiece(db, draft, begun.id, 0, bytes));
  return begun.id;
}

async function screen(db: Db, by: Member, reference: string): Promise<void> {
  must(await changeState(db, by.actor, { reference, action: 'SCREEN', seen: 'RECEIVED', reason: '' }));
}

function must<Result extends { ok: boolean }>(result: Result): Result & { ok: true } {
  if (!result.ok) throw new Error(JSON.stringify(result));
  return result as Result & { ok: true };
}

/** A case with everything that hangs on one. */
export async function makeMatter(db: Db, by: Member, word: string, choice: SiteChoice): Promise<Matter> {
  const { code, ...report } = await fileReport(db, word, 'SAFE');
  const { reference, reportId } = report;
  await screen(db, by, reference);
  const writing = (text: string) => ({ reference, text: `${word} ${text}`, submission: randomUUID() });
  must(await addNote(db, by.actor, writing('메모')));
  must(await sendMessage(db, by.actor, writing('어디신가요')));
  must(await askToWithdraw(db, reportId, `${word} 그만둘래요`, randomUUID()));
  const key = await openDataKey(db, { kind: 'report', id: reportId });
  const requestId = (await readRequests(db, reportId, key))[0]?.id ?? '';
  const { number } = must(await promoteReport(db, by.actor, reference)) as { number: string };
  const on = async () => {
    const [row] = await db.select().from(cases).where(eq(cases.number, number));
    if (!row) throw new Error('no case');
    return { number, seen: row.version, submission: randomUUID(), row };
  };
  const caseId = (await on()).row.id;
  must(await stepCase(db, by.actor, await on(), { action: 'TRIAGE', reason: '' }));
  must(await stepCase(db, by.actor, await on(), { action: 'VERIFY', reason: '' }));
  must(await addCaseNote(db, by.actor, await on(), `${word} 사건 메모`));
  const task = must(
    await addTask(db, by.actor, await on(), { text: `${word} 할 일`, ownerId: by.id, dueAt: null }),
  );
  const [person] = await db
    .select({ id: casePersons.personId })
    .from(casePersons)
    .where(and(eq(casePersons.caseId, caseId), isNull(casePersons.removedAt)));
  const personId = person?.id ?? '';
  const position = `${word}처지`;
  const fact = { value: 'PRESUMED_VICTIM' as const, note: position };
  must(await recordFact(db, by.actor, await on(), { personId, axis: 'POSITION', fact }));
  const lowering = { level: 'U5' as const, reason: `${word} 낮춰 보입니다` };
  const asked = must(await setCaseLevel(db, by.actor, await on(), lowering));
  const agency = (await listAgencies(db, by.actor)).find((one) => !one.blocked && one.inUse);
  const referral = must(
    await draftReferral(db, by.actor, await on(), {
      agencyId: agency?.id ?? '',
      basis: 'LIFE_IN_DANGER',
      message: `${word} 소재 확인을 요청합니다`,
      reportIds: [reportId],
      personIds: [personId],
    }),
  );
  must(
    await draftReferral(db, by.actor, await on(), {
      agencyId: (await listAgencies(db, by.actor)).find((one) => one.blocked && one.inUse)?.id ?? '',
      basis: 'LAW',
      message: `${word} 막힌 곳에 보낼 글`,
      reportIds: [reportId],
      personIds: [],
    }),
  );
  const second = await fileReport(db, word, 'SAFE');
  await screen(db, by, second.reference);
  must(await linkReport(db, by.actor, await on(), second.reference));
  const link = { building: `${word}동`, floor: '', room: '', knownOn: '', source: '' };
  must(await addCaseSite(db, by.actor, await on(), { choice, personId: null, link }));
  const [site] = await db.select({ id: caseSites.id }).from(caseSites).where(eq(caseSites.caseId, caseId));
  const plan = { flight: `${word} 편`, from: '', to: '', escort: '', note: '' };
  const dates = { decidedAt: new Date(Date.now() - 60_000), plannedAt: null };
  const planned = must(await planReturn(db, by.actor, await on(), { plan, dates, personIds: [personId] }));
  const idIn = (result: object, name: string) => String((result as Record<string, unknown>)[name] ?? '');
  return {
    ...report,
    word,
    number,
    caseId,
    personId,
    requestId,
    second,
    siteLinkId: site?.id ?? '',
    returnId: idIn(planned, 'returnId'),
    taskId: idIn(task, 'taskId'),
    approvalId: idIn(asked, 'approvalId'),
    referralId: idIn(referral, 'referralId'),
    apart: `${word}따로`,
    position,
  };
}

/** A case that has ended, in which nothing but its report and its person is. */
async function closeOne(db: Db, by: Member): Promise<Loose & Pick<Matter, 'number' | 'caseId' | 'personId'>> {
  const { reference, reportId } = await fileReport(db, '달맞이', 'SAFE');
  await screen(db, by, reference);
  const { number } = must(await promoteReport(db, by.actor, reference)) as { number: string };
  const on = () => ({ number, seen: null, submission: randomUUID() });
  must(await stepCase(db, by.actor, on(), { action: 'TRIAGE', reason: '' }));
  const [row] = await db
    .select({ caseId: cases.id, personId: casePersons.personId })
    .from(cases)
    .innerJoin(casePersons, eq(casePersons.caseId, cases.id))
    .where(eq(cases.number, number));
  if (!row) throw new Error('no case to close');
  const fact = { value: 'RETURNED', source: 'DOCUMENT', confidence: 'HIGH', note: '' } as const;
  must(await recordFact(db, by.actor, on(), { personId: row.personId, axis: 'SAFETY', fact }));
  must(await closeCase(db, by.actor, on(), { disposition: 'RETURNED_SAFE', reason: '돌아옴' }));
  return { reference, reportId, number, ...row };
}

const steppingBack = ({ id }: Member) => ({
  staffId: id,
  reason: '아는 사람입니다',
  submission: randomUUID(),
});

async function everyRole(db: Db, base: string, name: string): Promise<Record<Letter, Member>> {
  const members = await Promise.all(
    LETTERS.map(async (letter) => {
      const role: Role = ROLE_OF[letter];
      return [letter, await join(db, base, `${name} ${role}`, [role])] as const;
    }),
  );
  return Object.fromEntries(members) as Record<Letter, Member>;
}

/** An agency that one person alone has added. */
async function openAgency(db: Db, by: Member): Promise<World['opened']> {
  const named = {
    nameKo: '한 사람이 연 기관',
    nameEn: 'Opened by one',
    takesKo: '무엇이든',
    takesEn: 'Anything',
  };
  const limits = { contact: null, verifiedOn: null, blocked: false, abroad: false, inUse: true };
  const edit = { ...named, ...limits, mask: 'NO_REPORTER', consent: null };
  const { id } = must(
    await addAgency(db, by.actor, { slug: 'opened-by-one', edit }),
  ) as unknown as World['opened'];
  return { id, slug: 'opened-by-one' };
}

/** Who runs this installation. */
const OPERATOR = {
  ...{
    nameKo: '나루 운영처',
    nameEn: 'The operator of Naru',
    officerKo: '',
    officerEn: '',
    government: false,
  },
  ...{ contactKo: '전화 02-000-0000', contactEn: 'Telephone +82 2 000 0000' },
};

/** A notice that was tried to be mailed until it was given up. */
async function giveUpMail(db: Db, to: Member): Promise<void> {
  const notice = {
    id: randomUUID(),
    kind: 'ASSIGNED',
    staffId: to.id,
    subjectKind: 'case',
    subjectId: randomUUID(),
  };
  const longAgo = new Date(Date.now() - 2 * 86_400_000);
  await db
    .insert(outbox)
    .values({ ...notice, detail: {}, createdAt: longAgo, dedupe: `given-up/${notice.id}`, tries: 10 });
}

/** Sets the scene. The same texts in each matter but for its word, so that what is shown tells whose it is. */
export async function makeWorld(db: Db, base: string): Promise<World> {
  const [role, insider, lapsed, bystander, shut] = await Promise.all([
    everyRole(db, base, 'Tries'),
    everyRole(db, base, 'Insider'),
    join(db, base, 'Lapsed', ['SUPERVISOR', 'ADMIN', 'AUDITOR']),
    join(db, base, 'Bystander', ['CASEWORKER']),
    join(db, base, 'Shut', ['CASEWORKER']),
  ]);
  const site = { ...NO_SITE, ko: '수레국화 단지' };
  const open = await makeMatter(db, insider.S, '도라지', { site, province: null });
  const [known] = await db
    .select({ id: sites.id })
    .from(sites)
    .innerJoin(caseSites, eq(caseSites.siteId, sites.id));
  const siteId = known?.id ?? '';
  const other = await makeMatter(db, insider.S, '쑥부쟁이', { siteId });
  const barred = await makeMatter(db, insider.S, '엉겅퀴', { siteId });
  // Somebody of the barred matter is in the open one too: whoever stepped back sees and does nothing of them there either.
  const here = { number: open.number, seen: null, submission: randomUUID() };
  must(await addKnownPerson(db, insider.S.actor, here, barred.personId));
  for (const letter of ['I', 'C', 'S'] as const) {
    const on = { number: barred.number, seen: null, submission: randomUUID() };
    must(await recuse(db, role[letter].actor, on, { staffId: role[letter].id, reason: '아는 사람입니다' }));
  }
  const received = await fileReport(db, '민들레', 'RISKY');
  const screening = await fileReport(db, '금낭화', 'SAFE');
  await screen(db, insider.S, screening.reference);
  const linkable = await fileReport(db, '은방울', 'SAFE');
  await screen(db, insider.S, linkable.reference);
  const settled = await fileReport(db, '패랭이', 'SAFE');
  await screen(db, insider.S, settled.reference);
  const shunned = { ...(await fileReport(db, '할미꽃', 'SAFE')), word: '할미꽃' };
  await screen(db, insider.S, shunned.reference);
  for (const letter of ['I', 'C', 'S'] as const)
    must(await recuseFromReport(db, role[letter].actor, shunned.reference, steppingBack(role[letter])));
  must(await recuseFromReport(db, bystander.actor, settled.reference, steppingBack(bystander)));
  const closed = { ...open, ...(await closeOne(db, insider.S)) };
  const released = await fileReport(db, '솜다리', 'RISKY');
  must(await breakGlass(db, role.S.actor, released.reference, '지금 알리지 않으면 늦습니다'));
  const on = { number: open.number, seen: null, submission: randomUUID() };
  must(await recuse(db, bystander.actor, on, { staffId: bystander.id, reason: '아는 사람입니다' }));
  must(
    await inviteStaff(db, insider.D.actor, {
      name: 'Invited',
      email: `${randomUUID()}@staff.example`,
      roles: ['INTAKE'],
    }),
  );
  const [invitation] = await db.select({ id: staffInvitations.id }).from(staffInvitations);
  const [agency] = await listAgencies(db, insider.S.actor);
  if (!agency || !invitation) throw new Error('no agency or no invitation');
  const opened = await openAgency(db, role.S);
  const { version } = await findSetting(db, insider.D.actor, 'OPERATOR');
  must(await saveOperator(db, insider.D.actor, { seen: version, value: OPERATOR }));
  await giveUpMail(db, insider.D);
  must(await disableAccount(db, insider.D.actor, shut.id));
  must(await revokeSessions(db, insider.D.actor, lapsed.id));
  await indexDue(db);
  return {
    role,
    insider,
    stranger: new Visitor(base, 'A stranger'),
    lapsed,
    bystander,
    shut,
    open,
    other,
    barred,
    received,
    screening,
    linkable,
    settled,
    closed,
    released,
    shunned,
    siteId,
    invitationId: invitation.id,
    agency: { id: agency.id, slug: agency.slug },
    opened,
  };
}
