import 'server-only';
import { createHmac } from 'node:crypto';
import { bigrams } from '@/lib/linking/normalise/words';
import { deriveKey } from '@/lib/vault/secrets';
import { FIELD_CLASSES, type FieldClass, type Terms, type Wanted } from './terms';

/** How much of a keyed digest is kept: so little that unrelated bigrams share tokens, and a frequent one hides among them. */
export const TOKEN_BITS = 16;

/** The keys of search, one a class of field and one for identifiers. */
export type SearchKeys = Record<FieldClass | 'PHONE', Buffer>;

export function searchKeys(secret: Buffer): SearchKeys {
  const key = (name: FieldClass | 'PHONE') => deriveKey(secret, `search/${name}`);
  return { TEXT: key('TEXT'), NAME: key('NAME'), PLACE: key('PLACE'), PHONE: key('PHONE') };
}

const digest = (key: Buffer, text: string) => createHmac('sha256', key).update(text).digest();

/** A few thousand bigrams make up most of what is written: their digests are kept in memory, by key, up to so many, about a megabyte each. */
const MOST_KEPT = 10_000;
const kept = new WeakMap<Buffer, Map<string, number>>();

function cutDigest(key: Buffer, pair: string): number {
  const known = kept.get(key) ?? new Map<string, number>();
  kept.set(key, known);
  const cut = known.get(pair) ?? digest(key, pair).readUInt16BE(0);
  if (known.size < MOST_KEPT) known.set(pair, cut);
  return cut;
}

/** A bigram's token: its class above, the cut digest below, so that classes never meet. */
const token = (keys: SearchKeys, field: FieldClass, pair: string): number =>
  FIELD_CLASSES.indexOf(field) * 2 ** TOKEN_BITS + cutDigest(keys[field], pair);

/**
 * An identifier's token: a whole PostgreSQL integer, because identifiers have to be told apart. Two of a million numbers may share one; each hit is opened
 * and looked at. The key is the index's own, which no rotation changes, so no key id stands beside it.
 */
const identifier = (keys: SearchKeys, form: string) => digest(keys.PHONE, form).readInt32BE(0);

export const WEEK_SECONDS = 7 * 24 * 3_600;
/** Above the tokens of every class. */
export const FIRST_WEEK = FIELD_CLASSES.length * 2 ** TOKEN_BITS;

/** The token of the week in which something came; says no more than its time, which is in the clear. */
const weekToken = (at: Date) => FIRST_WEEK + Math.floor(at.getTime() / 1000 / WEEK_SECONDS);

/** What the index keeps of these terms of something that came at that moment. */
export function indexTokens(
  keys: SearchKeys,
  terms: Terms,
  at: Date,
): { tokens: number[]; identifiers: number[] } {
  const pairs = FIELD_CLASSES.flatMap((field) => [...terms[field]].map((pair) => token(keys, field, pair)));
  const tokens = [...pairs, weekToken(at)];
  return {
    tokens: [...new Set(tokens)].toSorted((one, other) => one - other),
    identifiers: [...new Set([...terms.phones].map((form) => identifier(keys, form)))],
  };
}

/** For one thing that is looked for: sets of tokens of which one has to be held whole, or identifiers of which one. */
export type Lookup = { anyOf: number[][] } | { identifiers: number[] };

export function lookupOf(keys: SearchKeys, wanted: Wanted): Lookup {
  if ('phone' in wanted) return { identifiers: wanted.phone.map((form) => identifier(keys, form)) };
  const text = bigrams(wanted.word).map((pair) => token(keys, 'TEXT', pair));
  const name = wanted.sounds.flatMap(bigrams).map((pair) => token(keys, 'NAME', pair));
  return { anyOf: [text, name].filter((set) => set.length > 0) };
}
