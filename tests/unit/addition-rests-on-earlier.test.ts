import { describe, expect, it } from 'vitest';
import { restsOnEarlier } from '@/lib/reports/additions/kept-of-addition';

const health = { S2: { answers: { vulnerability: ['UNDER18', 'PREGNANT'] } } };
const phone = { S8: { answers: { reporter_phone: ['+82 10 0000 0000'] } } };

/** Only what is typed now and whether consent was asked for goes in, so that no earlier answer can be read back by trying. */
describe('what an addition is told of rules that rest on earlier answers', () => {
  it.each([
    ['health, consent asked for before', health, true, ['health']],
    ['health, consent never asked for', health, false, []],
    ['no health code', { S2: { answers: { vulnerability: ['UNDER18'] } } }, true, []],
    ['a phone number, consent never asked for', phone, false, ['monitored']],
    ['a name alone', { S8: { answers: { reporter_name: ['이가명'] } } }, false, []],
    ['nothing', {}, true, []],
  ])('%s', (_case, typed, asked, told) => {
    expect(restsOnEarlier(typed, asked)).toEqual(told);
  });
});
