import { describe, expect, it } from 'vitest';
import { DAY, HOUR, MINUTE } from '@/lib/clock';
import {
  type ClockState,
  dueOf,
  pause,
  pointOf,
  relevel,
  restart,
  resume,
  startFrom,
} from '@/lib/clocks/clock-state';
import { CLOCK_KINDS, DURATIONS } from '@/lib/clocks/durations';
import { nextStageAt, STAGES, stageAt, stagesBetween } from '@/lib/clocks/escalation';
import { type Level, levels } from '@/lib/urgency/levels';

const START = new Date('2025-10-10T23:30:00Z');
const plus = (ms: number) => new Date(START.getTime() + ms);
const clock = (level: Level, kind: ClockState['kind'] = 'TRIAGE'): ClockState => ({
  kind,
  level,
  startedAt: START,
  pausedAt: null,
  pausedMs: 0,
  ownMs: null,
});

/** Casework's table, written out by hand. */
const TABLE: Record<Level, (number | null)[]> = {
  U1: [10 * MINUTE, 15 * MINUTE, 30 * MINUTE, 30 * MINUTE, 2 * HOUR, 4 * HOUR],
  U2: [30 * MINUTE, 1 * HOUR, 2 * HOUR, 4 * HOUR, 12 * HOUR, 24 * HOUR],
  U3: [2 * HOUR, 8 * HOUR, 24 * HOUR, 24 * HOUR, 72 * HOUR, 72 * HOUR],
  U4: [24 * HOUR, 3 * DAY, 5 * DAY, 5 * DAY, 14 * DAY, 14 * DAY],
  U5: [null, 7 * DAY, 7 * DAY, null, null, null],
};

describe('clocks', () => {
  for (const level of levels)
    for (const [index, kind] of CLOCK_KINDS.entries())
      it(`${level} ${kind}`, () => {
        // A return has 30 days from its decision, whatever the level.
        const span = kind === 'RETURN' ? 30 * DAY : (TABLE[level][index] ?? null);
        expect(DURATIONS[level][kind]).toBe(span);
        expect(dueOf(clock(level, kind))).toEqual(span === null ? null : plus(span));
      });

  it('a more urgent level never has more time', () => {
    for (const kind of CLOCK_KINDS) {
      const spans = levels.map((level) => DURATIONS[level][kind] ?? Number.POSITIVE_INFINITY);
      expect(spans).toEqual(spans.toSorted((one, other) => one - other));
    }
  });

  it('on hold stands still, and goes on for as long as was left', () => {
    const held = pause(clock('U2'), plus(20 * MINUTE));
    expect(dueOf(held)).toBeNull();
    expect(stageAt(held, plus(DAY))).toBe(0);
    const on = resume(held, plus(5 * HOUR));
    expect(dueOf(on)).toEqual(plus(5 * HOUR + 40 * MINUTE));
    expect(resume(on, plus(DAY))).toEqual(on);
    expect(pause(held, plus(HOUR))).toEqual(held);
  });

  it('U1 is never held, and a held clock that is raised to U1 runs again', () => {
    expect(pause(clock('U1'), plus(MINUTE))).toEqual(clock('U1'));
    const raised = relevel(pause(clock('U3'), plus(HOUR)), 'U1', plus(3 * HOUR));
    expect(raised.pausedAt).toBeNull();
    expect(dueOf(raised)).toEqual(plus(2 * HOUR + 15 * MINUTE));
  });

  it('another level counts from the same start', () => {
    expect(dueOf(relevel(clock('U4'), 'U2', plus(DAY)))).toEqual(plus(HOUR));
    expect(dueOf(relevel(clock('U1'), 'U3', plus(MINUTE)))).toEqual(plus(8 * HOUR));
  });

  it.each([
    ['U1', 12, 30 * MINUTE],
    ['U2', 2, 2 * HOUR],
    ['U3', 12, 12 * HOUR],
    ['U3', 48, 24 * HOUR],
    // Nothing is asked back at this level, but of who has a time of their own.
    ['U5', 12, 12 * HOUR],
  ] as const)(
    '%s: an agency with %i hours of its own is waited for until the sooner of the two',
    (level, own, due) => {
      const waiting = { ...clock(level, 'AGENCY'), ownMs: own * HOUR };
      expect(dueOf(waiting)).toEqual(plus(due));
      // The own time stays through a hold and another level.
      const held = resume(pause(relevel(waiting, 'U4', plus(0)), plus(HOUR)), plus(3 * HOUR));
      expect(dueOf(held)).toEqual(plus(own * HOUR + 2 * HOUR));
    },
  );

  it('a re-assessment comes round from when it was done', () => {
    const done = restart({ ...clock('U2', 'REASSESS'), pausedMs: HOUR }, plus(10 * HOUR));
    expect(dueOf(done)).toEqual(plus(34 * HOUR));
  });

  it('a restart on hold takes off no more of the hold than came after it', () => {
    const held = pause(clock('U2', 'REASSESS'), plus(5 * HOUR));
    const due = (at: Date) => dueOf(resume(restart(held, at), plus(9 * HOUR)));
    expect(due(plus(2 * HOUR))).toEqual(plus((2 + 4 + 24) * HOUR));
    expect(due(plus(7 * HOUR))).toEqual(plus((7 + 2 + 24) * HOUR));
  });

  it.each([
    [-3, 12 - 3 + 2],
    [0, 12 + 2],
    [1, 12 + 2],
    [2, 12 + 2],
    [5, 12 + 5],
  ])(
    'what began %i hours from the start of a clock that stood still for two is due %i after it',
    (began, due) => {
      const state = { ...clock('U2', 'WORD'), pausedMs: 2 * HOUR };
      expect(dueOf(startFrom(state, plus(began * HOUR)))).toEqual(plus(due * HOUR));
    },
  );

  it('winds on by the minute, whatever the day or the hour', () => {
    expect(pointOf(clock('U3', 'WORD'), 50)).toEqual(plus(36 * HOUR));
  });
});

describe('escalation', () => {
  it.each([
    [0, 0, 30],
    [29, 0, 30],
    [30, 50, 48],
    [47, 50, 48],
    [48, 80, 60],
    [59, 80, 60],
    [60, 100, null],
    [6_000, 100, null],
  ] as const)('after %i of 60 minutes stands at %i %%', (minutes, stage, next) => {
    expect(stageAt(clock('U2'), plus(minutes * MINUTE))).toBe(stage);
    expect(nextStageAt(clock('U2'), stage)).toEqual(next === null ? null : plus(next * MINUTE));
  });

  it('tells the assignee, then every supervisor, then whoever is on duty, and never nobody', () => {
    expect(STAGES.map(({ percent, tell }) => [percent, tell])).toEqual([
      [50, 'ASSIGNEE'],
      [80, 'SUPERVISORS'],
      [100, 'ON_DUTY'],
    ]);
    for (const { tell, otherwise } of STAGES) expect(otherwise).not.toBe(tell);
  });

  it('a job that comes late tells every stage that passed', () => {
    expect(stagesBetween(0, 100).map(({ percent }) => percent)).toEqual([50, 80, 100]);
    expect(stagesBetween(50, 80).map(({ percent }) => percent)).toEqual([80]);
    expect(stagesBetween(80, 80)).toEqual([]);
  });

  it('where no clock runs nothing is told', () => {
    expect([stageAt(clock('U5', 'WORD'), plus(DAY * 900)), nextStageAt(clock('U5', 'WORD'), 0)]).toEqual([
      0,
      null,
    ]);
  });
});
