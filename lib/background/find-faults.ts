import type { Article, Claim, Figure, TimelineEntry } from '@/seeds/background/types';
import { digitsIn, englishAmount, koreanAmount } from './numbers';

/** The numbers that occur in each paragraph of each article, the first paragraph first. */
export type ArticleNumbers = Readonly<Record<string, readonly (readonly string[])[]>>;

type Evidence = { claims: readonly Claim[]; articles: readonly Article[]; numbers: ArticleNumbers };

const partsOf = (date: string) => date.split('-').map((part) => String(Number(part)));

/** All words of a claim in one language; a figure and an entry of the timeline have some beside their text. */
function wordingOf(claim: Claim, locale: 'ko' | 'en'): string {
  const { label, shown } = claim as Partial<Figure>;
  return [claim.text[locale], label?.[locale], shown?.[locale]].filter(Boolean).join(' ');
}

/** Numbers that the sources do not hold and that no date of the claim explains. */
function strayNumbers(claim: Claim, cited: ReadonlySet<string>): string[] {
  const { when } = claim as Partial<TimelineEntry>;
  const dates = [...(claim.dates ?? []), when?.from, when?.to].filter((date) => date !== undefined);
  const allowed = new Set([...cited, ...dates.flatMap(partsOf)]);
  const korean = (claim.amounts ?? []).reduce(
    (text, [amount]) => text.replaceAll(amount, ''),
    wordingOf(claim, 'ko'),
  );
  return [korean, wordingOf(claim, 'en')].flatMap(digitsIn).filter((number) => !allowed.has(number));
}

function faultsOf(claim: Claim, { articles, numbers }: Evidence): string[] {
  const found: string[] = [];
  if (claim.sources.length === 0) found.push('has no source');
  if (!claim.text.ko.trim() || !claim.text.en.trim()) found.push('lacks its text in a language');
  if (claim.kind === 'statement' && !claim.by) found.push('is a statement by nobody');
  const cited = new Set<string>();
  for (const { article, paragraphs } of claim.sources) {
    if (!articles.some(({ id }) => id === article))
      found.push(`cites an article that is not there, ${article}`);
    if (paragraphs.length === 0) found.push(`cites no paragraph of ${article}`);
    for (const paragraph of paragraphs) {
      const here = numbers[article]?.[paragraph - 1];
      if (!here) found.push(`cites a paragraph that is not there, ${article} ${paragraph}`);
      for (const number of here ?? []) cited.add(number);
    }
  }
  for (const [korean, english] of claim.amounts ?? []) {
    if (Math.abs(koreanAmount(korean) - englishAmount(english)) > 0.5)
      found.push(`${korean} is not ${english}`);
    if (!digitsIn(english).every((number) => cited.has(number)))
      found.push(`${english} is not in its source`);
  }
  return [...found, ...strayNumbers(claim, cited).map((number) => `${number} is not in its source`)];
}

/** What keeps a reader from trusting the evidence line by line, in words; empty when nothing does. */
export function findFaults(evidence: Evidence): string[] {
  const { claims, articles } = evidence;
  const seen = new Set<string>();
  const found: string[] = [];
  for (const claim of claims) {
    if (seen.has(claim.id)) found.push(`${claim.id}: stands there twice`);
    seen.add(claim.id);
    found.push(...faultsOf(claim, evidence).map((fault) => `${claim.id}: ${fault}`));
  }
  for (const { id } of articles) {
    const used = claims.some(({ sources }) => sources.some(({ article }) => article === id));
    if (!used) found.push(`article ${id}: nothing rests on it`);
  }
  return found;
}
