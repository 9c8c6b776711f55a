import { AsyncLocalStorage } from 'node:async_hooks';
import { randomBytes } from 'node:crypto';

/**
 * What belongs to one request for as long as it lasts. `status`: what is answered in place of 200, for a page that Next gives no way to choose.
 * @typedef {{ id: string, status?: number }} RequestScope
 */

/**
 * The request that is being worked on, for whatever is called on its way: log lines take its id from here. bin/serve.mjs opens it; Next brings
 * copies of this module of its own, so it stands on globalThis. Without bin/serve.mjs (serverless) there is none.
 * @type {AsyncLocalStorage<RequestScope>}
 */
export const requestScope = globalThis.naruRequestScope ?? new AsyncLocalStorage();
globalThis.naruRequestScope = requestScope;

/** 32 symbols without I, L, O and U, which are misread; one a byte's lower five bits. */
const SYMBOLS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * A request's id: ten symbols, 50 bits, short enough to be read out on the telephone. It says nothing and opens nothing.
 * @returns {string} such as `K7Q4M-2X9RT`
 */
export function makeRequestId() {
  let id = '';
  for (const byte of randomBytes(10)) id += SYMBOLS[byte & 31];
  return `${id.slice(0, 5)}-${id.slice(5)}`;
}
