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

it('what Node warns of is a warning, named and without its words', async () => {
  const directory = await mkdtemp(join(process.cwd(), '.quiet-console-'));
  try {
    const script = join(directory, 'warned.mjs');
    await writeFile(script, `${SERVING} process.emitWarning('somebody typed this', 'MadeUpWarning', 'M1');`);
    const child = fork(script, { stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
    const said: string[] = [];
    child.stderr?.on('data', (part) => said.push(String(part)));
    await once(child, 'message');
    child.send('go');
    await once(child, 'exit');
    const lines = said.join('').trim().split('\n');
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      level: 'warn',
      error: 'MadeUpWarning',
      code: 'M1',
      event: 'process.warning',
    });
    expect(said.join('')).not.toContain('somebody typed this');
  } finally {
    await rm(directory, { recursive: true });
  }
});

it('a log that nobody takes any more is lost without end or noise', async () => {
  const directory = await mkdtemp(join(process.cwd(), '.quiet-console-'));
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
