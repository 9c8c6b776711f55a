import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { root } from '../root';

/** The built application in a process of its own, which can be killed as a power cut would. Everything it prints is kept. */
export class AppProcess {
  output = '';
  private child: ChildProcess | undefined;

  constructor(
    readonly address: string,
    private readonly env: NodeJS.ProcessEnv,
    /** Flags for Node itself, such as those of its profiler. */
    private readonly flags: readonly string[] = [],
  ) {}

  get pid(): number | undefined {
    return this.child?.pid;
  }

  /** How it ended by itself or when asked; null while it runs and after a kill. */
  get exitCode(): number | null {
    return this.child?.exitCode ?? null;
  }

  get alive(): boolean {
    return this.child !== undefined && this.child.exitCode === null && this.child.signalCode === null;
  }

  /** Starts it and waits until it answers that it and its database are well. Throws when it ends before that. */
  async start(): Promise<void> {
    const child = spawn(process.execPath, [...this.flags, join(root, 'bin', 'serve.mjs')], {
      cwd: root,
      env: this.env,
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    this.child = child;
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (chunk: Buffer) => {
        this.output += chunk.toString('utf8');
      });
    await new Promise<void>((resolve, reject) => {
      child.once('message', () => resolve());
      child.once('error', reject);
      child.once('exit', () => reject(new Error(`The server did not start. ${this.output.slice(-2_000)}`)));
    });
    await this.untilHealthy();
  }

  /** Waits until /api/health says ok. Throws after a minute. */
  async untilHealthy(): Promise<void> {
    const deadline = Date.now() + 60_000;
    while (Date.now() < deadline) {
      const answer = await fetch(`${this.address}/api/health`, { signal: AbortSignal.timeout(5_000) }).catch(
        () => undefined,
      );
      await answer?.arrayBuffer().catch(() => undefined);
      if (answer?.ok) return;
      await sleep(50);
    }
    throw new Error('The server did not get well within a minute.');
  }

  /** Ends it without asking (SIGKILL), or politely. Resolves when it is gone. */
  async end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    const child = this.child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill(signal);
    await gone;
  }
}
