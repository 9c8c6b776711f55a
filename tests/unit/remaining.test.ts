import { describe, expect, it } from 'vitest';
import { DAY, HOUR, MINUTE } from '@/lib/clock';
import { dueInWords } from '@/lib/clocks/remaining';
import { words } from '@/lib/i18n/words';

const NOW = new Date('2025-10-10T03:00:00Z');

describe('a due time in words', () => {
  it.each([
    [12 * MINUTE, '12분 남음', '12 min left'],
    [-8 * MINUTE, '8분 지남', '8 min late'],
    [2 * MINUTE - 1000, '1분 남음', '1 min left'],
    [30_000, '지금', 'Now'],
    [-59_000, '지금', 'Now'],
    [HOUR - 1, '59분 남음', '59 min left'],
    [HOUR, '1시간 남음', '1 h left'],
    [HOUR + 5 * MINUTE, '1시간 5분 남음', '1 h 5 min left'],
    [-(2 * HOUR + 30 * MINUTE), '2시간 30분 지남', '2 h 30 min late'],
    [7 * HOUR + 30 * MINUTE, '7시간 남음', '7 h left'],
    [47 * HOUR, '47시간 남음', '47 h left'],
    [2 * DAY, '2일 남음', '2 d left'],
    [-44.5 * DAY, '44일 지남', '44 d late'],
  ])('%i ms', (ms, ko, en) => {
    const due = new Date(NOW.getTime() + ms);
    expect(dueInWords(words('ko').desk.queue.dueWords, due, NOW)).toBe(ko);
    expect(dueInWords(words('en').desk.queue.dueWords, due, NOW)).toBe(en);
  });
});
