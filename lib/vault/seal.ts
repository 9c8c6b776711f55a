import 'server-only';
import { decrypt, encrypt } from './cipher';

/** Where a sealed value stands. It is bound to this place: moved to another row or column, it no longer opens. */
export type Place = { table: string; row: string; column: string };

const associated = (place: Place) => `${place.table}/${place.row}/${place.column}`;

/** A data key in the open, only ever in memory. */
export type DataKey = { readonly id: string; readonly bytes: Buffer };

/** Seals any JSON value for one place. */
export function seal(key: DataKey, place: Place, value: unknown): Buffer {
  return encrypt(key.bytes, associated(place), Buffer.from(JSON.stringify(value)));
}

/** Opens a sealed JSON value. The caller names the type because it sealed it; throws when it was not sealed for this place. */
export function open<Value>(key: DataKey, place: Place, sealed: Buffer): Value {
  return JSON.parse(decrypt(key.bytes, associated(place), sealed).toString('utf8')) as Value;
}

/** Seals bytes as they are for one place: a file is not made a third larger for JSON's sake. */
export function sealBytes(key: DataKey, place: Place, plain: Buffer): Buffer {
  return encrypt(key.bytes, associated(place), plain);
}

/** Opens sealed bytes; throws when they were not sealed for this place. */
export function openBytes(key: DataKey, place: Place, sealed: Buffer): Buffer {
  return decrypt(key.bytes, associated(place), sealed);
}
