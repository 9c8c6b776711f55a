import type { ArticleId, Source } from './types';

/** A source: `at('a', 5, 20)` is paragraphs 5 and 20 of article A. */
export function at(article: ArticleId, ...paragraphs: [number, ...number[]]): Source {
  return { article, paragraphs };
}

/** A source that says it only by way of something else; see `Source.inferred`. */
export function inferredFrom(article: ArticleId, ...paragraphs: [number, ...number[]]): Source {
  return { article, paragraphs, inferred: true };
}
