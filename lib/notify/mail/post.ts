import 'server-only';
import { createTransport } from 'nodemailer';
import { mailSettings } from '@/lib/env';
import { MailAway } from '../outbox/commands';
import { letter } from './letter';

const CONNECT_MS = 10_000;
/** No letter takes longer, whatever the server does: it could otherwise keep a round of jobs for ever. */
const LETTER_MS = 30_000;
/** nodemailer's codes for a server that cannot be reached or does not let us in: nobody else's letter would fare better. */
const AWAY = new Set([
  'ECONNECTION',
  'ETIMEDOUT',
  'EDNS',
  'ESOCKET',
  'ETLS',
  'EAUTH',
  'ENOAUTH',
  'EOAUTH2',
  'ECONNREFUSED',
]);

export type Post = { send: (to: string) => Promise<void>; close: () => void };

/** Opens the way to the mail server; null where none is set. Close it after a round. `connectMs`: how long its first word is waited for. */
export function openPost(connectMs = CONNECT_MS): Post | null {
  const settings = mailSettings();
  if (!settings) return null;
  const { url, from, desk } = settings;
  const transport = createTransport({
    url,
    // Credentials and addresses do not cross a network in the clear.
    requireTLS: !isLocal(new URL(url)),
    connectionTimeout: connectMs,
    greetingTimeout: connectMs,
    dnsTimeout: connectMs,
    socketTimeout: LETTER_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const headers = { 'Auto-Submitted': 'auto-generated' };
  return {
    close: () => transport.close(),
    send: async (to) => {
      try {
        await inTime(transport.sendMail({ from, to: { name: '', address: to }, headers, ...letter(desk) }));
      } catch (error) {
        throw AWAY.has((error as { code?: string }).code ?? '') ? new MailAway('', { cause: error }) : error;
      }
    },
  };
}

const isLocal = ({ protocol, hostname }: URL) =>
  protocol === 'smtps:' || ['localhost', '127.0.0.1', '[::1]'].includes(hostname);

async function inTime(sending: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(Object.assign(new Error(), { code: 'ETIMEDOUT' })), LETTER_MS);
  });
  await Promise.race([sending, late]).finally(() => clearTimeout(timer));
}
