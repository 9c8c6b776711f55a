import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { makeReceiptCode } from '@/lib/reports/receipt-code';
import { formsOn } from '../access/forms';
import { anyAddress, type Fields, Visitor } from '../access/visitor';
import type { Figure } from '../figure';
import { Sender } from './sender';

const SECOND = 1_000;
/** Of one address in a quarter of an hour: receipt codes that are looked up at once, then those that wait, then none (lib/abuse/code-tries.ts). */
const QUICK_CODES = 10;
const CODES = 200;
const CODE_WAIT = 3 * SECOND;
/** Those that wait are sent so many at a time: each waits by itself. */
const AT_ONCE = 38;
/** Failures to sign in to one account, and of one client, in a quarter of an hour (lib/staff/sessions/commands.ts). */
const FAILURES = { account: 20, client: 30 };
/** Posts of one address that go through at once in ten minutes (lib/abuse/slow-lane.ts). */
const POSTS = 300;
const POST_WAIT = 2 * SECOND;
/** Every window begins on one of these. */
const WINDOW = 300 * SECOND;

/** Tries go to the instances in turn, so that each alone sees too few to act: what is let through is what one instance would let through. */
export async function sharedLimits(instances: readonly string[], long: boolean): Promise<Figure[]> {
  await Promise.all(instances.map(untilCalm));
  const figures = [await codes(instances, long ? CODES + 10 : QUICK_CODES + 2)];
  if (!long) return figures;
  return [
    ...figures,
    await signIns(instances, 'account'),
    await signIns(instances, 'client'),
    await posts(instances),
  ];
}

/** Receipt codes guessed from one address: so many at once, then so many that wait, then none. */
async function codes(instances: readonly string[], tries: number): Promise<Figure> {
  const from = anyAddress();
  const send = await formOf(instances, '/ko/status', 'receipt_code');
  await windowWith(tries > CODES ? 60 * SECOND : 8 * SECOND);
  const seen = { quick: 0, slowed: 0, refused: 0 };
  const guess = async (at: number) => {
    const started = performance.now();
    const { location } = await send(at, from, { receipt_code: makeReceiptCode() });
    const waited = performance.now() - started >= CODE_WAIT;
    seen[location.includes('problem=slow') ? (waited ? 'slowed' : 'refused') : 'quick'] += 1;
  };
  for (let at = 0; at < QUICK_CODES; at += 1) await guess(at);
  const [slowed, refused] = [Math.min(tries, CODES) - QUICK_CODES, Math.max(0, tries - CODES)];
  for (let done = 0; done < slowed; done += AT_ONCE)
    await Promise.all(Array.from({ length: Math.min(AT_ONCE, slowed - done) }, (_, at) => guess(at)));
  // One after the other: whether somebody was made to wait shows in nothing but time.
  for (let at = 0; at < refused; at += 1) await guess(at);
  return {
    what: `${tries} receipt codes guessed from one address through ${instances.length} instances in turn`,
    value: `${seen.quick} at once, ${seen.slowed} slowed, ${seen.refused} refused`,
    bar: `${QUICK_CODES}, ${slowed}, ${refused}`,
    held: seen.quick === QUICK_CODES && seen.slowed === slowed && seen.refused === refused,
  };
}

/** Wrong passwords: for one account from many addresses, or from one address for many accounts. */
async function signIns(instances: readonly string[], limited: 'account' | 'client'): Promise<Figure> {
  const limit = FAILURES[limited];
  const one = { account: randomUUID(), client: anyAddress() };
  const send = await formOf(instances, '/ko/staff/sign-in', 'password');
  await windowWith(30 * SECOND);
  const answers: string[] = [];
  for (let at = 0; at < limit + 4; at += 1) {
    const account = limited === 'account' ? one.account : randomUUID();
    const { location } = await send(at, limited === 'client' ? one.client : anyAddress(), {
      email: `${account}@staff.example`,
      password: 'a wrong password of this length',
      code: '123456',
      next: '',
    });
    answers.push(/problem=(\w+)/.exec(location)?.[1] ?? location);
  }
  const first = answers.findIndex((answer) => answer !== 'wrong');
  return {
    what: `${answers.length} failures to sign in ${limited === 'account' ? 'to one account from many addresses' : 'from one address to many accounts'}`,
    value: `${first} let try, then: ${[...new Set(answers.slice(first))].join(', ')}`,
    bar: `${limit}, then: wait`,
    held: first === limit && answers.slice(first).every((answer) => answer === 'wait'),
  };
}

/** Reports of one address are never refused; past the limit each waits a little, wherever it is sent. */
async function posts(instances: readonly string[]): Promise<Figure> {
  const from = anyAddress();
  const senders = instances.map((instance) => new Sender(instance, 60 * SECOND));
  await windowWith(40 * SECOND);
  let stored = 0;
  const post = async (at: number) => {
    const started = performance.now();
    const outcome = await senders[at % senders.length]?.report(`같은 곳에서 온 신고 ${randomUUID()}`, from);
    if (outcome && 'code' in outcome) stored += 1;
    return performance.now() - started;
  };
  for (let sent = 0; sent < POSTS - 10; sent += 10)
    await Promise.all(Array.from({ length: 10 }, (_, at) => post(at)));
  const below: number[] = [];
  const above: number[] = [];
  for (let at = 0; at < 10; at += 1) below.push(await post(at));
  for (let at = 0; at < 4; at += 1) above.push(await post(at));
  for (const sender of senders) sender.stop();
  const waited = [below, above].map((all) => all.filter((took) => took >= POST_WAIT).length);
  return {
    what: `${POSTS + 4} reports from one address: stored; waited of the last ${below.length} below the limit and the ${above.length} above`,
    value: `${stored}; ${waited.join(' and ')}`,
    bar: `${POSTS + 4}; 0 and ${above.length}`,
    held: stored === POSTS + 4 && waited[0] === 0 && waited[1] === above.length,
  };
}

/** What is counted here is also timed: waits until an instance has done with what came before and answers at once, or for two minutes. */
async function untilCalm(instance: string): Promise<void> {
  const deadline = Date.now() + 120 * SECOND;
  for (let quick = 0; quick < 5 && Date.now() < deadline; ) {
    const started = performance.now();
    const answer = await fetch(`${instance}/ko/sos`, { signal: AbortSignal.timeout(60 * SECOND) }).catch(
      () => null,
    );
    await answer?.arrayBuffer().catch(() => undefined);
    quick = performance.now() - started < SECOND ? quick + 1 : 0;
  }
}

/** Waits, if it has to, until every limit's window has so much left. */
async function windowWith(ms: number): Promise<void> {
  const left = WINDOW - (Date.now() % WINDOW);
  if (left < ms) await sleep(left + SECOND);
}

/** Opens a page once and answers how to send its form, to one instance after the other: the same build serves in all of them. */
async function formOf(instances: readonly string[], path: string, field: string) {
  const form = formsOn(await new Visitor(instances[0] ?? '', 'flood').get(path)).find(({ fields }) =>
    fields.some(([name]) => name === field),
  );
  if (!form) throw new Error(`no form on ${path}`);
  return (turn: number, from: string, typed: Record<string, string>) => {
    const fields: Fields = form.fields.map(([name, value]) => [name, typed[name] ?? value]);
    return new Visitor(instances[turn % instances.length] ?? '', 'flood', from).post(path, fields);
  };
}
