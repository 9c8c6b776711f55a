import { describe, expect, it } from 'vitest';
import { caseNumber, isCaseNumber } from '@/lib/cases/case-number';
import { type CaseState, caseLists, type Disposition, type Safety } from '@/lib/cases/code-lists';
import { caseWord } from '@/lib/cases/code-words';
import { DISPOSITIONS, dispositionProblem, takesTwo } from '@/lib/cases/dispositions';
import { isAtRisk, isStale, reassessAt, SAFETY, safetyProblem } from '@/lib/cases/safety';
import {
  allowedCaseActions,
  CASE_ACTIONS,
  CASE_TRANSITIONS,
  type CaseAction,
  caseTransition,
  REPORT_STEPS,
} from '@/lib/cases/transitions';
import { HOUR } from '@/lib/clock';
import { APPROVAL_ACTS, APPROVALS, decisionProblem } from '@/lib/staff/approvals/policy';
import { can, ROLES, type Role } from '@/lib/staff/roles';
import { levels } from '@/lib/urgency/levels';

/** From casework, written out by hand: what leads where. */
const CHAIN: Partial<Record<`${CaseState} ${CaseAction}`, CaseState | 'HELD_FROM'>> = {
  'NEW TRIAGE': 'TRIAGED',
  'NEW REFER': 'REFERRED',
  'TRIAGED VERIFY': 'VERIFYING',
  'VERIFYING REFER': 'REFERRED',
  'REFERRED START_ACTION': 'IN_ACTION',
  'IN_ACTION START_RESOLVING': 'RESOLVING',
  'RESOLVING START_AFTERCARE': 'AFTERCARE',
  'ON_HOLD RESUME': 'HELD_FROM',
  'CLOSED REOPEN': 'REOPENED',
  'REOPENED TRIAGE': 'TRIAGED',
};
const HOLDABLE: CaseState[] = [
  'NEW',
  'TRIAGED',
  'VERIFYING',
  'REFERRED',
  'IN_ACTION',
  'RESOLVING',
  'AFTERCARE',
  'REOPENED',
];
const CLOSABLE: CaseState[] = ['TRIAGED', 'VERIFYING', 'REFERRED', 'IN_ACTION', 'RESOLVING', 'AFTERCARE'];

function expected(state: CaseState, action: CaseAction): CaseState | 'HELD_FROM' | undefined {
  if (action === 'HOLD') return HOLDABLE.includes(state) ? 'ON_HOLD' : undefined;
  if (action === 'CLOSE') return CLOSABLE.includes(state) ? 'CLOSED' : undefined;
  return CHAIN[`${state} ${action}`];
}

/** Who may do what, by hand: work on a case is the caseworker's and the supervisor's. */
const WORKERS: Role[] = ['CASEWORKER', 'SUPERVISOR'];

describe('transitions of a case: role × state × level × action', () => {
  for (const state of caseLists.case_state)
    for (const action of CASE_ACTIONS)
      for (const level of levels) {
        const fast = state === 'NEW' && action === 'REFER';
        const to = fast && !['U1', 'U2'].includes(level) ? undefined : expected(state, action);
        it(`${state} ${level} ${action} → ${to ?? 'nothing'}`, () => {
          expect(caseTransition(state, level, action)?.to).toBe(to);
          for (const role of ROLES)
            expect(allowedCaseActions(state, level, [role]).some((one) => one.action === action)).toBe(
              Boolean(to) && WORKERS.includes(role),
            );
        });
      }

  it('holding, closing and reopening want a reason', () => {
    for (const actions of Object.values(CASE_TRANSITIONS))
      for (const action of CASE_ACTIONS)
        if (actions[action])
          expect(actions[action].needsReason).toBe(['HOLD', 'CLOSE', 'REOPEN'].includes(action));
  });

  it('every state can be left, and every state but the first reached', () => {
    const reached = new Set(
      Object.values(CASE_TRANSITIONS).flatMap((a) => Object.values(a).map((t) => t.to)),
    );
    for (const state of caseLists.case_state) {
      expect(Object.keys(CASE_TRANSITIONS[state])).not.toEqual([]);
      if (state !== 'NEW') expect(reached.has(state)).toBe(true);
    }
  });

  it('a report comes in from SCREENING and goes back there', () => {
    expect(REPORT_STEPS).toMatchObject({
      PROMOTE: { from: ['SCREENING'], to: 'PROMOTED' },
      LINK: { from: ['SCREENING'], to: 'LINKED' },
      UNLINK: { from: ['PROMOTED', 'LINKED'], to: 'SCREENING', needsReason: true },
    });
  });
});

describe('safety', () => {
  const RISKY: Safety[] = [
    'UNKNOWN',
    'SIGNAL_ONLY',
    'CONTACTED_UNDER_CONTROL',
    'CONFINED',
    'MOVED',
    'DETAINED_BY_STATE',
    'ESCAPED',
  ];
  it.each(caseLists.safety_status)('%s', (status) => {
    expect(SAFETY[status].atRisk).toBe(RISKY.includes(status));
    expect(SAFETY[status].settled).toBe(status === 'RETURNED' || status === 'DECEASED');
    expect(SAFETY[status].confirmed).toBe(!RISKY.includes(status) && status !== 'DECEASED');
  });

  for (const status of caseLists.safety_status)
    for (const source of caseLists.safety_source)
      it(`${status} by ${source}`, () => {
        const proves = source === 'OFFICER_LIVE_CALL' || source === 'AGREED_QUESTION';
        const heldMaySend = source === 'TEXT_MESSAGE' || source === 'CALL_TO_FAMILY';
        const official = source === 'MISSION' || source === 'AGENCY';
        let refused: string | null = null;
        if (heldMaySend && !RISKY.includes(status)) refused = 'proves-no-safety';
        if (status === 'CONTACTED_FREE' && !proves) refused = 'needs-proof';
        if (status === 'DECEASED' && !official) refused = 'proves-no-death';
        expect(safetyProblem(status, source, true)).toBe(refused);
        if (source === 'AGREED_QUESTION')
          expect(safetyProblem(status, source, false)).toBe(refused ?? 'no-agreed-question');
      });

  it('goes stale when its time is over, by level, unless it is settled', () => {
    const at = new Date('2025-10-10T00:00:00Z');
    const later = (hours: number) => new Date(at.getTime() + hours * HOUR);
    expect(reassessAt('CONFINED', at, 'U1')).toEqual(later(4));
    expect([isStale('CONFINED', at, 'U1', later(3.9)), isStale('CONFINED', at, 'U1', later(4))]).toEqual([
      false,
      true,
    ]);
    expect(isStale('AT_MISSION', at, 'U2', later(24))).toBe(true);
    expect(isStale('RETURNED', at, 'U1', later(9_999))).toBe(false);
    expect(isStale('UNKNOWN', at, 'U5', later(9_999))).toBe(false);
  });

  it('nobody known is nobody known to be safe', () => {
    expect(levels.map((level) => isAtRisk([], level))).toEqual([true, true, true, true, false]);
    expect(isAtRisk(['RETURNED', 'CONFINED'], 'U3')).toBe(true);
    expect(isAtRisk(['RETURNED', 'DECEASED'], 'U1')).toBe(false);
  });
});

describe('dispositions', () => {
  const TWO: Disposition[] = [
    'LOCATED_SAFE_STAYS',
    'DECLINED_ASSISTANCE',
    'UNRESOLVED_DORMANT',
    'FALSE_REPORT',
    'DECEASED_CONFIRMED',
  ];
  it.each(caseLists.disposition)('%s', (disposition) => {
    const rule = DISPOSITIONS[disposition];
    expect(takesTwo(disposition, ['RETURNED'], 'U2')).toBe(TWO.includes(disposition));
    expect(takesTwo(disposition, ['RETURNED', 'CONFINED'], 'U2')).toBe(true);
    expect(takesTwo(disposition, [], 'U4')).toBe(true);
    const atRisk = dispositionProblem(disposition, ['CONFINED'], 'U2');
    expect(atRisk).toBe(rule.notAtRisk ? 'at-risk' : rule.claims ? 'contradicts' : null);
    // Nobody is recorded of whom it could say something else.
    expect(dispositionProblem(disposition, [], 'U2')).toBe(rule.notAtRisk ? 'at-risk' : null);
  });

  it.each<[Disposition, Safety[], string | null]>([
    ['RETURNED_SAFE', ['RETURNED'], null],
    ['RETURNED_SAFE', ['RETURNED', 'REMAINS_BY_CHOICE'], null],
    ['RETURNED_SAFE', ['REMAINS_BY_CHOICE'], 'contradicts'],
    ['RETURNED_SAFE', ['RETURNED', 'UNKNOWN'], 'contradicts'],
    ['RETURNED_SAFE', ['EN_ROUTE'], 'contradicts'],
    ['RESCUED_REPATRIATED', ['RESCUED'], 'contradicts'],
    ['RESCUED_REPATRIATED', ['RETURNED'], null],
    ['DEPORTED_RETURNED', ['DETAINED_BY_STATE'], 'contradicts'],
    ['LOCATED_SAFE_STAYS', ['CONTACTED_FREE'], null],
    ['LOCATED_SAFE_STAYS', ['CONTACTED_UNDER_CONTROL'], 'contradicts'],
    ['DECEASED_CONFIRMED', ['DECEASED', 'RETURNED'], null],
    ['DECEASED_CONFIRMED', ['RETURNED'], 'contradicts'],
    ['DETAINED_HANDED_CONSULAR', ['DETAINED_BY_STATE'], null],
    ['WITHDRAWN', ['RETURNED'], null],
  ])('%s of %j: %s', (disposition, statuses, problem) => {
    expect(dispositionProblem(disposition, statuses, 'U3')).toBe(problem);
  });

  it('say nothing that no status of a person can bear out', () => {
    for (const { claims } of Object.values(DISPOSITIONS))
      for (const status of claims?.some ?? []) expect(isAtRisk([status], 'U1'), status).toBe(false);
  });
});

describe('approvals', () => {
  const at = new Date('2025-10-10T00:00:00Z');
  const asked = (over: object = {}) => ({
    act: 'LOWER_LEVEL' as const,
    state: 'PENDING' as const,
    requestedBy: 'one',
    expiresAt: new Date(at.getTime() + 1),
    ...over,
  });
  for (const act of APPROVAL_ACTS)
    for (const role of ROLES)
      it(`${act} by ${role}`, () => {
        const may = WORKERS.includes(role);
        // What cannot be brought back is agreed to by a supervisor alone.
        const mayDecide = act === 'ERASE' ? role === 'SUPERVISOR' : may;
        expect(decisionProblem(asked({ act }), { id: 'other', roles: [role] }, at)).toBe(
          mayDecide ? null : 'forbidden',
        );
        expect(can([role], APPROVALS[act].request)).toBe(may || (role === 'INTAKE' && act === 'LOWER_LEVEL'));
      });

  it.each([
    ['the one who asked', asked(), 'one', 'same-person'],
    ['too late', asked({ expiresAt: at }), 'other', 'expired'],
    ['already declined', asked({ state: 'DECLINED' }), 'other', 'settled'],
    ['already approved', asked({ state: 'APPROVED' }), 'other', 'settled'],
    ['run out', asked({ state: 'EXPIRED' }), 'other', 'expired'],
  ] as const)('%s cannot decide', (_what, request, id, problem) => {
    expect(decisionProblem(request, { id, roles: ['SUPERVISOR'] }, at)).toBe(problem);
  });
});

describe('words and numbers', () => {
  it('every code has words in both languages', () => {
    for (const locale of ['ko', 'en'] as const)
      for (const [list, codes] of Object.entries(caseLists))
        for (const code of codes)
          expect(caseWord(locale, list as never, code as never)).not.toMatch(/^\[|^$/);
  });

  it('a case number is what it looks like', () => {
    expect(caseNumber(2026, 123)).toBe('CA-2026-000123');
    expect(caseNumber(2026, 1_234_567)).toBe('CA-2026-1234567');
    expect(['CA-2026-000123', 'CA-26-1', "CA-2026-000123'", 'NR-2222-2222'].map(isCaseNumber)).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });
});
