import { randomInt, randomUUID } from 'node:crypto';
import { getDb } from '@/db/client';
import { promoteReport } from '@/lib/cases/grouping/commands';
import { runDueJobs } from '@/lib/jobs/run';
import { listAgencies } from '@/lib/referrals/agencies/queries';
import { submitReport } from '@/lib/reports/commands';
import { changeState } from '@/lib/reports/desk/commands';
import { createDraft, saveSections } from '@/lib/reports/draft/commands';
import { findByReceipt } from '@/lib/reports/mailbox/queries';
import { askToWithdraw } from '@/lib/reports/requests/commands';
import type { Role } from '@/lib/staff/roles';
import { join, type Member } from '../access/people';
import type { Weather } from '../browser';
import { type Figure, none, type Stage } from '../figure';
import { randomMoment, type Strikes, strikeAll } from '../strikes';
import { halvesHere } from '../whole/find-halves';
import { workOnCase, workTogether } from './case-stories';
import { type Crew, Desk, type Pool } from './desk';
import { Hand } from './hand';
import { Ledger, StoryCut } from './ledger';
import { doInBulk, grantWithdrawal, releaseContact, workOnReport } from './report-stories';
import { settleActs } from './settle';

export type ActKills = Strikes & { crews: number };

type Story = (desk: Desk) => Promise<unknown>;

/** Longer stories come more often: they are where most of the acts are. */
const STORIES: Story[] = [
  workOnCase,
  workOnCase,
  workOnCase,
  workOnReport,
  releaseContact,
  grantWithdrawal,
  doInBulk,
];

/**
 * Crews work at the desk without pause while the application and PostgreSQL are killed; then everything that was answered is held against the
 * database, and the whole database is searched for what is only half done.
 */
export async function proveActs(stage: Stage, kills: ActKills): Promise<Figure[]> {
  const weather: Weather = { requests: 0, broken: 0, unavailable: 0, reasons: new Map() };
  const ledger = new Ledger();
  const astray: string[] = [];
  const desks = await setScene(stage, kills, ledger, weather);
  const done = () => ledger.acknowledged;

  async function work(desk: Desk): Promise<void> {
    // The longest first: a short run is to meet as many kinds of acts as it can.
    for (
      let story: Story = workOnCase;
      !ledger.closed;
      story = STORIES[randomInt(STORIES.length)] ?? workOnCase
    ) {
      try {
        await story(desk);
        await workTogether(desk);
      } catch (error) {
        if (!(error instanceof StoryCut)) astray.push(error instanceof Error ? error.message : String(error));
      }
    }
  }

  const started = Date.now();
  const crews = desks.map(work);
  try {
    await strikeAll(stage, kills, done, 'acts');
    await randomMoment(done);
  } finally {
    ledger.closed = true;
    await Promise.all(crews);
  }
  const seconds = Math.round((Date.now() - started) / 1000);
  // What follows from an act by itself (clocks of reports, the index) is a job's, and the next round finds what the last one left.
  const { failed } = await runDueJobs(getDb());
  const { lost, doubled, half, refusedAndDone } = await settleActs(ledger);
  const all = [...ledger.deeds, ...ledger.counted];
  const refused = all.filter(({ answer }) => answer.outcome === 'refused');
  const kinds = new Set(all.map(({ what }) => what));
  const whys = new Map<string, number>();
  for (const { what, answer } of refused) {
    const why = `${what.split('#')[1]} ${answer.why}${answer.lost ? ' after a lost answer' : ''}`;
    whys.set(why, (whys.get(why) ?? 0) + 1);
  }
  console.log(
    `  ${kills.app} × kill -9 of the application, ${kills.database} × of PostgreSQL, in ${seconds} s; ${weather.requests} requests\n` +
      `  acts of ${kinds.size} kinds answered: ${all.length}; refused: ${refused.length} (${[...whys].map(([why, times]) => `${times} × ${why}`).join(', ')})\n` +
      `  answers lost and asked for again with the same form: ${all.filter(({ answer }) => answer.lost).length}; forms sent once more after their answer: ${ledger.again}`,
  );
  return [
    { what: 'acts acknowledged', value: String(done()), bar: 'some', held: done() > 0 },
    none('acknowledged acts that are not there', lost),
    none('acts that are there twice, or where they do not belong', doubled),
    none('acts of which only a part is there', half),
    none('acts that were refused and done', refusedAndDone),
    none('halves in the whole database, and breaks in the audit', await halvesHere()),
    none('jobs that could not be done afterwards', failed),
    none('people led astray', astray),
  ];
}

async function setScene(stage: Stage, kills: ActKills, ledger: Ledger, weather: Weather): Promise<Desk[]> {
  const db = getDb();
  const base = stage.app.address;
  const member = (name: string, role: Role) => join(db, base, `${name} ${role}`, [role]);
  const second = await member('Second', 'SUPERVISOR');
  const [agency] = (await listAgencies(db, second.actor)).filter(
    (one) => one.inUse && !one.blocked && !one.abroad,
  );
  if (!agency) throw new Error('no agency to hand over to');
  const each = 3 + Math.ceil((kills.app + kills.database) / 2);
  const pool: Pool = {
    risky: await makeReports(second, each, { risk: 'RISKY', kind: 'SELF_DANGER' }),
    withdrawing: await makeReports(second, each, { risk: 'SAFE', kind: 'OFFER', asks: true }),
    quiet: await makeReports(second, 3 * each, { risk: 'SAFE', kind: 'OFFER' }),
  };
  const [first = ''] = await makeReports(second, 1, { risk: 'SAFE', kind: 'SELF_DANGER' });
  const shared = await promoteReport(db, second.actor, first);
  if (!shared.ok) throw new Error(shared.reason);
  const desks: Desk[] = [];
  for (let number = 1; number <= kills.crews; number += 1) {
    const hand = async (role: Role) => new Hand(await member(`Crew ${number}`, role), weather);
    const crew: Crew = {
      intake: await hand('INTAKE'),
      worker: await hand('CASEWORKER'),
      lead: await hand('SUPERVISOR'),
      second: await hand('SUPERVISOR'),
    };
    desks.push(new Desk(crew, ledger, pool, shared.number, agency.id, base, weather));
  }
  return desks;
}

type Given = { risk: 'SAFE' | 'RISKY'; kind: 'SELF_DANGER' | 'OFFER'; asks?: boolean };

/** Reports in screening, by their own commands. */
async function makeReports(by: Member, many: number, { risk, kind, asks = false }: Given): Promise<string[]> {
  const db = getDb();
  const made: string[] = [];
  for (let at = 0; at < many; at += 1) {
    const draft = await createDraft(db, kind);
    const answers =
      kind === 'OFFER'
        ? {
            S0: { contact_risk: [risk] },
            S4: {
              first_contact_channel: ['TELEGRAM'],
              ad_text: ['월 800만 원'],
              gave: ['NONE'],
              decided: ['REFUSED'],
            },
          }
        : { S0: { contact_risk: [risk] }, S1: { situation: ['CONFINED'], narrative: ['갇혀 있어요'] } };
    const saved = await saveSections(db, draft, answers, 0, 'ko');
    if (!saved.ok) throw new Error(saved.reason);
    const sent = await submitReport(db, draft, 'ko');
    if (!sent.ok) throw new Error(JSON.stringify(sent));
    const { reference, code } = sent.receipt;
    const change = { reference, action: 'SCREEN', seen: 'RECEIVED', reason: '' } as const;
    const screened = await changeState(db, by.actor, change);
    if (!screened.ok) throw new Error(screened.reason);
    if (asks) await askToWithdraw(db, (await findByReceipt(db, code)) ?? '', '그만둘래요', randomUUID());
    made.push(reference);
  }
  return made;
}
