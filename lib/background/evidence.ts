import { actors } from '@/seeds/background/actors';
import { articles } from '@/seeds/background/articles';
import { disagreements } from '@/seeds/background/disagreements';
import { figures } from '@/seeds/background/figures';
import { lureSteps } from '@/seeds/background/lure';
import { overview } from '@/seeds/background/overview';
import { places } from '@/seeds/background/places';
import { relations } from '@/seeds/background/relations';
import { timeline as unsorted } from '@/seeds/background/timeline';
import type { Article, ArticleId, Claim } from '@/seeds/background/types';
import { viewpoints } from '@/seeds/background/viewpoints';

import type { EvidencePage } from './addresses';

export { corrections, updatedOn } from '@/seeds/background/changes';
export type {
  Actor,
  Article,
  ArticleId,
  Claim,
  Disagreement,
  Figure,
  Source,
  TimelineEntry,
  When,
} from '@/seeds/background/types';
export { unknowns } from '@/seeds/background/unknowns';
export { actors, articles, disagreements, figures, lureSteps, overview, places, relations, viewpoints };

/** In the order in which things happened; what is known only to the month stands at its beginning. */
export const timeline = [...unsorted].sort((one, other) =>
  one.when.from < other.when.from ? -1 : one.when.from > other.when.from ? 1 : 0,
);

/** Every claim of the background, and the page on which it stands. */
export const evidence: readonly { claim: Claim; page: EvidencePage }[] = [
  ...overview.map((claim) => ({ claim, page: '' as const })),
  ...timeline.map((claim) => ({ claim, page: 'timeline' as const })),
  ...places.map(({ claim }) => ({ claim, page: 'timeline' as const })),
  ...figures.map((claim) => ({ claim, page: 'figures' as const })),
  ...lureSteps.map((claim) => ({ claim, page: 'how-it-works' as const })),
  ...actors.flatMap(({ parts }) => parts.map((claim) => ({ claim, page: 'who-does-what' as const }))),
  ...relations.map((claim) => ({ claim, page: 'who-does-what' as const })),
  ...viewpoints.flatMap(({ claims }) => claims.map((claim) => ({ claim, page: 'viewpoints' as const }))),
  ...disagreements.flatMap(({ sides }) => sides.map((claim) => ({ claim, page: 'sources' as const }))),
];

export function articleOf(id: ArticleId): Article {
  const found = articles.find((article) => article.id === id);
  if (!found) throw new Error(`There is no article ${id}.`);
  return found;
}

/** What rests on an article, by its paragraphs: each claim once, at the first paragraph that it names. */
export function supportedBy(
  id: ArticleId,
): { claim: Claim; page: EvidencePage; paragraphs: readonly number[] }[] {
  return evidence
    .flatMap(({ claim, page }) => {
      const source = claim.sources.find(({ article }) => article === id);
      return source ? [{ claim, page, paragraphs: source.paragraphs }] : [];
    })
    .sort((one, other) => (one.paragraphs[0] ?? 0) - (other.paragraphs[0] ?? 0));
}

/** The points on which an article says something that another one does not. */
export function disputedBy(id: ArticleId) {
  return disagreements.filter(({ sides }) =>
    sides.some(({ sources }) => sources.some(({ article }) => article === id)),
  );
}
