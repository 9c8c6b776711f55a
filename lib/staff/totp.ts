import 'server-only';
import { Secret, TOTP } from 'otpauth';

/** RFC 6238 with what every authenticator app takes: SHA-1, six digits, 30 seconds. */
const PERIOD_SECONDS = 30;
const SECRET_BYTES = 20;

function totpOf(secret: string, label = ''): TOTP {
  return new TOTP({ issuer: 'Naru', label, secret: Secret.fromBase32(secret), period: PERIOD_SECONDS });
}

/** A new secret, in base32. */
export function makeTotpSecret(): string {
  return new Secret({ size: SECRET_BYTES }).base32;
}

/** The link that an authenticator app opens or scans. */
export function otpauthUri(secret: string, label: string): string {
  return totpOf(secret, label || 'staff').toString();
}

/** The time step whose code this is, one step early or late allowed; null when it is none. The caller refuses a step that was used. */
export function matchTotpStep(secret: string, code: string, at: Date): number | null {
  const timestamp = at.getTime();
  const delta = totpOf(secret).validate({ token: code, timestamp, window: 1 });
  return delta === null ? null : Math.floor(timestamp / 1000 / PERIOD_SECONDS) + delta;
}
