/** The five articles that everything said about the events comes from, by letter, as readers see them. */
export const articleIds = ['a', 'b', 'c', 'd', 'e'] as const;

export type ArticleId = (typeof articleIds)[number];

/** Written in each language, not translated; it stands here and not in the dictionary, because it is data with sources. */
export type Text = { ko: string; en: string };

/**
 * Where a claim stands. Paragraphs are the lines of the copy we hold that are not empty, counted from 1 with the headline and captions.
 * `inferred`: the paragraph does not say it in so many words (a weekday turned into a date, a year left out).
 */
export type Source = { article: ArticleId; paragraphs: readonly [number, ...number[]]; inferred?: true };

/** `statement` is what somebody says or estimates, `inference` what we concluded ourselves and nobody wrote. */
export const claimKinds = ['fact', 'figure', 'statement', 'inference'] as const;

export type ClaimKind = (typeof claimKinds)[number];

/** How exactly a date is known: `by` is no later than, `about` is around. `to` closes a span. */
export type When = {
  from: string;
  to?: string;
  precision: 'day' | 'month' | 'span' | 'by' | 'about';
  inferred?: true;
};

/** One thing said about the events, with what it rests on. */
export type Claim = {
  id: string;
  kind: ClaimKind;
  text: Text;
  sources: readonly [Source, ...Source[]];
  /** Who says it, for a statement. */
  by?: Text;
  /** Dates named in the text, so that their numbers need not stand in the source. */
  dates?: readonly string[];
  /** A Korean way of writing an amount, and the source's: `['1억 7,200만', '172 million']`. The check compares the values. */
  amounts?: readonly (readonly [string, string])[];
};

export type Article = {
  id: ArticleId;
  /** Null where the copy has none. */
  title: string | null;
  date: When | null;
  /** The date in the copy's own terms. */
  dateNote: Text;
  /** The outlet as the copy names it; null where it names none. */
  outlet: Text | null;
  notes: Text;
};

export type TimelineEntry = Claim & { when: When };

export const figureGroups = ['cases', 'people', 'elsewhere', 'mission'] as const;

export type FigureGroup = (typeof figureGroups)[number];

export type Figure = Claim & {
  group: FigureGroup;
  label: Text;
  saidBy: Text;
  /** The value as shown, and in plain numbers; two of them are a range. */
  shown: Text;
  value: readonly [number] | readonly [number, number];
  unit: 'people' | 'cases' | 'KRW' | 'USD' | 'entities' | 'months';
};

export const sides = ['korea', 'both', 'cambodia', 'beyond'] as const;

export type Side = (typeof sides)[number];

export type Actor = {
  id: string;
  name: Text;
  /** The name in the picture: a line or two, broken where the array breaks. */
  short: { ko: readonly string[]; en: readonly string[] };
  side: Side;
  parts: readonly [Claim, ...Claim[]];
};

/** One actor does something to or with another. The words are a few, for the picture's table. */
export type Relation = Claim & { from: string; to: string };

export type Viewpoint = {
  id: string;
  name: Text;
  /** Who speaks here and who does not. */
  lead: Text;
  claims: readonly [Claim, ...Claim[]];
};

/** Both values stand, each with its source: there is no silent choice. */
export type Disagreement = {
  id: string;
  point: Text;
  sides: readonly [Claim, Claim, ...Claim[]];
  note: Text;
};

/** What none of the articles says. */
export type Unknown = { id: string; text: Text };

export type Place = { id: string; name: Text; position: readonly [number, number]; claim: Claim };
