import { describe, expect, test } from 'vitest';
import { longMoment } from '@/lib/i18n/moment';

describe('a moment as a reporter reads it', () => {
  test.each([
    [
      '2025-10-02T15:05:00Z',
      '2025년 10월 3일 오전 12:05 (한국 시간)',
      '3 October 2025 at 00:05 (Korean time)',
    ],
    [
      '2025-10-03T03:00:00Z',
      '2025년 10월 3일 오후 12:00 (한국 시간)',
      '3 October 2025 at 12:00 (Korean time)',
    ],
    [
      '2025-10-03T05:05:00Z',
      '2025년 10월 3일 오후 2:05 (한국 시간)',
      '3 October 2025 at 14:05 (Korean time)',
    ],
  ])('%s', (at, ko, en) => {
    expect(longMoment('ko', new Date(at))).toBe(ko);
    expect(longMoment('en', new Date(at))).toBe(en);
  });
});
