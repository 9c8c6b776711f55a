/** The background's pages, by the last part of their address; the overview has none. Claims stand on all but the last. */
export const pageSlugs = [
  '',
  'timeline',
  'figures',
  'how-it-works',
  'who-does-what',
  'viewpoints',
  'sources',
  'before-you-go',
] as const;

export type PageSlug = (typeof pageSlugs)[number];

export type EvidencePage = Exclude<PageSlug, 'before-you-go'>;

/** Every address of the background without its language. proxy.ts reads this, so it knows nothing else. */
export const backgroundPaths: readonly string[] = [
  ...pageSlugs.map((slug) => (slug ? `/background/${slug}` : '/background')),
  ...['a', 'b', 'c', 'd', 'e'].map((id) => `/background/sources/${id}`),
];
