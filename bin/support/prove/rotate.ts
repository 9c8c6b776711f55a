import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { join as joinPath } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { sql } from 'drizzle-orm';
import { getDb } from '@/db/client';
import { indexDue } from '@/lib/search/indexing/commands';
import { root } from '../root';
import { SCRIPT_FLAGS } from '../run-child';
import { newInstance } from '../stage';
import { formsOn } from './access/forms';
import { join, makeAccount, signIn } from './access/people';
import { fileReport } from './access/world';
import { settleAccount } from './account';
import { Browser, type Weather } from './browser';
import { type Figure, none, type Stage } from './figure';
import { type Acknowledged, report } from './reporter';

const run = promisify(execFile);
const REPORTERS = 2;
const READERS = 2;

/**
 * The wrapping key is exchanged while people report, come back with their code and read at the desk, by the order in docs/operations.md: every
 * process learns the new key, then writes with it, then everything is wrapped anew, then the old key is taken away. Then a sign-in, a search and a
 * file of before are had without it. An instance that is no
 * longer asked stands for a process that was restarted.
 */
export async function proveRotate({ app, long }: Stage): Promise<Figure[]> {
  const dwell = long ? 20_000 : 1_500;
  const old = process.env.NARU_KEYS ?? '';
  const made = `next:${randomBytes(32).toString('base64')}`;
  const withKeys = async (keys: string) => {
    process.env.NARU_KEYS = keys;
    const instance = await newInstance();
    process.env.NARU_KEYS = old;
    return instance;
  };
  const [knows, writes, without] = [
    await withKeys(`${old},${made}`),
    await withKeys(`${made},${old}`),
    await withKeys(made),
  ];
  const others = [knows, writes, without];
  const before = await leaveBehind();
  const { visitor } = await join(getDb(), app.address, 'Rotate casework', ['CASEWORKER']);
  const world = new Traffic(app.address, visitor.cookie);
  const people = world.begin();
  let rewrapped: string[] = [];
  let left = -1;
  let unread = ['nothing was tried'];
  try {
    await Promise.all(others.map((instance) => instance.start()));
    await sleep(dwell);
    await world.moveTo([app.address, knows.address], dwell);
    await world.moveTo([knows.address, writes.address], dwell);
    await world.moveTo([writes.address], 0);
    rewrapped = [await rotate(`${made},${old}`), await rotate(`${made},${old}`)];
    left = await wrappedWith(old.split(':')[0] ?? '');
    await world.moveTo([writes.address, without.address], dwell);
    await world.moveTo([without.address], dwell);
    unread = await readWithout(without.address, before);
  } finally {
    world.end();
    await Promise.all(people);
    await Promise.all(others.map((instance) => instance.end('SIGTERM')));
  }
  // As it was found, for what is proved after this.
  await rotate(`${old},${made}`);
  const account = await settleAccount(getDb(), world.told);
  const { weather, told, reads } = world;
  console.log(`  ${rewrapped.join(' ')} ${told.length} receipts, ${weather.requests} requests`);
  return [
    { what: 'reads while the key was exchanged', value: String(reads), bar: 'some', held: reads > 0 },
    none('failed reads', [
      ...world.failed,
      ...Array(weather.unavailable + weather.broken).fill('a request that was not answered'),
    ]),
    none('of a sign-in, a search and a file of before, not had once the old key was gone', unread),
    none('acknowledged reports lost', account.lost),
    none(`breaks in ${account.auditEntries} audit entries`, Array(account.auditBreaks).fill('a break')),
    { what: 'keys that still needed the old one', value: String(left), bar: '0', held: left === 0 },
  ];
}

/** Nobody else writes so. */
const WORD = '열쇠꽃';
/** How the first bytes of a JPEG read, none of which is text. */
const JPEG = '\ufffd'.repeat(4);

/** An account, and a report with a photo in the search, all made under the old key. */
async function leaveBehind() {
  const db = getDb();
  const account = await makeAccount(db, 'Rotate later', ['CASEWORKER']);
  const { reference, fileId } = await fileReport(db, WORD, 'SAFE');
  // All of it: what a flood left behind comes first.
  while ((await indexDue(db)) > 0);
  return { account, reference, fileId };
}

/** Signs in, searches and opens the photo where nothing knows the old key. */
async function readWithout(
  base: string,
  { account, reference, fileId }: Awaited<ReturnType<typeof leaveBehind>>,
): Promise<string[]> {
  const visitor = await signIn(base, account).catch(() => null);
  if (!visitor) return ['the sign-in'];
  const form = formsOn(await visitor.get('/ko/staff/search')).find(({ fields }) =>
    fields.some(([name]) => name === 'query'),
  );
  // Its filters are left open.
  const kept = (name: string) => name.startsWith('$ACTION') || name === 'locale';
  const fields = (form?.fields ?? []).map(
    ([name, value]) => [name, name === 'query' ? WORD : kept(name) ? value : ''] as const,
  );
  const { location } = await visitor.post(form?.to ?? '', fields);
  const { pathname, search } = new URL(location, base);
  const hits = await visitor.get(pathname + search);
  const file = await visitor.get(`/ko/staff/reports/${reference}/files/${fileId}`);
  return [
    ...(hits.text.includes(reference) ? [] : [`the search, answered with ${hits.status}`]),
    ...(file.status === 200 && file.text.startsWith(JPEG) ? [] : [`the file, answered with ${file.status}`]),
  ];
}

/** People who report, come back and read, at whichever instances are asked at the time. */
class Traffic {
  readonly weather: Weather = { requests: 0, broken: 0, unavailable: 0, reasons: new Map() };
  readonly told: Acknowledged[] = [];
  readonly failed: string[] = [];
  reads = 0;
  private asked: string[];
  private readonly busy = new Map<string, number>();
  private going = true;

  constructor(
    first: string,
    private readonly deskCookie: string,
  ) {
    this.asked = [first];
  }

  begin(): Promise<void>[] {
    return [
      ...Array.from({ length: REPORTERS }, () => this.live((base) => this.file(base))),
      ...Array.from({ length: READERS }, () => this.live((base) => this.comeBack(base))),
      this.live((base) => this.readAtDesk(base)),
    ];
  }

  end(): void {
    this.going = false;
  }

  /** From now on these alone are asked. Resolves when what was under way elsewhere is over, and `dwellMs` later. */
  async moveTo(addresses: string[], dwellMs: number): Promise<void> {
    this.asked = addresses;
    const elsewhere = () => [...this.busy].some(([base, count]) => count > 0 && !addresses.includes(base));
    for (const deadline = Date.now() + 60_000; elsewhere() && Date.now() < deadline; ) await sleep(20);
    await sleep(dwellMs);
  }

  private async live(act: (base: string) => Promise<void>): Promise<void> {
    while (this.going) {
      const base = this.asked[Math.floor(Math.random() * this.asked.length)] ?? '';
      this.busy.set(base, (this.busy.get(base) ?? 0) + 1);
      await act(base).catch((error: unknown) => {
        this.failed.push(`${base}: ${error instanceof Error ? error.message : String(error)}`);
      });
      this.busy.set(base, (this.busy.get(base) ?? 1) - 1);
    }
  }

  private async file(base: string): Promise<void> {
    this.told.push(await report(base, this.weather));
  }

  /** Any report that was sent so far, the oldest among them. */
  private async any(): Promise<Acknowledged> {
    while (this.told.length === 0 && this.going) await sleep(50);
    return this.told[Math.floor(Math.random() * this.told.length)] as Acknowledged;
  }

  private async comeBack(base: string): Promise<void> {
    const { reference, code } = await this.any();
    const browser = new Browser(base, this.weather);
    const page = await browser.send(await browser.open('/ko/status'), { receipt_code: code });
    if (!page.html.includes(reference)) throw new Error(`the code of ${reference} opened ${page.url}`);
    this.reads += 1;
  }

  private async readAtDesk(base: string): Promise<void> {
    const { reference, words } = await this.any();
    const answer = await fetch(`${base}/ko/staff/reports/${reference}`, {
      headers: { cookie: this.deskCookie },
      redirect: 'manual',
      signal: AbortSignal.timeout(20_000),
    });
    // A number in a text stands in an element of its own, so that no line breaks in it.
    const text = (await answer.text()).replace(/<[^>]*>/g, '');
    if (answer.status !== 200 || !text.includes(words))
      throw new Error(`the desk answered ${answer.status} for ${reference}`);
    this.reads += 1;
  }
}

/** `npm run keys:rotate` with these keys; answers its first line. */
async function rotate(keys: string): Promise<string> {
  const script = joinPath(root, 'bin', 'keys-rotate.ts');
  const { stdout } = await run(process.execPath, [...SCRIPT_FLAGS, script], {
    cwd: root,
    env: { ...process.env, NARU_KEYS: keys },
  });
  return stdout.split('\n')[0] ?? '';
}

async function wrappedWith(id: string): Promise<number> {
  const result = (await getDb().execute(
    sql`select (select count(*) from data_keys where key_id = ${id} and wrapped is not null)::int
             + (select count(*) from vault_secrets where key_id = ${id})::int as left`,
  )) as unknown as { rows: { left: number }[] };
  return result.rows[0]?.left ?? -1;
}
