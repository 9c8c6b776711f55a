import { randomUUID } from 'node:crypto';
import type { Db } from '@/db/client';
import type { OnCase } from '@/lib/cases/case-work/commands';
import { linkReport, promoteReport } from '@/lib/cases/grouping/commands';
import { setCaseLevel } from '@/lib/cases/levels/commands';
import { addPerson, recordFact } from '@/lib/cases/people/commands';
import { NOBODY_KNOWN } from '@/lib/cases/person-records';
import { readCase } from '@/lib/cases/reading/commands';
import { addCaseNote, addTask, assignCase, setRecontact } from '@/lib/cases/team/commands';
import { closeCase, holdCase, type PlainAction, stepCase } from '@/lib/cases/workflow/commands';
import { DAY, HOUR, now } from '@/lib/clock';
import { listAgencies } from '@/lib/referrals/agencies/queries';
import { draftReferral, sendReferral, stepReferral } from '@/lib/referrals/commands';
import { REFERRAL_TRANSITIONS, type ReferralAction, type ReferralState } from '@/lib/referrals/transitions';
import { addNote, changeState } from '@/lib/reports/desk/commands';
import type { Role } from '@/lib/staff/roles';
import type { StaffActor } from '@/lib/staff/session';

export type DemoTeam = Record<'INTAKE' | 'CASEWORKER' | 'SUPERVISOR', StaffActor>;

/** Nobody is signed in on a command line: the made-up staff act as if they were. */
export function demoActor(id: string, name: string, roles: readonly Role[]): StaffActor {
  return { id, sessionId: id, name, roles, signedInAt: now() } as unknown as StaffActor;
}

/** One case and what the desk has done with it so far. */
class CaseInWork {
  constructor(
    private readonly db: Db,
    private readonly team: DemoTeam,
    readonly number: string,
  ) {}

  /** A form filled from the case as it stands now. */
  private async on(): Promise<OnCase> {
    const found = await readCase(this.db, this.team.CASEWORKER, this.number);
    return { number: this.number, seen: found?.version ?? 0, submission: randomUUID() };
  }

  async take() {
    const { CASEWORKER } = this.team;
    taken(await assignCase(this.db, CASEWORKER, await this.on(), CASEWORKER.id));
    return this;
  }

  async step(...actions: PlainAction[]) {
    for (const action of actions)
      taken(await stepCase(this.db, this.team.CASEWORKER, await this.on(), { action, reason: '' }));
    return this;
  }

  /** Hands the case over, with everybody in it, to an agency in Korea, and records what the agency has answered since. */
  async handOver(slug: string, message: string, ...answers: Exclude<ReferralAction, 'SEND'>[]) {
    const { CASEWORKER } = this.team;
    const agency = (await listAgencies(this.db, CASEWORKER)).find((one) => one.slug === slug);
    const found = await readCase(this.db, CASEWORKER, this.number);
    const written = await draftReferral(this.db, CASEWORKER, await this.on(), {
      agencyId: agency?.id ?? '',
      basis: 'LIFE_IN_DANGER',
      message,
      reportIds: found?.reports.map(({ id }) => id) ?? [],
      personIds: found?.people.map(({ id }) => id) ?? [],
    });
    taken(written);
    const referralId = (written.ok && 'referralId' in written && written.referralId) || '';
    taken(await sendReferral(this.db, CASEWORKER, await this.on(), referralId));
    let seen: ReferralState = 'SENT';
    for (const action of answers) {
      taken(
        await stepReferral(this.db, CASEWORKER, await this.on(), { referralId, action, seen, words: '' }),
      );
      seen = REFERRAL_TRANSITIONS[seen][action]?.to ?? seen;
    }
    return this;
  }

  async person(nameKo: string, fact?: Parameters<typeof recordFact<'SAFETY'>>[3]['fact']) {
    const { CASEWORKER } = this.team;
    const added = await addPerson(this.db, CASEWORKER, await this.on(), { ...NOBODY_KNOWN, nameKo });
    const personId = added.ok && 'personId' in added ? added.personId : undefined;
    if (!personId) throw new Error('the person was not added');
    const safety = { personId, axis: 'SAFETY' as const };
    if (fact) taken(await recordFact(this.db, CASEWORKER, await this.on(), { ...safety, fact }));
    return this;
  }

  async note(text: string) {
    taken(await addCaseNote(this.db, this.team.CASEWORKER, await this.on(), text));
    return this;
  }

  async task(text: string, hours: number, owner: keyof DemoTeam | null = 'CASEWORKER') {
    const ownerId = owner ? this.team[owner].id : null;
    const dueAt = new Date(now().getTime() + hours * HOUR);
    taken(await addTask(this.db, this.team.CASEWORKER, await this.on(), { text, ownerId, dueAt }));
    return this;
  }

  async recontact(days: number) {
    const at = new Date(now().getTime() + days * DAY);
    taken(await setRecontact(this.db, this.team.CASEWORKER, await this.on(), at));
    return this;
  }

  async hold(days: number, reason: string) {
    const until = new Date(now().getTime() + days * DAY);
    taken(await holdCase(this.db, this.team.CASEWORKER, await this.on(), { until, reason }));
    return this;
  }

  async level(level: 'U2' | 'U3' | 'U4', reason: string) {
    taken(await setCaseLevel(this.db, this.team.CASEWORKER, await this.on(), { level, reason }));
    return this;
  }

  async close(disposition: 'RETURNED_SAFE' | 'FALSE_REPORT', reason: string) {
    taken(await closeCase(this.db, this.team.CASEWORKER, await this.on(), { disposition, reason }));
    return this;
  }

  async link(reference: string) {
    taken(await linkReport(this.db, this.team.INTAKE, await this.on(), reference));
    return this;
  }
}

function taken(result: { ok: boolean }): void {
  if (!result.ok) throw new Error(`the demo was refused: ${JSON.stringify(result)}`);
}

/**
 * Makes cases of the reports of some scenarios (by number) and works on them, through the very commands of the desk: new, taken, on hold, handed to an
 * agency, waiting for a second person, closed. Answers how many.
 */
export async function workOnCases(
  db: Db,
  team: DemoTeam,
  references: ReadonlyMap<number, string>,
): Promise<number> {
  const screen = async (scenario: number) => {
    const reference = references.get(scenario);
    if (!reference) throw new Error(`no report of scenario ${scenario}`);
    const change = { reference, action: 'SCREEN', seen: 'RECEIVED', reason: '' } as const;
    taken(await changeState(db, team.INTAKE, change));
    return reference;
  };
  const open = async (scenario: number) => {
    const made = await promoteReport(db, team.INTAKE, await screen(scenario));
    if (!made.ok) throw new Error(made.reason);
    return new CaseInWork(db, team, made.number);
  };

  const first = await open(1);
  await first.take();
  await first.person('가온누리', {
    value: 'CONFINED',
    source: 'TEXT_MESSAGE',
    confidence: 'MEDIUM',
    note: '밤 11시 이후에만 문자가 온다고 함',
  });
  await first.note('좌표가 바다 위로 나옴. 문자로 건물 이름과 층을 다시 묻기로 함.');
  await first.task('건물 이름·층·방 번호를 문자로 묻기', 1);
  await first.task('공관에 상황 먼저 알리기', -1, 'SUPERVISOR');
  await first.handOver(
    'consular-call-centre',
    '감금된 상태에서 본인이 보낸 구조 요청입니다. 좌표와 문자 연락 시간을 함께 보냅니다.',
  );

  const second = await open(3);
  const note = {
    reference: references.get(3) ?? '',
    text: '몸값 요구 계좌를 받아 둠.',
    submission: randomUUID(),
  };
  taken(await addNote(db, team.INTAKE, note));
  await second.take();
  await second.link(await screen(13));
  await second.step('TRIAGE', 'VERIFY');
  await second.task('송금하지 않도록 가족과 다시 통화', 2, null);
  await second.recontact(1);

  await (await open(16)).level('U4', '오늘 통화에서 혼자 다닐 수 있다고 함. 낮춰도 되는지 확인 바람.');

  const held = await open(4);
  await held.take();
  await held.step('TRIAGE');
  await held.hold(5, '통신사 기록 회신 대기');

  const away = await open(11);
  await away.take();
  await away.step('TRIAGE', 'VERIFY');
  await away.handOver(
    'consular-safety',
    '이민국 수용시설에 있다고 합니다. 영사 면담과 통역을 요청합니다.',
    'ACKNOWLEDGE',
    'ACCEPT',
    'START',
  );
  await away.step('START_ACTION');

  const home = await open(10);
  await home.take();
  await home.person('도담솔', {
    value: 'RETURNED',
    source: 'DOCUMENT',
    confidence: 'HIGH',
    note: '입국 기록 확인',
  });
  await home.step('TRIAGE');
  await home.close('RETURNED_SAFE', '입국이 확인되고 가족과 함께 있음');
  return 6;
}
