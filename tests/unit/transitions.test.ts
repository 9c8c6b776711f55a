import { describe, expect, it } from 'vitest';
import { REPORT_STEPS } from '@/lib/cases/transitions';
import { codeLists, type ReportState } from '@/lib/reports/code-lists';
import {
  allowedActions,
  IN_CASE,
  leadsTo,
  REPORT_ACTIONS,
  type ReportAction,
  TRANSITIONS,
} from '@/lib/reports/transitions';
import { can, ROLES } from '@/lib/staff/roles';

/** From casework, written out by hand: what leads where, and what wants a reason. */
const expected: Partial<Record<`${ReportState} ${ReportAction}`, [to: ReportState, needsReason: boolean]>> = {
  'RECEIVED SCREEN': ['SCREENING', false],
  'SCREENING KEEP_AS_INTEL': ['INTEL_ONLY', false],
  'SCREENING MARK_OUT_OF_SCOPE': ['OUT_OF_SCOPE', true],
  'SCREENING MARK_ABUSE': ['ABUSE', true],
  'SCREENING WITHDRAW': ['WITHDRAWN', true],
  'PROMOTED WITHDRAW': ['WITHDRAWN', true],
  'LINKED WITHDRAW': ['WITHDRAWN', true],
  'INTEL_ONLY REOPEN': ['SCREENING', true],
  'OUT_OF_SCOPE REOPEN': ['SCREENING', true],
  'ABUSE REOPEN': ['SCREENING', true],
  'WITHDRAWN REOPEN': ['SCREENING', true],
};

describe('transitions of a report', () => {
  for (const state of codeLists.report_state)
    for (const action of REPORT_ACTIONS) {
      const [to, needsReason] = expected[`${state} ${action}`] ?? [];
      it(`${state} ${action} → ${to ?? 'nothing'}`, () => {
        const transition = TRANSITIONS[state][action];
        expect(transition?.to).toBe(to);
        expect(transition?.needsReason).toBe(needsReason);
      });
      for (const role of ROLES)
        it(`${role} ${state} ${action}`, () => {
          const offered = allowedActions(state, [role]).some((one) => one.action === action);
          expect(offered).toBe(Boolean(to) && can([role], 'report.screen'));
        });
    }

  it('every state has a way on, and every end a way back that wants a reason', () => {
    const inCase: readonly ReportState[] = REPORT_STEPS.UNLINK.from;
    for (const state of codeLists.report_state) expect(Object.keys(TRANSITIONS[state])).not.toEqual([]);
    expect(IN_CASE).toEqual(inCase);
    for (const [state, actions] of Object.entries(TRANSITIONS))
      if (!['RECEIVED', 'SCREENING', ...inCase].includes(state))
        expect(actions.REOPEN?.needsReason).toBe(true);
  });

  it('what was withdrawn out of a case comes back into it, anything else to screening', () => {
    const reopen = TRANSITIONS.WITHDRAWN.REOPEN;
    for (const [last, to] of [
      [{ from: 'PROMOTED', to: 'WITHDRAWN' }, 'PROMOTED'],
      [{ from: 'LINKED', to: 'WITHDRAWN' }, 'LINKED'],
      [{ from: 'SCREENING', to: 'WITHDRAWN' }, 'SCREENING'],
      [{ from: 'LINKED', to: 'SCREENING' }, 'SCREENING'],
      [null, 'SCREENING'],
    ] as const)
      expect(reopen && leadsTo(reopen, last)).toBe(to);
  });

  it('nothing but a case leads to PROMOTED or LINKED', () => {
    const reached = Object.values(TRANSITIONS).flatMap((actions) =>
      Object.values(actions).map((transition) => transition.to),
    );
    expect(reached).not.toContain('PROMOTED');
    expect(reached).not.toContain('LINKED');
  });
});
