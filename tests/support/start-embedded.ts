import { startEmbedded } from '@/db/embedded';

/** Run as a process of its own by embedded-server.test.ts: starts the server, says so, and waits to be killed. */
await startEmbedded(process.argv[2] ?? '');
process.send?.('started');
setInterval(() => {}, 60_000);
