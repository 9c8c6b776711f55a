type Kind = 'SELF_DANGER' | 'FAMILY' | 'WITNESS' | 'OFFER' | 'RETURNEE' | 'PRO';

/** Words that differ when one speaks of oneself, of a family member, or of the past: `any` is for every kind that is not named. */
export type ByKind = string | ({ any: string } & Partial<Record<Kind, string>>);

/** The words as this kind of reporter reads them; nothing where there is nothing to say. */
export function forKind(text: ByKind, kind: string): string;
export function forKind(text: ByKind | undefined, kind: string): string | undefined;
export function forKind(text: ByKind | undefined, kind: string): string | undefined {
  if (text === undefined || typeof text === 'string') return text;
  const found = Object.entries(text).find(([name]) => name === kind);
  return found?.[1] ?? text.any;
}

/**
 * What is said about one field: its question, one line that helps, why it is asked where that is not plain, what one of several is called, its
 * name on the check page and the desk.
 */
export type FieldWords = { label: ByKind; hint?: ByKind; why?: ByKind; item?: string; short: string };
