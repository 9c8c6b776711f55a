import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';

/** A process that logs what is said on its console, as a serving one does, and what nobody caught, as Next does. */
const SERVING = `
  import { quietConsole } from '../bin/support/quiet-console.mjs';
  import { makeLogger } from '../lib/log-writer.mjs';
  let lines = 0;
  const logger = makeLogger('info');
  const counted = (level) => (fields, event) => { lines += 1; logger[level](fields, event); };
  quietConsole({ error: counted('error'), warn: counted('warn') });
  process.on('uncaughtException', (error) => console.error(error));
  process.on('message', () => {
    console.error(new Error('once'));
    setTimeout(() => process.send(lines, () => process.exit()), 500);
  });
  process.send('ready');
`;

it('a log that nobody takes any more is lost without end or noise', async () => {
  const directory = await mkdtemp(join(process.cwd(), '.lost-log-'));
  try {
    const script = join(directory, 'serving.mjs');
    await writeFile(script, SERVING);
    const child = fork(script, { stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
    await once(child, 'message');
    child.stdout?.destroy();
    child.stderr?.destroy();
    child.send('go');
    const [lines] = await once(child, 'message');
    expect(lines).toBe(1);
  } finally {
    await rm(directory, { recursive: true });
  }
});
