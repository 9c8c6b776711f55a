import { actors } from '@/seeds/background/actors';
import { articles } from '@/seeds/background/articles';
import { disagreements } from '@/seeds/background/disagreements';
import { figures } from '@/seeds/background/figures';
import { lureSteps } from '@/seeds/background/lure';
import { overview } from '@/seeds/background/overview';
import { places } from '@/seeds/background/places';
import { relations } from '@/seeds/background/relations';
import { timeline as unsorted } from '@/seeds/background/timeline';
import type { Article, ArticleId, Claim, Text } from '@/seeds/background/types';
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

/** A claim, the page it stands on, and what it is about where its text alone does not say. */
export type Standing = { claim: Claim; page: EvidencePage; about?: Text };

const nameOf = (id: string) => actors.find((actor) => actor.id === id)?.name ?? { ko: id, en: id };

function between(from: string, to: string): Text {
  const [one, other] = [nameOf(from), nameOf(to)];
  return { ko: `${one.ko} → ${other.ko}`, en: `${one.en} → ${other.en}` };
}

/** Every claim of the background. */
export const evidence: readonly Standing[] = [
  ...overview.map((claim): Standing => ({ claim, page: '' })),
  ...timeline.map((claim): Standing => ({ claim, page: 'timeline' })),
  ...places.map(({ claim, name }): Standing => ({ claim, page: 'timeline', about: name })),
  ...figures.map((claim): Standing => ({ claim, page: 'figures' })),
  ...lureSteps.map((claim): Standing => ({ claim, page: 'how-it-works' })),
  ...actors.flatMap(({ parts, name }) =>
    parts.map((claim): Standing => ({ claim, page: 'who-does-what', about: name })),
  ),
  ...relations.map(
    (claim): Standing => ({ claim, page: 'who-does-what', about: between(claim.from, claim.to) }),
  ),
  ...viewpoints.flatMap(({ claims }) =>
    claims.map((claim): Standing => ({ claim, page: 'viewpoints', about: claim.by })),
  ),
  ...disagreements.flatMap(({ sides, point }) =>
    sides.map((claim): Standing => ({ claim, page: 'sources', about: point })),
  ),
];

export function articleOf(id: ArticleId): Article {
  const found = articles.find((article) => article.id === id);
  if (!found) throw new Error(`There is no article ${id}.`);
  return found;
}

/** What rests on an article, in the order of its paragraphs: each claim at the first paragraph that it names. */
export function supportedBy(id: ArticleId): (Standing & { paragraphs: readonly number[] })[] {
  return evidence
    .flatMap((standing) => {
      const source = standing.claim.sources.find(({ article }) => article === id);
      return source ? [{ ...standing, paragraphs: source.paragraphs }] : [];
    })
    .sort((one, other) => (one.paragraphs[0] ?? 0) - (other.paragraphs[0] ?? 0));
}

/** The points on which an article says something that another one does not. */
export function disputedBy(id: ArticleId) {
  return disagreements.filter(({ sides }) =>
    sides.some(({ sources }) => sources.some(({ article }) => article === id)),
  );
}
