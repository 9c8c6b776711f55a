import { describe, expect, it } from 'vitest';
import { nameRun, nameSounds } from '@/lib/linking/normalise/names';
import { phoneForms } from '@/lib/linking/normalise/phones';
import { bigrams, plainText, plainWords } from '@/lib/linking/normalise/words';

describe('names', () => {
  /** Made-up names, each in the spellings that people use for it. */
  it.each([
    ['박지훈', 'PARK JI HOON', 'Park Jihoon', 'Bak Jihun', 'Pak Ji-hun'],
    ['이서연', 'LEE SEO YEON', 'Yi Seoyeon', 'Rhee Suh-yun'],
    ['최민수', 'CHOI MINSOO', 'Choe Minsu', 'Choi Min Su'],
    ['정현우', 'JUNG HYUNWOO', 'Jeong Hyeonu', 'Chung Hyun-woo'],
    ['김영희', 'KIM YOUNG HEE', 'Gim Yeonghui', 'Kim Yung-hee'],
    ['임재욱', 'LIM JAEWOOK', 'Im Jaeuk', 'Rim Jae-uk'],
    ['류나래', 'RYU NARAE', 'Yoo Na-rae', 'Yu Narae'],
    ['노은채', 'ROH EUNCHAE', 'Noh Eun-chae', 'No Eunchae'],
    ['안수아', 'AHN SOOAH', 'An Sua', 'Ahn Su-ah'],
    ['강도현', 'KANG DO HYUN', 'Gang Dohyeon', 'Kang Dohyun'],
    ['신백호', 'SHIN BAEKHO', 'Sin Baekho', 'Shin Paik-ho'],
  ])('%s is found by any spelling', (hangul, ...latin) => {
    for (const spelling of latin) {
      expect([spelling, nameRun(spelling)]).toEqual([spelling, nameRun(hangul)]);
      const turned = spelling.split(/\s+/).toReversed().join(' ');
      for (const part of nameSounds(hangul).slice(0, 1)) expect(nameRun(turned)).toContain(part);
    }
  });

  it.each([
    ['김민수', '김민지'],
    ['박지훈', '박지현'],
    ['이수아', '이수안'],
  ])('%s is not %s', (one, other) => {
    expect(nameRun(one)).not.toBe(nameRun(other));
  });

  it('surnames of two syllables stay whole', () => {
    expect(nameSounds('남궁민수')).toEqual(nameSounds('Namgung Minsu'));
  });
});

describe('phone numbers', () => {
  it.each([
    '010-1234-5678',
    '01012345678',
    '010 1234 5678',
    '+82 10-1234-5678',
    '+821012345678',
    '0082 10 1234 5678',
    '＋８２ １０ １２３４ ５６７８',
    '82-10-1234-5678',
    '전화는 010.1234.5678 로요',
  ])('%s meets the others', (typed) => {
    expect(phoneForms(typed)).toContain('1012345678');
  });

  it.each([
    ['012 345 678', '12345678'],
    ['+855 12 345 678', '12345678'],
    ['00855 12345678', '12345678'],
  ])('%s is %s', (typed, form) => {
    expect(phoneForms(typed)).toContain(form);
  });

  it('dates, sums and short numbers are none', () => {
    expect(phoneForms('2025년 10월, 3층 402호, 1,000만 원, 12345')).toEqual([]);
  });
});

describe('words', () => {
  it.each([
    ['감금되어 있어요!', '감금되어 있어요'],
    ['Ｂ동　４층', 'b동 4층'],
    ['@Test_Handle', 'test handle'],
    ['  ', ''],
  ])('%s → %s', (typed, plain) => expect(plainText(typed)).toBe(plain));

  it('bigrams are neighbours', () => {
    expect(bigrams('감금')).toEqual(['감금']);
    expect(bigrams('passport')).toHaveLength(7);
    expect(bigrams('가')).toEqual([]);
    expect(plainWords('감금 B동')).toEqual(['감금', 'b동']);
  });
});
