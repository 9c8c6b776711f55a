import { servesHttps } from '@/lib/env';

/** `__Host-` binds a cookie to this very host and to https; browsers refuse the prefix over plain http. */
function cookieName(name: string): string {
  return servesHttps() ? `__Host-${name}` : name;
}

/** Holds the sealed id of the browser's draft. */
export const DRAFT_COOKIE = cookieName('naru_draft');

/** Holds the sealed right to read one report's status after its receipt code was given. */
export const STATUS_COOKIE = cookieName('naru_status');
