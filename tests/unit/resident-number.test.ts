import { describe, expect, it } from 'vitest';
import { RESIDENT_NUMBER_MASK as MASK, maskResidentNumbers } from '@/lib/resident-number';

/** Made up: no check digit is right, the rule looks at the shape alone. */
describe('a resident registration number', () => {
  it.each([
    ['900101-1234567', MASK],
    ['제 번호는 9001011234567이에요', `제 번호는 ${MASK}이에요`],
    ['040229-3000000 그리고 000101-4111111', `${MASK} 그리고 ${MASK}`],
    ['９００１０１－１２３４５６７', MASK],
    ['900101 - 8234567', MASK],
  ])('is masked: %s', (typed, stored) => {
    expect(maskResidentNumbers(typed).text).toBe(stored);
  });

  it.each([
    ['901301-1234567', 'month 13'],
    ['900132-1234567', 'day 32'],
    ['900101-9234567', 'starts with 9'],
    ['900101-0234567', 'starts with 0'],
    ['1900101-1234567', 'a digit before'],
    ['900101-12345678', 'a digit after'],
    ['010-1234-5678', 'a phone number'],
    ['855 12 345 678', 'a Cambodian phone number'],
  ])('is not seen in %s (%s)', (typed) => {
    expect(maskResidentNumbers(typed)).toEqual({ text: typed, masked: 0 });
  });

  it('is counted', () => {
    expect(maskResidentNumbers('900101-1234567 900101-2234567').masked).toBe(2);
  });
});
