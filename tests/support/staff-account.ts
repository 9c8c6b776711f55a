import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import type { Role } from '@/lib/staff/roles';
import type { Person } from './pages/desk';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Somebody new every time. */
export function somebody(name: string): Person {
  return { name, email: `${randomUUID()}@example.org`, password: `gentle-otter-${randomUUID()}` };
}

/** `npm run staff:invite` against the server under test; answers the last line that it says. */
function staffInvite(args: string[], input = ''): Promise<string> {
  const env = {
    ...process.env,
    POSTGRES_URL: process.env.E2E_POSTGRES_URL,
    NARU_DATA_DIR: process.env.E2E_DATA_DIR,
    NARU_PUBLIC_URL: process.env.E2E_BASE_URL,
  };
  const child = spawn(process.execPath, [`${root}bin/run.mjs`, 'staff-invite', ...args], { cwd: root, env });
  let said = '';
  child.stdout.on('data', (chunk) => {
    said += chunk;
  });
  child.stderr.on('data', (chunk) => {
    said += chunk;
  });
  child.stdin.end(input);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code) =>
      code === 0 ? resolve(said.trim().split('\n').at(-1) ?? '') : reject(new Error(said)),
    );
  });
}

const describe = ({ name, email }: Person, roles: readonly Role[]) => [
  ...['--name', name, '--email', email],
  ...roles.flatMap((role) => ['--role', role]),
];

/** Invites a person; answers the link. */
export function invite(person: Person, roles: readonly Role[]): Promise<string> {
  return staffInvite(describe(person, roles));
}

/** Makes a ready account; answers its authenticator's secret. */
export async function activate(person: Person, roles: readonly Role[]): Promise<string> {
  const uri = await staffInvite(
    [...describe(person, roles), '--activate', '--password-stdin'],
    person.password,
  );
  return new URL(uri).searchParams.get('secret') ?? '';
}
