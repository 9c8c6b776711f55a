import { type ChildProcess, spawn } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rename, rm, rmdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const BUCKET = 'naru-evidence';
const CLI = new URL('../../node_modules/s3rver/bin/s3rver.js', import.meta.url).pathname;

export type S3Server = {
  environment: Record<string, string>;
  /** Everything that lies in the bucket, as the store keeps it. */
  contents: () => Promise<Buffer[]>;
  /** Makes these objects ones that the store cannot delete (it answers 500); what it gives back makes them deletable again. */
  protect: (names: readonly string[]) => Promise<() => Promise<void>>;
  stop: () => Promise<void>;
};

/** An S3-compatible server of the test's own, a process that is spoken to over HTTP like any other. */
export async function startS3Server(): Promise<S3Server> {
  const directory = await mkdtemp(join(tmpdir(), 'naru-s3-'));
  const args = [CLI, '-d', directory, '-a', '127.0.0.1', '-p', '0', '--configure-bucket', BUCKET];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  const port = await listening(child);
  return {
    environment: {
      S3_ENDPOINT: `http://127.0.0.1:${port}`,
      S3_BUCKET: BUCKET,
      S3_REGION: 'us-east-1',
      S3_ACCESS_KEY_ID: 'S3RVER',
      S3_SECRET_ACCESS_KEY: 'S3RVER',
    },
    contents: async () => {
      const names = (await readdir(join(directory, BUCKET))).filter((name) => name.endsWith('_object'));
      return Promise.all(names.map((name) => readFile(join(directory, BUCKET, name))));
    },
    protect: async (names) => {
      const places = names.map((name) => join(directory, BUCKET, `${name}._S3rver_object`));
      for (const place of places) {
        await rename(place, `${place}.kept`);
        await mkdir(place);
      }
      return async () => {
        for (const place of places) {
          await rmdir(place);
          await rename(`${place}.kept`, place);
        }
      };
    },
    stop: async () => {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGKILL');
      await ended;
      await rm(directory, { recursive: true, force: true });
    },
  };
}

function listening(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const look = (part: Buffer) => {
      said += part.toString('utf8');
      const port = /listening on 127\.0\.0\.1:(\d+)/i.exec(said)?.[1];
      if (port) resolve(port);
    };
    child.stdout?.on('data', look);
    child.stderr?.on('data', look);
    child.once('exit', () => reject(new Error(`s3rver did not start: ${said}`)));
  });
}
