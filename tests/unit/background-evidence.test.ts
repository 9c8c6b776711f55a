import { describe, expect, it } from 'vitest';
import { evidence } from '@/lib/background/evidence';
import { type ArticleNumbers, findFaults } from '@/lib/background/find-faults';
import numbers from '@/seeds/background/article-numbers.json';
import { articles } from '@/seeds/background/articles';
import type { Claim } from '@/seeds/background/types';

const claims = evidence.map(({ claim }) => claim);
const faultsWith = (change: Partial<Claim>) => {
  const [first] = claims;
  if (!first) throw new Error('There are no claims.');
  return findFaults({ claims: [...claims, { ...first, id: 'changed', ...change }], articles, numbers });
};

describe('the evidence of the background', () => {
  it('has a source for every claim, and every figure is in its source', () => {
    console.log(`${claims.length} claims`);
    expect(claims.length).toBeGreaterThan(90);
    expect(findFaults({ claims, articles, numbers: numbers as ArticleNumbers })).toEqual([]);
  });

  it.each<[string, Partial<Claim>, string]>([
    ['a claim without a source', { sources: [] as never }, 'changed: has no source'],
    [
      'a paragraph that is not there',
      { text: { ko: '.', en: '.' }, sources: [{ article: 'e', paragraphs: [99] }] },
      'changed: cites a paragraph that is not there, e 99',
    ],
    [
      'a figure that differs from its source',
      { text: { ko: '331건', en: '330' }, sources: [{ article: 'a', paragraphs: [20] }] },
      'changed: 331 is not in its source',
    ],
    [
      'a figure from another paragraph',
      { text: { ko: '.', en: '64' }, sources: [{ article: 'e', paragraphs: [10] }] },
      'changed: 64 is not in its source',
    ],
    [
      'an amount that is worth something else in Korean',
      {
        text: { ko: '1억 7,300만 달러', en: '172 million' },
        amounts: [['1억 7,300만', '172 million']],
        sources: [{ article: 'd', paragraphs: [20] }],
      },
      'changed: 1억 7,300만 is not 172 million',
    ],
    ['a statement by nobody', { kind: 'statement', by: undefined }, 'changed: is a statement by nobody'],
    ['a language that is missing', { text: { ko: '', en: '.' } }, 'changed: lacks its text in a language'],
  ])('is refused with %s', (_, change, fault) => {
    expect(faultsWith(change)).toContain(fault);
  });

  it('is refused with an article that nothing rests on', () => {
    const others = claims.filter(({ sources }) => sources.every(({ article }) => article !== 'e'));
    expect(findFaults({ claims: others, articles, numbers })).toContain('article e: nothing rests on it');
  });
});
