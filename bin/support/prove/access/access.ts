import { getDb } from '@/db/client';
import { verifyAudit } from '@/lib/audit/queries';
import {
  collectForms,
  pressByThoseWhoMay,
  replayBarred,
  replayByOthers,
  replayWithOthersObjects,
  sendBare,
} from './acts';
import { tryOthersObjects, tryOwn, tryStrangers } from './addresses';
import { discoverDesk } from './discover';
import { ACTIONS, ADDRESSES } from './expected';
import { Standing } from './standing';
import { Tally } from './tally';
import { makeWorld } from './world';

export type AccessResult = {
  tries: number;
  faults: string[];
  /** Actions without a form on any page that insiders were shown. */
  bare: string[];
  /** Forms that changed nothing for who may either, as they were filled in: their refusals say less. */
  idle: string[];
  addresses: number;
  actions: number;
};

/**
 * Every address and every act of the desk, tried by every role, by somebody whose session is over and by a stranger, with their own and with
 * other people's objects, against a running server. Where something opens or changes that should not, `faults` says what.
 */
export async function proveAccess(base: string): Promise<AccessResult> {
  const db = getDb();
  const world = await makeWorld(db, base);
  const standing = await Standing.open(process.env.POSTGRES_URL ?? '');
  try {
    const tally = new Tally(world, standing);
    const desk = discoverDesk();
    for (const name of desk.addresses)
      if (!ADDRESSES[name]) tally.fault(`${name} is not in the expected table`);
    for (const name of desk.actions) if (!ACTIONS[name]) tally.fault(`${name} is not in the expected table`);
    await tally.unmoved('opening an address', () => tryStrangers(tally));
    await tally.moved(() => tryOwn(tally));
    await tally.unmoved('opening other people’s objects', () => tryOthersObjects(tally));
    const forms = await collectForms(tally, world.open);
    const barred = await collectForms(tally, world.barred);
    await tally.moved(async () => undefined);
    await replayByOthers(tally, forms);
    const bare = await sendBare(tally, forms);
    await replayWithOthersObjects(tally, forms);
    await replayBarred(tally, barred);
    const idle = await pressByThoseWhoMay(tally, forms);
    const { breaks } = await verifyAudit(db);
    if (breaks.length > 0) tally.fault(`the audit breaks in ${breaks.length} places`);
    const { tries, faults } = tally;
    return { tries, faults, bare, idle, addresses: desk.addresses.length, actions: desk.actions.length };
  } finally {
    await standing.close();
  }
}
