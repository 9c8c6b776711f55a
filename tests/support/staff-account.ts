import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { root } from '@/bin/support/root';
import { SCRIPT_FLAGS } from '@/bin/support/run-child';
import type { Role } from '@/lib/staff/roles';
import type { Person } from './pages/desk';
import { serverEnvironment } from './server-environment';

/** Somebody new every time. */
export function somebody(name: string): Person {
  return { name, email: `${randomUUID()}@example.org`, password: `gentle-otter-${randomUUID()}` };
}

/** Runs `staff-invite`, and answers the last line that it says. */
async function staffInvite(command: readonly string[], input = ''): Promise<string> {
  const child = spawn(process.execPath, command, { cwd: root, env: await serverEnvironment() });
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

/** Invites a person by `npm run staff:invite`; answers the link. */
export function invite(person: Person, roles: readonly Role[]): Promise<string> {
  return staffInvite([join(root, 'bin', 'run.mjs'), 'staff-invite', ...describe(person, roles)]);
}

/** Makes a ready account by `npm run staff:invite`; answers its authenticator's secret. What `npm run` prepares first is there already, and left out. */
export async function activateByCommand(person: Person, roles: readonly Role[]): Promise<string> {
  const command = [...SCRIPT_FLAGS, join(root, 'bin', 'staff-invite.ts'), ...describe(person, roles)];
  return secretIn(await staffInvite([...command, '--activate', '--password-stdin'], person.password));
}

export type AskedFor = Person & { roles: readonly Role[] };
export type Made = { email: string; otpauthUri: string } | { email: string; problem: string };

let maker: Promise<ChildProcess> | undefined;

/** The same in one process for all that a worker of Playwright's asks for: to start one takes longer than most of what is tested with the account. */
export async function activate(person: Person, roles: readonly Role[]): Promise<string> {
  maker ??= startMaker();
  const child = await maker;
  return new Promise((resolve, reject) => {
    const gone = () => reject(new Error('The process that makes accounts has ended.'));
    const hear = (made: Made) => {
      if (made.email !== person.email) return;
      child.off('message', hear).off('exit', gone);
      if ('problem' in made) reject(new Error(made.problem));
      else resolve(secretIn(made.otpauthUri));
    };
    child.on('message', hear).on('exit', gone);
    child.send({ ...person, roles } satisfies AskedFor);
  });
}

async function startMaker(): Promise<ChildProcess> {
  const child = spawn(
    process.execPath,
    [...SCRIPT_FLAGS, join(root, 'tests', 'support', 'account-maker.ts')],
    {
      cwd: root,
      env: await serverEnvironment(),
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    },
  );
  // It ends with the worker, and keeps none from ending.
  child.unref();
  child.channel?.unref();
  return child;
}

const secretIn = (otpauthUri: string) => new URL(otpauthUri).searchParams.get('secret') ?? '';
