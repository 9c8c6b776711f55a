import { describe, expect, it } from 'vitest';
import { caseLists } from '@/lib/cases/code-lists';
import {
  allowedReturnActions,
  RETURN_ACTIONS,
  RETURN_STATES,
  RETURN_TRANSITIONS,
} from '@/lib/cases/return-transitions';
import {
  allowedCaseActions,
  CASE_ACTIONS,
  CASE_TRANSITIONS,
  caseTransition,
  REPORT_STEPS,
} from '@/lib/cases/transitions';
import {
  allowedReferralActions,
  REFERRAL_ACTIONS,
  REFERRAL_STATES,
  REFERRAL_TRANSITIONS,
} from '@/lib/referrals/transitions';
import { codeLists } from '@/lib/reports/code-lists';
import { factSections } from '@/lib/reports/desk/fact-questions';
import { RECORDING } from '@/lib/reports/desk/policy';
import { allowedActions, REPORT_ACTIONS, TRANSITIONS } from '@/lib/reports/transitions';
import { APPROVAL_ACTS, APPROVAL_STATES, APPROVALS, decisionProblem } from '@/lib/staff/approvals/policy';
import { can, ROLES, type Role } from '@/lib/staff/roles';
import { reporterKinds } from '@/lib/urgency/answers';
import { levels } from '@/lib/urgency/levels';

/**
 * Role × state × action, whole, in words of its own: who changes the policy of the product changes it here as well, or this fails. A line is
 * the state, the action, where it leads, who may (Intake, Caseworker, Supervisor, Auditor, aDministrator), and `!` where it takes a reason.
 * What stands in no line is nobody's.
 */
const REPORTS = `
  RECEIVED      SCREEN             SCREENING     ICS
  SCREENING     KEEP_AS_INTEL      INTEL_ONLY    ICS
  SCREENING     MARK_OUT_OF_SCOPE  OUT_OF_SCOPE  ICS !
  SCREENING     MARK_ABUSE         ABUSE         ICS !
  SCREENING     WITHDRAW           WITHDRAWN     ICS !
  PROMOTED      WITHDRAW           WITHDRAWN     ICS !
  LINKED        WITHDRAW           WITHDRAWN     ICS !
  INTEL_ONLY    REOPEN             SCREENING     ICS !
  OUT_OF_SCOPE  REOPEN             SCREENING     ICS !
  ABUSE         REOPEN             SCREENING     ICS !
  WITHDRAWN     REOPEN             SCREENING     ICS !
`;

/** Into a case and out of it. */
const STEPS = `
  SCREENING  PROMOTE  PROMOTED   ICS
  SCREENING  LINK     LINKED     ICS
  PROMOTED   UNLINK   SCREENING  ICS !
  LINKED     UNLINK   SCREENING  ICS !
`;

/** `U1U2`: at these levels only. */
const CASES = `
  NEW        TRIAGE           TRIAGED    CS
  NEW        REFER            REFERRED   CS U1U2
  NEW        HOLD             ON_HOLD    CS !
  TRIAGED    VERIFY           VERIFYING  CS
  TRIAGED    CLOSE            CLOSED     CS !
  TRIAGED    HOLD             ON_HOLD    CS !
  VERIFYING  REFER            REFERRED   CS
  VERIFYING  CLOSE            CLOSED     CS !
  VERIFYING  HOLD             ON_HOLD    CS !
  REFERRED   START_ACTION     IN_ACTION  CS
  REFERRED   CLOSE            CLOSED     CS !
  REFERRED   HOLD             ON_HOLD    CS !
  IN_ACTION  START_RESOLVING  RESOLVING  CS
  IN_ACTION  CLOSE            CLOSED     CS !
  IN_ACTION  HOLD             ON_HOLD    CS !
  RESOLVING  START_AFTERCARE  AFTERCARE  CS
  RESOLVING  CLOSE            CLOSED     CS !
  RESOLVING  HOLD             ON_HOLD    CS !
  AFTERCARE  CLOSE            CLOSED     CS !
  AFTERCARE  HOLD             ON_HOLD    CS !
  ON_HOLD    RESUME           HELD_FROM  CS
  CLOSED     REOPEN           REOPENED   CS !
  REOPENED   TRIAGE           TRIAGED    CS
  REOPENED   HOLD             ON_HOLD    CS !
`;

const REFERRALS = `
  DRAFT         SEND            SENT          CS
  DRAFT         RECALL          RECALLED      CS !
  SENT          MARK_DELIVERED  DELIVERED     CS
  SENT          ACKNOWLEDGE     ACKNOWLEDGED  CS
  SENT          RECALL          RECALLED      CS !
  DELIVERED     ACKNOWLEDGE     ACKNOWLEDGED  CS
  DELIVERED     RECALL          RECALLED      CS !
  ACKNOWLEDGED  ACCEPT          ACCEPTED      CS
  ACKNOWLEDGED  REJECT          REJECTED      CS !
  ACKNOWLEDGED  RECALL          RECALLED      CS !
  ACCEPTED      START           IN_ACTION     CS
  ACCEPTED      RECALL          RECALLED      CS !
  IN_ACTION     FINISH          DONE          CS !
  IN_ACTION     RECALL          RECALLED      CS !
`;

const RETURNS = `
  PLANNED   START   UNDERWAY   CS
  PLANNED   CANCEL  CANCELLED  CS !
  UNDERWAY  FINISH  DONE       CS
  UNDERWAY  CANCEL  CANCELLED  CS !
`;

/** Who asks for a second person, who may be one, and how many hours a request waits. */
const SECOND_PERSON: Record<string, [asks: string, decides: string, hours: number]> = {
  LOWER_LEVEL: ['ICS', 'CS', 24],
  CLOSE_CASE: ['CS', 'CS', 72],
  RELEASE_CONTACT: ['CS', 'CS', 24],
  SEND_ABROAD: ['CS', 'CS', 24],
  ERASE: ['CS', 'S', 72],
};

const LETTER: Record<Role, string> = {
  INTAKE: 'I',
  CASEWORKER: 'C',
  SUPERVISOR: 'S',
  AUDITOR: 'A',
  ADMIN: 'D',
};

type Line = { to: string; who: string; reason: boolean; levels: string };

function read(table: string): Map<string, Line> {
  return new Map(
    table
      .trim()
      .split('\n')
      .map((line) => {
        const [state, action, to = '', who = '', ...marks] = line.trim().split(/\s+/);
        const at = marks.find((mark) => mark.startsWith('U')) ?? levels.join('');
        return [`${state} ${action}`, { to, who, reason: marks.includes('!'), levels: at }] as const;
      }),
  );
}

const may = (line: Line | undefined, role: Role) => line?.who.includes(LETTER[role]) ?? false;

describe('a report: role × state × action', () => {
  const expected = read(REPORTS);
  for (const state of codeLists.report_state)
    for (const action of REPORT_ACTIONS)
      it(`${state} ${action}`, () => {
        const line = expected.get(`${state} ${action}`);
        expect(TRANSITIONS[state][action]?.to).toBe(line?.to);
        for (const role of ROLES) {
          const offered = allowedActions(state, [role]).find((one) => one.action === action);
          expect([role, offered !== undefined]).toEqual([role, may(line, role)]);
          if (offered) expect(offered.needsReason).toBe(line?.reason);
        }
      });

  it('has no line that is nowhere', () => {
    const known = codeLists.report_state.flatMap((state) => REPORT_ACTIONS.map((one) => `${state} ${one}`));
    expect([...expected.keys()].filter((key) => !known.includes(key))).toEqual([]);
  });
});

describe('facts about a report: role × page of the form', () => {
  // In any state: what becomes known late is still known.
  const PAGES: Record<string, string> = {
    SELF_DANGER: 'S0 S1 S2 S3 S4 S5',
    FAMILY: 'S0 S1 S2 S3 S4 S5',
    WITNESS: 'S0 S1 S3',
    OFFER: 'S0 S4 S1 S5',
    RETURNEE: 'S0 S3 S1 S4 S5',
    PRO: 'S0 S1 S2 S3 S4 S5',
  };
  it.each(reporterKinds)('%s', (kind) => expect(factSections(kind).join(' ')).toBe(PAGES[kind]));

  it.each(ROLES)('%s', (role) =>
    expect(can([role], RECORDING.permission)).toBe('ICS'.includes(LETTER[role])),
  );
});

describe('a report and a case: role × state × step', () => {
  const expected = read(STEPS);
  for (const [step, { from, to, needsReason, permission }] of Object.entries(REPORT_STEPS))
    for (const state of codeLists.report_state)
      it(`${state} ${step}`, () => {
        const line = expected.get(`${state} ${step}`);
        const leads = (from as readonly string[]).includes(state);
        expect(leads ? to : undefined).toBe(line?.to);
        for (const role of ROLES)
          expect([role, leads && can([role], permission)]).toEqual([role, may(line, role)]);
        if (line) expect(needsReason).toBe(line.reason);
      });

  it('has no line that is nowhere', () => {
    expect(expected.size).toBe(
      Object.values(REPORT_STEPS).flatMap(({ from }) => from as readonly string[]).length,
    );
  });
});

describe('a case: role × state × level × action', () => {
  const expected = read(CASES);
  for (const state of caseLists.case_state)
    for (const action of CASE_ACTIONS)
      it(`${state} ${action}`, () => {
        const line = expected.get(`${state} ${action}`);
        for (const level of levels) {
          const here = line?.levels.includes(level) ? line : undefined;
          expect([level, caseTransition(state, level, action)?.to]).toEqual([level, here?.to]);
          for (const role of ROLES) {
            const offered = allowedCaseActions(state, level, [role]).find((one) => one.action === action);
            expect([role, level, offered !== undefined]).toEqual([role, level, may(here, role)]);
            if (offered) expect(offered.needsReason).toBe(line?.reason);
          }
        }
      });

  it('has no line that is nowhere', () => {
    const lines = Object.values(CASE_TRANSITIONS).flatMap((actions) => Object.keys(actions));
    expect(expected.size).toBe(lines.length);
  });
});

describe('a hand-over: role × state × action', () => {
  const expected = read(REFERRALS);
  for (const state of REFERRAL_STATES)
    for (const action of REFERRAL_ACTIONS)
      it(`${state} ${action}`, () => {
        const line = expected.get(`${state} ${action}`);
        expect(REFERRAL_TRANSITIONS[state][action]?.to).toBe(line?.to);
        for (const role of ROLES) {
          const offered = allowedReferralActions(state, [role]).find((one) => one.action === action);
          expect([role, offered !== undefined]).toEqual([role, may(line, role)]);
          if (offered) expect(offered.needsWords).toBe(line?.reason);
        }
      });

  it('has no line that is nowhere', () => {
    const lines = Object.values(REFERRAL_TRANSITIONS).flatMap((actions) => Object.keys(actions));
    expect(expected.size).toBe(lines.length);
  });
});

describe('a return operation: role × state × action', () => {
  const expected = read(RETURNS);
  for (const state of RETURN_STATES)
    for (const action of RETURN_ACTIONS)
      it(`${state} ${action}`, () => {
        const line = expected.get(`${state} ${action}`);
        expect(RETURN_TRANSITIONS[state][action]?.to).toBe(line?.to);
        if (line) expect(RETURN_TRANSITIONS[state][action]?.needsReason).toBe(line.reason);
        for (const role of ROLES)
          expect([role, allowedReturnActions(state, [role]).includes(action)]).toEqual([
            role,
            may(line, role),
          ]);
      });

  it('has no line that is nowhere', () => {
    const lines = Object.values(RETURN_TRANSITIONS).flatMap((actions) => Object.keys(actions));
    expect(expected.size).toBe(lines.length);
  });
});

describe('a second person: role × state × act', () => {
  const at = new Date('2025-10-10T00:00:00Z');
  const expiresAt = new Date('2025-10-10T01:00:00Z');

  it('every act has its line', () => {
    expect(Object.keys(SECOND_PERSON)).toEqual([...APPROVAL_ACTS]);
  });

  for (const act of APPROVAL_ACTS)
    for (const role of ROLES)
      it(`${act} ${role}`, () => {
        const [asks, decides, hours] = SECOND_PERSON[act] ?? ['', '', 0];
        expect(can([role], APPROVALS[act].request)).toBe(asks.includes(LETTER[role]));
        expect(APPROVALS[act].lifeMs).toBe(hours * 3_600_000);
        const me = { id: 'me', roles: [role] };
        for (const state of APPROVAL_STATES) {
          const others = decisionProblem({ act, state, requestedBy: 'somebody', expiresAt }, me, at);
          const own = decisionProblem({ act, state, requestedBy: 'me', expiresAt }, me, at);
          const late = decisionProblem({ act, state, requestedBy: 'somebody', expiresAt }, me, expiresAt);
          if (!decides.includes(LETTER[role]))
            expect([others, own, late]).toEqual(Array(3).fill('forbidden'));
          else if (state === 'PENDING') expect([others, own, late]).toEqual([null, 'same-person', 'expired']);
          else {
            const settled = state === 'EXPIRED' ? 'expired' : 'settled';
            expect([others, own, late]).toEqual([settled, settled, settled]);
          }
        }
      });
});
