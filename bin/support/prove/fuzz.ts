import { randomInt } from 'node:crypto';
import { request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { getDb } from '@/db/client';
import type { Role } from '@/lib/staff/roles';
import { formsOn } from './access/forms';
import { join } from './access/people';
import { type Fields, Visitor } from './access/visitor';
import { type Figure, none, type Stage } from './figure';
import { type Hostile, hostileBody } from './hostile-bodies';
import { report } from './reporter';
import { halvesHere } from './whole/find-halves';

type Target = { path: string; fields: Fields; visitor: Visitor };

/** Hostile bodies to everything that takes one: nothing answers with a fault of ours, nothing dies, nothing is half stored. */
export async function proveFuzz(stage: Stage): Promise<Figure[]> {
  const { app, long } = stage;
  const bodies = long ? 10_000 : 300;
  const pid = app.pid;
  const targets = await collectTargets(app.address);
  const faults = new Map<string, number>();
  const logged = app.output.length;
  const statuses = new Map<number, number>();
  let sent = 0;
  const hand = async () => {
    while (sent < bodies) {
      sent += 1;
      const target = targets[randomInt(targets.length)];
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
  await sleep(500);
  await app.untilHealthy();
  if (faults.size > 0) console.log(placesIn(app.output.slice(logged)));
  const spread = [...statuses]
    .toSorted()
    .map(([status, times]) => `${status} × ${times}`)
    .join(', ');
  console.log(`  ${targets.length} forms and addresses; answers: ${spread}`);
  return [
    none(
      `answers of 500 and more, or none, to ${sent} hostile bodies`,
      [...faults].map(([what, times]) => `${times} × ${what}`),
    ),
    none('crashes', app.pid === pid && app.alive ? [] : ['the server is another process now']),
    none('rows that are half of something', await halvesHere()),
  ];
}

/** Where the application says that something broke, each place once. */
function placesIn(output: string): string {
  const lines = output.split('\n').filter((line) => line.startsWith('{') && line.includes('"level":"error"'));
  const places = lines.map((line) => {
    const { error, code, at, path } = JSON.parse(line) as Record<string, string>;
    return `  | ${[error, code, at, path].filter(Boolean).join(' ')}`;
  });
  return [...new Set(places)].join('\n');
}

/** Pages without and with a draft, of every kind; the desk as a supervisor and an administrator; and what takes a body without a form. */
async function collectTargets(base: string): Promise<Target[]> {
  const targets: Target[] = [];
  const take = async (visitor: Visitor, path: string) => {
    for (const form of formsOn(await visitor.get(path)))
      targets.push({ path: form.to, fields: form.fields, visitor });
  };
  const visitor = new Visitor(base, 'fuzz');
  for (const path of [
    '/ko/report',
    '/en/sos',
    '/ko/status',
    '/ko/report/resume',
    '/ko/staff/sign-in',
    '/ko/staff/setup?token=x',
  ])
    await take(visitor, path);
  for (const kind of ['SELF_DANGER', 'FAMILY', 'WITNESS', 'OFFER', 'RETURNEE', 'PRO']) {
    const person = new Visitor(base, kind);
    const [choice] = formsOn(await person.get('/ko/report')).filter(({ fields }) =>
      fields.some(([name]) => name === 'reporter_kind'),
    );
    const fields = (choice?.fields ?? []).map(([name, value]): [string, string] => [
      name,
      name === 'reporter_kind' ? kind : value,
    ]);
    await person.post(choice?.to ?? '/ko/report', fields);
    for (const slug of [
      'safety',
      'now',
      'person',
      'place',
      'offer',
      'money',
      'made-to-do',
      'evidence',
      'you',
      'check',
      'erase',
    ])
      await take(person, `/ko/report/${slug}`);
    targets.push({
      path: '/ko/report/keep',
      fields: [
        ['section', 'now'],
        ['narrative', 'x'],
      ],
      visitor: person,
    });
    targets.push({
      path: '/api/evidence/plain',
      fields: [
        ['field', 'files'],
        ['file', 'x'],
      ],
      visitor: person,
    });
    targets.push({ path: '/api/evidence/upload', fields: [['x', 'y']], visitor: person });
  }
  targets.push({
    path: '/ko/sos',
    fields: [
      ['narrative', 'x'],
      ['reach', 'y'],
      ['nonce', 'z'],
    ],
    visitor,
  });
  targets.push({
    path: '/ko/sos/place',
    fields: [
      ['reference', 'x'],
      ['latitude', '1'],
      ['longitude', '2'],
    ],
    visitor,
  });
  targets.push({ path: '/api/jobs', fields: [['x', 'y']], visitor });
  const { reference } = await report(base, { requests: 0, broken: 0, unavailable: 0, reasons: new Map() });
  for (const role of ['SUPERVISOR', 'ADMIN'] satisfies Role[]) {
    const { visitor: clerk } = await join(getDb(), base, `Fuzz ${role}`, [role]);
    for (const path of [
      '/ko/staff',
      `/ko/staff/reports/${reference}`,
      '/ko/staff/accounts',
      '/ko/staff/agencies',
      '/ko/staff/search',
      '/ko/staff/settings',
    ])
      await take(clerk, path);
  }
  // Signing out would leave the desk to nobody.
  return targets.filter(
    ({ path, fields }) =>
      !(path.includes('/staff') && fields.every(([name]) => name.startsWith('$ACTION') || name === 'locale')),
  );
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
