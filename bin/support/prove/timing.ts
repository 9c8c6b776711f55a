import { randomInt, randomUUID } from 'node:crypto';
import { getDb } from '@/db/client';
import { parseReceiptCode } from '@/lib/reports/receipt-code';
import { createActiveAccount } from '@/lib/staff/commands';
import { formsOn } from './access/forms';
import { type Fields, Visitor } from './access/visitor';
import type { Figure, Stage } from './figure';
import { signedRank } from './rank-test';
import { report } from './reporter';

const ALPHABET = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
/** Below this the two are told apart. */
const LEAST_P = 0.01;
/** Failures that one account and one address are answered without waiting; staying below keeps the limits out of what is measured. */
const TRIES_AN_ACCOUNT = 15;

type Try = { kind: 'existing' | 'unknown'; send: () => Promise<unknown> };
type Side = () => Promise<Try['send']> | Try['send'];

/**
 * Whether time tells what the answer does not: an account that exists from one that does not, both with a wrong password; a code that is one symbol off an
 * existing one from one made up. (A right code opens the report, so there is nothing that time could add.) Pairs, in random order, right
 * after each other; a difference that shows twice in a row counts, so that chance alone is seen once in ten thousand runs.
 */
export async function proveTiming(stage: Stage, tries: number): Promise<Figure[]> {
  const pairs = Math.ceil(tries / 2);
  return [
    await figure('an account that exists or not', pairs, await accountSides(stage, pairs)),
    await figure('a code one symbol off an existing one, or made up', pairs, await codeSides(stage)),
  ];
}

async function figure(what: string, pairs: number, sides: [Side, Side]): Promise<Figure> {
  let { p, medianMs } = await measure(pairs, sides);
  const first = p;
  if (p <= LEAST_P) ({ p, medianMs } = await measure(pairs, sides));
  return {
    what: `${what}: ${2 * pairs} tries, median difference ${medianMs.toFixed(3)} ms`,
    value: `p = ${p.toFixed(3)}${first === p ? '' : ` (first ${first.toFixed(4)})`}`,
    bar: `p > ${LEAST_P}`,
    held: p > LEAST_P,
  };
}

async function measure(pairs: number, [one, other]: [Side, Side]) {
  const times: [number, number][] = [];
  // The first few warm up code and connections.
  for (let turn = -10; turn < pairs; turn += 1) {
    const sends = [await one(), await other()];
    const took = [0, 0];
    const order = randomInt(2) === 0 ? [0, 1] : [1, 0];
    for (const index of order) {
      const from = process.hrtime.bigint();
      await sends[index]?.();
      took[index] = Number(process.hrtime.bigint() - from) / 1e6;
    }
    if (turn >= 0) times.push([took[0] ?? 0, took[1] ?? 0]);
  }
  return signedRank(times);
}

/** Each try from an address and a browser of its own, with a form that was opened before the clock starts. */
async function formOf(
  base: string,
  path: string,
  field: string,
): Promise<(typed: Record<string, string>) => Promise<unknown>> {
  const visitor = new Visitor(base, 'times');
  const form = formsOn(await visitor.get(path)).find(({ fields }) => fields.some(([name]) => name === field));
  if (!form) throw new Error(`no form on ${path}`);
  return (typed) => {
    const fields: Fields = form.fields.map(([name, value]) => [name, typed[name] ?? value]);
    return new Visitor(base, 'times').post(form.to, fields);
  };
}

async function accountSides({ app }: Stage, pairs: number): Promise<[Side, Side]> {
  const send = await formOf(app.address, '/ko/staff/sign-in', 'password');
  const enough = Math.ceil((2 * pairs + 20) / TRIES_AN_ACCOUNT);
  const email = (name: string) => `${name}-${randomUUID()}@staff.example`;
  const existing = Array.from({ length: enough }, () => email('there'));
  const unknown = Array.from({ length: enough }, () => email('none'));
  for (const [index, address] of existing.entries()) {
    const password = `ferry ${randomUUID()}`;
    const made = await createActiveAccount(getDb(), {
      name: `Clerk ${index}`,
      email: address,
      roles: ['INTAKE'],
      password,
    });
    if (!made.ok) throw new Error(made.reason);
  }
  const side = (addresses: readonly string[]): Side => {
    let next = 0;
    return () => {
      const address = addresses[next++ % addresses.length] ?? '';
      return () =>
        send({ email: address, password: 'a wrong password of this length', code: '123456', next: '' });
    };
  };
  return [side(existing), side(unknown)];
}

async function codeSides({ app }: Stage): Promise<[Side, Side]> {
  const send = await formOf(app.address, '/ko/status', 'receipt_code');
  const weather = { requests: 0, broken: 0, unavailable: 0, reasons: new Map<string, number>() };
  const codes: string[] = [];
  for (let made = 0; made < 20; made += 1)
    codes.push((await report(app.address, weather)).code.replaceAll('-', ''));
  return [
    () => {
      const code = codes[randomInt(codes.length)] ?? '';
      return () => send({ receipt_code: withCheck(otherSymbol(code.slice(0, 17))) });
    },
    () => {
      const made = Array.from({ length: 17 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
      return () => send({ receipt_code: withCheck(made) });
    },
  ];
}

/** The same with its last symbol exchanged. */
const otherSymbol = (symbols: string) => {
  const others = [...ALPHABET].filter((one) => one !== symbols.at(-1));
  return symbols.slice(0, -1) + others[randomInt(others.length)];
};

/** With the check character that makes it a code. */
const withCheck = (symbols: string) =>
  [...ALPHABET].map((one) => symbols + one).find((code) => parseReceiptCode(code)) ?? '';
