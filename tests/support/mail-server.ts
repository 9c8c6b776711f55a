import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

export type Letter = { to: string[]; raw: string };

export type MailServer = {
  url: string;
  letters: Letter[];
  /** Addresses that are refused, for good. */
  refused: Set<string>;
  stop: () => Promise<void>;
};

/** An SMTP server on loopback that takes every letter in but for refused addresses, and shows them. */
export async function startMailServer(port = 0): Promise<MailServer> {
  const letters: Letter[] = [];
  const refused = new Set<string>();
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    onRcptTo: ({ address }, _session, done) =>
      done(refused.has(address) ? Object.assign(new Error('no such box'), { responseCode: 550 }) : undefined),
    onData: (stream, { envelope }, done) => {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        letters.push({
          to: envelope.rcptTo.map(({ address }) => address),
          raw: Buffer.concat(parts).toString(),
        });
        done();
      });
    },
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const { port: taken } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${taken}`,
    letters,
    refused,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
