import 'server-only';
import { hash, verify } from '@node-rs/argon2';

/** `Algorithm.Argon2id`: a const enum, which single-file compilation cannot read. */
const ARGON2ID = 2;
/** 64 MiB, three passes (OWASP's floor is 46 MiB and one). */
const COST = { algorithm: ARGON2ID, memoryCost: 64 * 1024, timeCost: 3, parallelism: 1 };

const MIN_LENGTH = 12;
/** Longer than any passphrase, short enough that hashing stays bounded. */
const MAX_LENGTH = 256;

/** The most used passwords of twelve and more characters, and the bare words that long ones are made of. Compared without case, spaces, signs. */
const COMMON = new Set([
  '123456789012',
  '1234567890123',
  '12345678901234567890',
  '111111111111',
  '000000000000',
  '112233445566',
  '121212121212',
  '123123123123',
  '123456123456',
  '987654321012',
  'abcdefghijkl',
  'aaaaaaaaaaaa',
  'password1234',
  'passwordpassword',
  'password12345',
  'password123456',
  'qwertyuiop12',
  'qwertyuiop123',
  'qwertyuiopasdf',
  'qwertyqwerty',
  'qwerty123456',
  'asdfghjkl123',
  '1q2w3e4r5t6y',
  '1qaz2wsx3edc',
  '1qaz2wsx3edc4rfv',
  'qazwsxedcrfv',
  'iloveyou1234',
  'administrator',
  'administrator1',
  'adminadmin12',
  'adminadminadmin',
  'welcome12345',
  'letmeinletmein',
  'changemechangeme',
  'correcthorsebatterystaple',
  'dkssudgktpdy',
  'rkskekfkakqktk',
  '비밀번호비밀번호비밀번호',
]);

export type PasswordProblem = 'password-short' | 'password-long' | 'password-common' | 'password-personal';

/** One form of what was typed: the same keys give the same password on every system (NIST SP 800-63B 3.1.1.2 asks for NFKC or NFKD). */
const normalise = (password: string) => password.normalize('NFKC');
const bare = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{Nd}]/gu, '');

/** What is wrong with a new password, or null. Length decides; there are no rules about kinds of characters. */
export function findPasswordProblem(
  password: string,
  person: { name: string; email: string },
): PasswordProblem | null {
  const characters = [...normalise(password)].length;
  if (characters < MIN_LENGTH) return 'password-short';
  if (characters > MAX_LENGTH) return 'password-long';
  const plain = bare(password);
  if (COMMON.has(plain) || new Set(plain).size < 4) return 'password-common';
  const [mailbox = ''] = person.email.split('@');
  const own = [person.name, person.email, mailbox].map(bare).filter((word) => word.length >= 2);
  // What is left without the person's own words must still be something of a password.
  const left = own.reduce((rest, word) => rest.replaceAll(word, ''), plain);
  if (own.length > 0 && left.length < Math.min(MIN_LENGTH / 2, plain.length)) return 'password-personal';
  return null;
}

export function hashPassword(password: string): Promise<string> {
  return inTurn('known', () => hash(normalise(password), COST));
}

/**
 * Compares against a hash; with none (unknown account) does the same work and says no, so that time tells nothing. `from`: whether the browser has signed in to this
 * account before. `busy`: too many strangers wait already, and nothing was compared.
 */
export async function verifyPassword(
  stored: string | null,
  password: string,
  from: Lane,
): Promise<boolean | 'busy'> {
  if (from === 'strangers' && lanes.strangers.waiting >= MOST_STRANGERS) return 'busy';
  const known = stored ?? (await decoy());
  const matches = await inTurn(from, () => verify(known, normalise(password).slice(0, 4 * MAX_LENGTH)));
  return matches && stored !== null;
}

let decoyHash: Promise<string> | undefined;

function decoy(): Promise<string> {
  decoyHash ??= hashPassword('nobody has this password');
  return decoyHash;
}

/** Whoever is known waits for no stranger. */
type Lane = 'known' | 'strangers';
/** As many as are compared in a few seconds. */
export const MOST_STRANGERS = 20;
const lanes: Record<Lane, { last: Promise<unknown>; waiting: number }> = {
  known: { last: Promise.resolve(), waiting: 0 },
  strangers: { last: Promise.resolve(), waiting: 0 },
};

/**
 * One at a time in each lane of a process: each takes 64 MiB and a core, and many who try to sign in at once are not to take them from those who
 * report.
 */
function inTurn<Result>(from: Lane, work: () => Promise<Result>): Promise<Result> {
  const lane = lanes[from];
  lane.waiting += 1;
  const mine = lane.last.then(work).finally(() => {
    lane.waiting -= 1;
  });
  lane.last = mine.catch(() => undefined);
  return mine;
}
