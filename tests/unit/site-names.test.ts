import { describe, expect, it } from 'vitest';
import {
  distance,
  readPoint,
  SAME_PLACE_METRES,
  siteLookupKeys,
  siteNameKeys,
  siteWords,
  squareKey,
  squareLookupKeys,
} from '@/lib/linking/normalise/sites';

const meets = (stored: string, typed: string) => {
  const keys = new Set(siteNameKeys(stored));
  return siteLookupKeys(typed).some((key) => keys.has(key));
};

describe('the names of places', () => {
  it.each([
    ['나루 단지', ['나루']],
    ['나루단지', ['나루']],
    ['나루 카지노 호텔', ['나루']],
    ['Naru Casino', ['naru']],
    ['太阳园区', ['太阳']],
    ['ＮＡＲＵ ｐａｒｋ', ['naru']],
    ['카지노', ['카지노']],
  ])('drop what tells none from another: %s', (name, words) => {
    expect(siteWords(name)).toEqual(words);
  });

  it.each([
    ['나루 단지', '나루웬치'],
    ['나루태양 단지', '나루'],
    ['나루', '나루태양단지'],
    ['Naru Sun Casino', 'naru sun'],
    ['Naru Sun', 'narusun compound'],
    ['ភ្នំបូកគោ', 'ភ្នំបូកគោ'],
    ['Sunrise Tower', 'sunr'],
    ['나무산', 'Namusan'],
  ])('meet however they are written: %s, %s', (stored, typed) => {
    expect(meets(stored, typed)).toBe(true);
  });

  it.each([
    ['나루 카지노', '태양 카지노'],
    ['Naru Hotel', 'Sun Hotel'],
    ['나루', ''],
  ])('do not meet in generic words: %s, %s', (stored, typed) => {
    expect(meets(stored, typed)).toBe(false);
  });
});

describe('points', () => {
  it('within 150 m are always looked up together', () => {
    for (const latitude of [0.0001, 11.5564, -0.0001, 13.1])
      for (const [up, right] of [
        [0.0013, 0],
        [0, 0.0013],
        [-0.0009, -0.0009],
      ] as const) {
        const here = { latitude, longitude: 104.9282 };
        const there = { latitude: latitude + up, longitude: here.longitude + right };
        expect(distance(here, there)).toBeLessThanOrEqual(SAME_PLACE_METRES);
        expect(squareLookupKeys(here)).toContain(squareKey(there));
      }
  });

  it('are read as people copy them, and nothing else is', () => {
    expect(readPoint('11.5564, 104.9282')).toEqual({ latitude: 11.5564, longitude: 104.9282 });
    expect(readPoint('11.5564 104.9282')).toEqual({ latitude: 11.5564, longitude: 104.9282 });
    for (const bad of ['', '11.5', '95, 10', '11,5564', 'here'])
      expect(readPoint(bad)?.latitude).not.toBe(11.5564);
    expect(readPoint('95, 10')).toBeNull();
  });
});
