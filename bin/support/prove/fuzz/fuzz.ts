import { randomInt } from 'node:crypto';
import { request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Figure, none, type Stage } from '../figure';
import { halvesHere } from '../whole/find-halves';
import { endingTarget, invitations, isIn, publicTargets, type Target } from './guests';
import { type Hostile, hostileBody } from './hostile-bodies';

/** One in so many bodies goes to a form that ends the draft it is sent from. */
const ENDING = 25;
/** Below a quarter of an hour, after which some pages of the desk want a fresh sign-in. */
const STAYS_MS = 10 * 60_000;

/**
 * Hostile bodies to everything that takes one: nothing answers with a fault of ours, nothing dies, nothing is half stored. They are sent from drafts and
 * sessions that are alive: whether they are is looked at again and again, and one that a body has ended is a fault.
 */
export async function proveFuzz(stage: Stage): Promise<Figure[]> {
  const { app, long } = stage;
  const bodies = long ? 10_000 : 300;
  const lookEvery = bodies / 5;
  const pid = app.pid;
  const invites = await invitations(app.address);
  const guests = await Promise.all(invites.map((invite) => invite()));
  const ofNobody = await publicTargets(app.address);
  const faults = new Map<string, number>();
  const ended: string[] = [];
  const logged = app.output.length;
  const statuses = new Map<number, number>();
  let sent = 0;
  let looks = 0;
  const look = async () => {
    for (const [at, guest] of guests.entries()) {
      looks += 1;
      const open = await isIn(guest);
      if (!open) ended.push(`${guest.name}, within ${sent} bodies`);
      const next = !open || Date.now() - guest.since > STAYS_MS ? await invites[at]?.() : undefined;
      if (next) guests[at] = next;
    }
  };
  const targetFor = async (turn: number): Promise<Target | undefined> => {
    if (turn % ENDING === 0) return endingTarget(app.address);
    const targets = [...ofNobody, ...guests.flatMap((guest) => guest.targets)];
    return targets[randomInt(targets.length)];
  };
  const hand = async () => {
    while (sent < bodies) {
      sent += 1;
      if (sent % lookEvery === 0) await look();
      const target = await targetFor(sent);
      if (!target) continue;
      const hostile = hostileBody(target.fields);
      const status = await throwAt(app.address, target, hostile);
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
      if (status >= 500 || status === 0) {
        const what = `${status} from ${target.path.split('?')[0]}: ${hostile.what}`;
        faults.set(what, (faults.get(what) ?? 0) + 1);
      }
    }
  };
  await Promise.all(Array.from({ length: 6 }, hand));
  await look();
  await sleep(500);
  await app.untilHealthy();
  if (faults.size > 0) console.log(placesIn(app.output.slice(logged)));
  const spread = [...statuses]
    .toSorted()
    .map(([status, times]) => `${status} × ${times}`)
    .join(', ');
  const forms = guests.reduce((sum, { targets }) => sum + targets.length, ofNobody.length);
  console.log(`  ${forms} forms and addresses; answers: ${spread}`);
  return [
    none(
      `answers of 500 and more, or none, to ${sent} hostile bodies`,
      [...faults].map(([what, times]) => `${times} × ${what}`),
    ),
    none(`drafts and sessions that a body had ended, of ${guests.length} in ${looks} looks`, ended),
    none('crashes', app.pid === pid && app.alive ? [] : ['the server is another process now']),
    none('rows that are half of something', await halvesHere()),
  ];
}

/** Where the application says that something broke, each place once. */
function placesIn(output: string): string {
  const lines = output.split('\n').filter((line) => line.startsWith('{') && line.includes('"level":"error"'));
  const places = lines.map((line) => {
    const { error, code, where, path } = JSON.parse(line) as Record<string, string>;
    return `  | ${[error, code, where, path].filter(Boolean).join(' ')}`;
  });
  return [...new Set(places)].join('\n');
}

function throwAt(base: string, { path, visitor }: Target, { body, headers }: Hostile): Promise<number> {
  const { hostname, port, origin } = new URL(base);
  return new Promise((resolve) => {
    const sent = request(
      {
        host: hostname,
        port,
        path,
        method: 'POST',
        headers: {
          cookie: visitor.cookie,
          origin,
          'x-forwarded-for': `10.${randomInt(256)}.${randomInt(256)}.${randomInt(1, 255)}`,
          ...Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== '')),
          'content-length': body.length,
        },
        timeout: 60_000,
      },
      (answer) => {
        answer.resume();
        answer.once('end', () => resolve(answer.statusCode ?? 0));
        answer.once('error', () => resolve(answer.statusCode ?? 0));
      },
    );
    // Who is told “too large” may be cut off while still sending; that is an answer.
    sent.once('error', () => resolve(body.length > 3_000_000 ? 413 : 0));
    sent.once('timeout', () => sent.destroy());
    sent.end(body);
  });
}
