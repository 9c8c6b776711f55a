import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { getDb } from '@/db/client';
import { shipCheckpoint, shippedHere } from '@/lib/audit/checkpoints/commands';
import { withAudit } from '@/lib/audit/commands';
import { type AuditBreak, verifyAudit } from '@/lib/audit/queries';
import { setClock } from '@/lib/clock';
import { type Figure, none, type Stage } from './figure';
import { report } from './reporter';

/** What somebody does who can write every row of the database, the trigger switched off, and has no key. `$1` is a chain of four entries. */
const TAMPERING: Record<string, string[]> = {
  'an entry changed': [`update audit_entries set act = 'report.note' where object_id = $1 and seq = 2`],
  'a time changed': [`update audit_entries set at = at - interval '1 day' where object_id = $1 and seq = 1`],
  'an actor taken out': [
    `update audit_entries set actor_kind = 'system', actor_id = null where object_id = $1 and seq = 3`,
  ],
  'an entry removed': ['delete from audit_entries where object_id = $1 and seq = 2'],
  'an entry removed and the rest moved up': [
    'delete from audit_entries where object_id = $1 and seq = 2',
    'update audit_entries set seq = seq - 1 where object_id = $1 and seq > 2',
    'update audit_chains set count = 3 where object_id = $1',
  ],
  'two entries exchanged': [
    'update audit_entries set seq = -seq where object_id = $1 and seq in (2, 3)',
    'update audit_entries set seq = 5 + seq where object_id = $1 and seq < 0',
  ],
  'the end cut off': ['delete from audit_entries where object_id = $1 and seq = 4'],
  'the end cut off and the count put back': [
    'delete from audit_entries where object_id = $1 and seq = 4',
    'update audit_chains set count = 3, head = (select mac from audit_entries where object_id = $1 and seq = 3) where object_id = $1',
  ],
  'an entry made up': [
    `insert into audit_entries select gen_random_uuid(), object_kind, object_id, 5, at, actor_kind, actor_id, act, detail, mac
       from audit_entries where object_id = $1 and seq = 4`,
    'update audit_chains set count = 5 where object_id = $1',
  ],
  'the head removed': ['delete from audit_chains where object_id = $1'],
  'an entry moved from another chain': [
    `update audit_entries set mac = (select mac from audit_entries where object_id <> $1 and seq = 1 limit 1) where object_id = $1 and seq = 1`,
  ],
  'the whole chain removed with its head': [
    'delete from audit_entries where object_id = $1',
    'delete from audit_chains where object_id = $1',
  ],
  'the chain taken back with a head that was kept': [
    'delete from audit_entries where object_id = $1 and seq > 2',
    'update audit_chains set count = 2, head = (select head from kept_heads where object_id = $1) where object_id = $1',
  ],
};

/** Every kind of tampering on a real database, one at a time and undone again; up to the last checkpoint that was shipped each is found. */
export async function proveAudit({ app, long }: Stage): Promise<Figure[]> {
  const db = getDb();
  const weather = { requests: 0, broken: 0, unavailable: 0, reasons: new Map<string, number>() };
  for (let made = 0; made < (long ? 100 : 3); made += 1) await report(app.address, weather);
  const client = new pg.Client({ connectionString: process.env.POSTGRES_URL });
  await client.connect();
  const missed: string[] = [];
  const false_: string[] = [];
  try {
    await client.query('create temporary table kept_heads (object_id uuid, head bytea)');
    const chains: string[] = [];
    for (const _kind of Object.keys(TAMPERING)) chains.push(await makeChain(client));
    // The clock is this process's own: a checkpoint is due when five minutes have passed.
    setClock(new Date(Date.now() + 3_600_000));
    const heads = await shipCheckpoint(db);
    setClock(undefined);
    const verdict = async () => (await verifyAudit(db, await shippedHere(db))).breaks;
    for (const found of await verdict()) false_.push(inWords(found));
    for (const [index, [what, statements]] of Object.entries(TAMPERING).entries()) {
      const id = chains[index] ?? '';
      const found = await whileTampered(client, statements, id, verdict);
      if (!found.some(({ objectId }) => objectId === id)) missed.push(what);
      for (const other of found.filter(({ objectId }) => objectId !== id)) false_.push(inWords(other));
    }
    const { entries, chains: all } = await verifyAudit(db, await shippedHere(db));
    return [
      none(
        `tamperings not found, of ${Object.keys(TAMPERING).length} kinds, up to a checkpoint of ${heads} chains`,
        missed,
      ),
      none(`false alarms in ${entries} entries of ${all} chains`, false_),
    ];
  } finally {
    setClock(undefined);
    await client.end();
  }
}

const inWords = ({ objectKind, objectId, seq, what }: AuditBreak) =>
  `${objectKind}/${objectId} ${seq}: ${what}`;

/**
 * Four entries, with the head after the second kept aside, as somebody would who plans ahead. They speak of no row: what is searched for halves
 * afterwards would rightly miss it.
 */
async function makeChain(client: pg.Client): Promise<string> {
  const id = randomUUID();
  const write = (act: string) =>
    withAudit(getDb(), (_tx, record) =>
      record({ kind: 'report', id }, { kind: 'staff', id: randomUUID() }, act, { turn: randomUUID() }),
    );
  await write('report.received');
  await write('report.read');
  await client.query('insert into kept_heads select object_id, head from audit_chains where object_id = $1', [
    id,
  ]);
  await write('report.read');
  await write('report.read');
  return id;
}

/** Tampers, looks, and puts back what was there. Committed, so that whoever verifies sees it as it would be. */
async function whileTampered(
  client: pg.Client,
  statements: readonly string[],
  id: string,
  look: () => Promise<AuditBreak[]>,
): Promise<AuditBreak[]> {
  const tables = ['audit_entries', 'audit_chains'];
  await client.query('alter table audit_entries disable trigger user');
  for (const table of tables)
    await client.query(
      `create temporary table before_${table} as select * from ${table} where object_id = '${id}'`,
    );
  try {
    for (const statement of statements) await client.query(statement, [id]);
    return await look();
  } finally {
    for (const table of tables) {
      await client.query(`delete from ${table} where object_id = $1`, [id]);
      await client.query(`insert into ${table} select * from before_${table}`);
      await client.query(`drop table before_${table}`);
    }
    await client.query('alter table audit_entries enable trigger user');
  }
}
