import { describe, expect, it } from 'vitest';
import { DAY } from '@/lib/clock';
import { consentText } from '@/lib/reports/consent-text';
import {
  daysInForce,
  nextRetention,
  RETENTION_BOUNDS,
  RETENTION_CLASSES,
  retentionProblems,
  SHORTENED_AFTER,
  USUAL_DAYS,
} from '@/lib/settings/retention';

const AT = new Date('2025-10-10T03:00:00Z');
const passed = (ms: number) => new Date(AT.getTime() + ms);
const shorter = { ...USUAL_DAYS, INTEL_ONLY: 100 };

describe('how long each class is kept', () => {
  it('is usually between its bounds', () => {
    expect(retentionProblems(USUAL_DAYS)).toEqual([]);
    expect(daysInForce(null, AT)).toEqual(USUAL_DAYS);
    for (const name of RETENTION_CLASSES) {
      const { least, most } = RETENTION_BOUNDS[name];
      for (const bad of [least - 1, most + 1, least + 0.5, Number.NaN])
        expect(retentionProblems({ ...USUAL_DAYS, [name]: bad })).toEqual([name]);
    }
  });

  it('is never longer than the 20 years that the words of consent name', () => {
    for (const name of RETENTION_CLASSES) expect(RETENTION_BOUNDS[name].most).toBeLessThanOrEqual(20 * 365);
    expect(consentText('ko', 'K1')).toContain('20년');
    expect(consentText('en', 'K1')).toContain('20 years');
  });

  it('grows at once and shrinks seven days after it was saved', () => {
    const longer = nextRetention(null, { ...USUAL_DAYS, INTEL_ONLY: 400 }, AT);
    expect(daysInForce(longer, AT).INTEL_ONLY).toBe(400);
    const set = nextRetention(null, shorter, AT);
    expect(daysInForce(set, AT).INTEL_ONLY).toBe(USUAL_DAYS.INTEL_ONLY);
    expect(daysInForce(set, passed(SHORTENED_AFTER - 1)).INTEL_ONLY).toBe(USUAL_DAYS.INTEL_ONLY);
    expect(daysInForce(set, passed(SHORTENED_AFTER)).INTEL_ONLY).toBe(100);
  });

  it('is not hurried by saving again, and not delayed by saving the same', () => {
    const first = nextRetention(null, shorter, AT);
    const same = nextRetention(first, { ...shorter, ABUSE: 200 }, passed(5 * DAY));
    expect(same.shortened.INTEL_ONLY).toEqual(first.shortened.INTEL_ONLY);
    const less = nextRetention(first, { ...shorter, INTEL_ONLY: 95 }, passed(5 * DAY));
    expect(daysInForce(less, passed(SHORTENED_AFTER)).INTEL_ONLY).toBe(USUAL_DAYS.INTEL_ONLY);
    expect(daysInForce(less, passed(5 * DAY + SHORTENED_AFTER)).INTEL_ONLY).toBe(95);
    const undone = nextRetention(first, USUAL_DAYS, passed(5 * DAY));
    expect(undone.shortened).toEqual({});
    expect(daysInForce(undone, passed(30 * DAY)).INTEL_ONLY).toBe(USUAL_DAYS.INTEL_ONLY);
  });
});
