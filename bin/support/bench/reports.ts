import { spawn } from 'node:child_process';
import { Agent, request } from 'node:http';
import { join } from 'node:path';
import pg from 'pg';
import { settlePort } from '../port';
import type { AppProcess } from '../prove/app-process';
import { root } from '../root';
import { SCRIPT_FLAGS } from '../run-child';
import { familyJourney, sosJourney, words } from './journeys';
import { type Load, underLoad } from './load';
import type { Measure } from './measure';
import { residentMegabytes } from './memory';
import { rawInserts } from './pgbench';

const SECONDS = 12;
const CLIENTS = [1, 8, 32] as const;
/** Until V8 has compiled what a journey asks of a server that was just started, which takes it some seventy journeys. */
const FIRST_SECONDS = 12;

/** Complete reports a second: the whole family journey, sos, and the limits of the machine under the same clients in the same run. */
export async function benchReports(app: AppProcess): Promise<Measure[]> {
  const base = new URL(app.address);
  const first = await underLoad(1, FIRST_SECONDS, () => familyJourney(base), 0);
  const measures: Measure[] = [
    { part: `family journey, the first ${FIRST_SECONDS} s`, what: 'p50', value: first.p50, unit: 'ms' },
  ];
  for (const clients of CLIENTS) {
    const load = await underLoad(clients, SECONDS, () => familyJourney(base));
    measures.push(
      ...rows(`family journey, ${clients} clients`, load, {
        ...(clients === 8 ? { perSecond: 15 } : {}),
        ...(clients === 1 ? { p50: 150 } : {}),
      }),
    );
  }
  const sos = new Map<number, Load>();
  for (const clients of CLIENTS) {
    const load = await underLoad(clients, SECONDS, () => sosJourney(base));
    sos.set(clients, load);
    measures.push(...rows(`sos, ${clients} clients`, load));
  }
  measures.push({
    part: 'one instance',
    what: 'memory of a process under load, at most',
    value: await residentMegabytes(app.pid, 'at most'),
    unit: 'MB',
    bar: { atMost: 300 },
  });
  const size = await bytesOfSosReport();
  const raw = await rawInserts(process.env.POSTGRES_URL ?? '', size, 32, SECONDS);
  const inserts = `inserts of ${size} bytes by ${raw.by}`;
  measures.push(
    { part: `${inserts}, 32 clients`, what: 'rows stored', value: raw.perSecond, unit: 'a second' },
    {
      part: 'sos, 32 clients',
      what: `against ${inserts}`,
      value: (sos.get(32)?.perSecond ?? 0) / raw.perSecond,
      unit: '×',
    },
  );
  for (const way of ['insert', 'command'] as const) {
    const server = await bareServer(way, size);
    const load = await underLoad(32, SECONDS, () => twoRequests(server.port, way));
    server.stop();
    const ratio = (sos.get(32)?.perSecond ?? 0) / load.perSecond;
    const name =
      way === 'insert' ? `bare node:http and pg, rows of ${size} bytes` : 'the same command without Next';
    measures.push(...rows(`${name}, 32 clients`, load), {
      part: 'sos, 32 clients',
      what: `against ${name}`,
      value: ratio,
      unit: '×',
      ...(way === 'insert' ? { bar: { atLeast: 0.25 } } : {}),
    });
  }
  return measures;
}

function rows(part: string, load: Load, bars: { perSecond?: number; p50?: number } = {}): Measure[] {
  return [
    {
      part,
      what: 'reports stored',
      value: load.perSecond,
      unit: 'a second',
      ...(bars.perSecond ? { bar: { atLeast: bars.perSecond } } : {}),
    },
    { part, what: 'p50', value: load.p50, unit: 'ms', ...(bars.p50 ? { bar: { atMost: bars.p50 } } : {}) },
    { part, what: 'p95', value: load.p95, unit: 'ms' },
  ];
}

/** How many bytes the rows of one sos report take, over all tables that it writes to. */
async function bytesOfSosReport(): Promise<number> {
  const client = new pg.Client({ connectionString: process.env.POSTGRES_URL });
  await client.connect();
  try {
    const { rows: found } = await client.query<{ size: number }>(
      `select sum(pg_column_size(r.*))::int
         + (select sum(pg_column_size(s.*))::int from report_sections s where s.report_id = r.id)
         + (select sum(pg_column_size(u.*))::int from report_urgency u where u.report_id = r.id)
         + (select sum(pg_column_size(a.*))::int from audit_entries a where a.object_id = r.id)
         + (select sum(pg_column_size(k.*))::int from data_keys k where k.owner_id = r.id) as size
       from reports r where r.via_sos group by r.id order by max(r.received_at) desc limit 1`,
    );
    return found[0]?.size ?? 2_048;
  } finally {
    await client.end();
  }
}

async function bareServer(way: string, size: number): Promise<{ port: number; stop: () => void }> {
  const port = await settlePort('127.0.0.1', 0);
  const script = join(root, 'bin', 'support', 'bench', 'bare-server.ts');
  const child = spawn(process.execPath, [...SCRIPT_FLAGS, script, way, String(port), String(size)], {
    cwd: root,
    env: process.env,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  await new Promise<void>((resolve, reject) => {
    child.once('message', () => resolve());
    child.once('exit', () => reject(new Error('the bare server did not start')));
  });
  return { port, stop: () => void child.kill('SIGKILL') };
}

const agent = new Agent({ keepAlive: true, maxSockets: 64 });

/** Two requests, like a sos report: stored and read back, or a nonce fetched and the report sent with it. */
async function twoRequests(port: number, way: 'insert' | 'command'): Promise<void> {
  if (way === 'insert') return void (await ask(port, 'GET', await ask(port, 'POST', '')));
  await ask(port, 'POST', await ask(port, 'GET', ''), words());
}

function ask(port: number, method: string, path: string, body = ''): Promise<string> {
  return new Promise((resolve, reject) => {
    const sent = request({ agent, host: '127.0.0.1', port, method, path: `/${path}` }, (answer) => {
      let text = '';
      answer.on('data', (chunk: Buffer) => {
        text += chunk.toString('utf8');
      });
      answer.once('end', () => (answer.statusCode === 200 ? resolve(text) : reject(new Error('refused'))));
    });
    sent.once('error', reject);
    sent.end(body);
  });
}
