import { randomInt, randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { getDb } from '@/db/client';
import { makeReceiptCode } from '@/lib/reports/receipt-code';
import { createActiveAccount } from '@/lib/staff/commands';
import { formsOn } from './access/forms';
import { anyAddress, type Fields, type Seen, Visitor } from './access/visitor';
import { type Figure, none, type Stage } from './figure';
import { signedRank } from './rank-test';
import { report } from './reporter';

/** Below this the two are told apart. */
const LEAST_P = 0.01;
/** Failures that one account and one address are answered without waiting; staying below keeps the limits out of what is measured. */
const TRIES_AN_ACCOUNT = 15;
/** Wrong codes of one address in a quarter of an hour, past which none is looked up (lib/abuse/code-tries.ts); those past ten wait, each by itself. */
const TRIES_AN_ADDRESS = 200;
const CODES = 8;
const LIMIT_WINDOW_MS = 15 * 60_000;
/** What is measured has to end before the next quarter of an hour begins: using the tries up, and each pair, twice. */
const leastLeftMs = (pairs: number) => 20_000 + 200 * pairs;

/** Makes the next try ready, and answers how to send it. */
type Side = () => () => Promise<Seen>;

/**
 * Whether time tells what the answer does not, wherever an existing one and an unknown one are answered alike: accounts with a wrong password;
 * receipt codes past the limit of one address, which are all refused; and receipt codes typed where a draft is opened. (Elsewhere a right code opens its report,
 * so that its answer says more than time could.) Pairs, in random order, right after each other; only a difference that shows twice
 * running counts, so that chance alone is seen once in ten thousand runs. That the answers are alike is held, too.
 */
export async function proveTiming(stage: Stage, tries: number): Promise<Figure[]> {
  const pairs = Math.ceil(tries / 2);
  const codes = await codesOf(stage);
  return [
    ...(await figures(
      'an account that exists or not, a wrong password',
      pairs,
      await accountSides(stage, pairs),
    )),
    ...(await figures(
      'a receipt code that exists or not, past the limit',
      pairs,
      await refusedSides(stage, codes, pairs),
    )),
    ...(await figures(
      'a receipt code that exists or not, where a draft is opened',
      pairs,
      await draftSides(stage, codes),
    )),
  ];
}

async function figures(what: string, pairs: number, sides: [Side, Side]): Promise<Figure[]> {
  const answers = [new Set<string>(), new Set<string>()] as const;
  let { p, medianMs } = await measure(pairs, sides, answers);
  const first = p;
  if (p <= LEAST_P) ({ p, medianMs } = await measure(pairs, sides, answers));
  const [existing, unknown] = answers.map((seen) => [...seen].toSorted().join(', '));
  return [
    {
      what: `${what}: ${2 * pairs} tries, median difference ${medianMs.toFixed(3)} ms`,
      value: `p = ${p.toFixed(3)}${first === p ? '' : ` (first ${first.toFixed(4)})`}`,
      bar: `p > ${LEAST_P}, or else when measured once more`,
      held: p > LEAST_P,
    },
    none(`${what}: answered otherwise`, existing === unknown ? [] : [`${existing} and ${unknown}`]),
  ];
}

async function measure(
  pairs: number,
  [one, other]: [Side, Side],
  answers: readonly [Set<string>, Set<string>],
) {
  const times: [number, number][] = [];
  // The first few warm up code and connections.
  for (let turn = -10; turn < pairs; turn += 1) {
    const sends = [one(), other()];
    const took = [0, 0];
    const order = randomInt(2) === 0 ? [0, 1] : [1, 0];
    for (const index of order) {
      const from = process.hrtime.bigint();
      const answer = await sends[index]?.();
      took[index] = Number(process.hrtime.bigint() - from) / 1e6;
      if (answer) answers[index === 0 ? 0 : 1].add(`${answer.status} ${answer.location}`);
    }
    if (turn >= 0) times.push([took[0] ?? 0, took[1] ?? 0]);
  }
  return signedRank(times);
}

/** Each try from a browser and, unless it is given, an address of its own, with a form that was opened before the clock starts. */
async function formOf(
  base: string,
  path: string,
  field: string,
): Promise<(typed: Record<string, string>, from?: string) => Promise<Seen>> {
  const visitor = new Visitor(base, 'times');
  const form = formsOn(await visitor.get(path)).find(({ fields }) => fields.some(([name]) => name === field));
  if (!form) throw new Error(`no form on ${path}`);
  return (typed, from) => {
    const fields: Fields = form.fields.map(([name, value]) => [name, typed[name] ?? value]);
    return new Visitor(base, 'times', from).post(form.to, fields);
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

/** Receipt codes of reports. */
async function codesOf({ app }: Stage): Promise<string[]> {
  const weather = { requests: 0, broken: 0, unavailable: 0, reasons: new Map<string, number>() };
  const codes: string[] = [];
  for (let made = 0; made < CODES; made += 1) codes.push((await report(app.address, weather)).code);
  return codes;
}

/** From one address that has used up its tries, for as long as it stays so. */
async function refusedSides({ app }: Stage, codes: readonly string[], pairs: number): Promise<[Side, Side]> {
  const send = await formOf(app.address, '/ko/status', 'receipt_code');
  const left = LIMIT_WINDOW_MS - (Date.now() % LIMIT_WINDOW_MS);
  if (left < leastLeftMs(pairs)) await sleep(left + 1_000);
  const from = anyAddress();
  await Promise.all(
    Array.from({ length: TRIES_AN_ADDRESS }, () => send({ receipt_code: makeReceiptCode() }, from)),
  );
  return [
    () => () => send({ receipt_code: codes[randomInt(codes.length)] ?? '' }, from),
    () => () => send({ receipt_code: makeReceiptCode() }, from),
  ];
}

async function draftSides({ app }: Stage, codes: readonly string[]): Promise<[Side, Side]> {
  const send = await formOf(app.address, '/ko/report/resume', 'resume_code');
  return [
    () => () => send({ resume_code: codes[randomInt(codes.length)] ?? '' }),
    () => () => send({ resume_code: makeReceiptCode() }),
  ];
}
