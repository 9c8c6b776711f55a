import { describe, expect, it } from 'vitest';
import { readRange } from '@/lib/evidence/range';

describe('a Range header over 100 bytes', () => {
  it.each([
    ['bytes=0-', { first: 0, last: 99 }],
    ['bytes=0-0', { first: 0, last: 0 }],
    ['bytes=10-19', { first: 10, last: 19 }],
    ['bytes=90-200', { first: 90, last: 99 }],
    ['bytes=-10', { first: 90, last: 99 }],
    ['bytes=-200', { first: 0, last: 99 }],
    ['bytes=100-', 'none'],
    ['bytes=-0', 'none'],
    // Passed over: the whole file is answered.
    [null, null],
    ['', null],
    ['bytes=-', null],
    ['bytes=9-1', null],
    ['bytes=0-1,5-6', null],
    ['lines=0-1', null],
    ['bytes=a-b', null],
  ])('%s', (header, asked) => {
    expect(readRange(header, 100)).toEqual(asked);
  });
});
