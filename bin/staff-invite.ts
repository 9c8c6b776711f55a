import { parseArgs } from 'node:util';
import { closeDb, getDb } from '@/db/client';
import { env } from '@/lib/env';
import { createActiveAccount, inviteStaff } from '@/lib/staff/commands';
import { isRole, ROLES } from '@/lib/staff/roles';

/**
 * `npm run staff:invite -- --email E --name N --role R [--role R2]` prints an invitation link.
 * With `--activate --password-stdin` it makes a ready account and prints its TOTP secret as an otpauth URI, for automation: the password comes
 * through standard input, so that it stands in no process list.
 */
const USAGE = `usage: npm run staff:invite -- --email E --name N --role ROLE [--role ROLE] [--activate --password-stdin]
roles: ${ROLES.join(', ')}`;

const said: Record<string, string> = {
  'name-missing': 'Say a name with --name.',
  'name-long': 'A name can have up to 200 characters.',
  'email-bad': 'Say an e-mail address with --email.',
  'email-taken': 'There already is an account with this e-mail address.',
  'roles-missing': `Say at least one role with --role: ${ROLES.join(', ')}.`,
  'password-short': 'The password needs at least 12 characters.',
  'password-long': 'The password can have up to 256 characters.',
  'password-common': 'Many people use this password. Choose another one.',
  'password-personal': 'The password contains the name or the e-mail address. Choose another one.',
};

function readArguments() {
  return parseArgs({
    options: {
      email: { type: 'string', default: '' },
      name: { type: 'string', default: '' },
      role: { type: 'string', multiple: true, default: [] },
      activate: { type: 'boolean', default: false },
      'password-stdin': { type: 'boolean', default: false },
      locale: { type: 'string', default: 'ko' },
    },
  }).values;
}

async function readPassword(): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks)
    .toString('utf8')
    .replace(/\r?\n$/, '');
}

function fail(line: string): void {
  console.error(line);
  process.exitCode = 1;
}

async function run(): Promise<void> {
  const { email, name, role, activate, locale, ...rest } = readArguments();
  const unknown = role.filter((one) => !isRole(one));
  if (unknown.length > 0) return fail(`There is no role ${unknown.join(', ')}. ${said['roles-missing']}`);
  const person = { email, name, roles: role.filter(isRole) };
  if (activate) {
    if (!rest['password-stdin']) return fail(`--activate takes the password from standard input.\n${USAGE}`);
    const made = await createActiveAccount(getDb(), { ...person, password: await readPassword() });
    return made.ok ? console.log(made.otpauthUri) : fail(said[made.reason] ?? made.reason);
  }
  const invited = await inviteStaff(getDb(), 'command-line', person);
  if (!invited.ok) return fail(said[invited.reason] ?? invited.reason);
  const { HOST, PORT, NARU_PUBLIC_URL } = env();
  const base = NARU_PUBLIC_URL ?? `http://${HOST === '0.0.0.0' ? 'localhost' : HOST}:${PORT}`;
  const path = `/${locale === 'en' ? 'en' : 'ko'}/staff/setup?${new URLSearchParams({ token: invited.token })}`;
  console.log('Give this link to that person; it works once, within 7 days:');
  console.log(new URL(path, base).href);
}

try {
  await run();
} catch (error) {
  const bad = error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
  if (!bad) throw error;
  fail(`${error.message}\n${USAGE}`);
} finally {
  await closeDb();
}
