import { randomUUID } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { getDb } from '@/db/client';
import type { Role } from '@/lib/staff/roles';
import { newInstance } from '../../stage';
import { endingActions } from '../access/discover';
import { formsOn } from '../access/forms';
import { join as signUp } from '../access/people';
import { Visitor } from '../access/visitor';
import { type Figure, none, type Stage, unmeasured } from '../figure';
import { report } from '../reporter';
import { judge } from './judge';
import { manyAddresses } from './many-addresses';
import { nikto } from './nikto';
import { openHouse } from './open-house';
import { type Finding, SCANNERS, type Scanner, scannersHere } from './scanners';
import { addressTarget, formTarget, sqlmap, type Target } from './sqlmap';
import { wapiti } from './wapiti';

const PUBLIC_PAGES = [
  '/',
  '/ko',
  '/en',
  '/ko/sos',
  '/ko/report',
  '/ko/status',
  '/ko/report/resume',
  '/ko/numbers',
];
const DESK_PAGES = [
  '/ko/staff/',
  '/ko/staff/search',
  '/ko/staff/cases',
  '/ko/staff/board',
  '/ko/staff/audit',
];
const ROLES: Role[] = ['SUPERVISOR', 'AUDITOR', 'ADMIN'];

/**
 * Three scanners that others wrote, against an instance of its own, as a stranger and as somebody at the desk. First each is let loose on a server
 * with holes, to see that it finds them here. Whatever is found and not known to be harmless (judge.ts) is one too many. A scanner that is not
 * on the PATH is a figure that was not measured.
 */
export async function proveScan({ directory }: Stage): Promise<Figure[]> {
  const here = await scannersHere();
  const missing = SCANNERS.filter((scanner) => !here.includes(scanner));
  const own = join(directory, 'scan');
  await mkdir(own, { recursive: true });
  const app = await newInstance();
  await app.start();
  const figures = missing.map((scanner) =>
    unmeasured(
      `${scanner}: findings above informational`,
      'it is not on the PATH (on Debian: apt-get install)',
    ),
  );
  try {
    for (const scanner of here) {
      console.log(`  ${scanner} …`);
      try {
        figures.push(await findsHoles(scanner, own), ...(await scan[scanner](app.address, own)));
      } catch (error) {
        // What the others find is not lost with it.
        figures.push(none(`${scanner} did not come through`, [String(error)]));
      }
    }
    figures.push(none('crashes', app.alive ? [] : ['the server is gone']));
    return figures;
  } finally {
    await app.end('SIGTERM');
  }
}

const scan: Record<Scanner, (address: string, directory: string) => Promise<Figure[]>> = {
  nikto: async (address, directory) =>
    before(address, async (front) => [await judged('nikto', front, await nikto(front, directory))]),
  wapiti: async (address, directory) => {
    const stranger = await before(address, (front) => wapiti(front, PUBLIC_PAGES, directory));
    const { visitor, ending } = await atDesk(address);
    const desk = await before(
      address,
      (front) => wapiti(front, DESK_PAGES, directory),
      visitor.cookie,
      ending,
    );
    const { status } = await visitor.get('/ko/staff');
    const cut = [...new Set([...stranger.cut, ...desk.cut])];
    if (cut.length > 0)
      console.log(`  wapiti was not done with these when their time was over: ${cut.join(', ')}`);
    return [
      none('wapiti was thrown out of the desk', status === 200 ? [] : [`the queue answers ${status}`]),
      reached('public', stranger.pages, 50),
      reached('desk', desk.pages, 30),
      await judged(`wapiti on ${stranger.pages} public addresses`, address, stranger.findings),
      await judged(`wapiti on ${desk.pages} addresses of the desk`, address, desk.findings),
    ];
  },
  sqlmap: async (address, directory) =>
    before(address, async (front) => {
      const targets = await targetsOf(front);
      const findings: Finding[] = [];
      for (const [turn, target] of targets.entries())
        findings.push(...(await sqlmap(target, directory, turn)));
      const fields = targets.reduce((sum, target) => sum + target.fields.length, 0);
      return [
        await judged(`sqlmap on ${fields} fields of ${targets.length} forms and addresses`, front, findings),
      ];
    }),
};

/** Whether a scanner finds what is there to be found. */
async function findsHoles(scanner: Scanner, directory: string): Promise<Figure> {
  const house = await openHouse();
  const own = join(directory, 'house');
  await mkdir(own, { recursive: true });
  try {
    const findings = {
      nikto: () => nikto(house.address, own),
      wapiti: async () => (await wapiti(house.address, ['/'], own)).findings,
      sqlmap: () => sqlmap(addressTarget(house.address, '', '/item?id=1'), own, 0),
    };
    const said = (await findings[scanner]()).map(({ what }) => what).join('\n');
    const holes = {
      nikto: ['X-Frame-Options header is not present'],
      wapiti: ['SQL Injection', 'Cross Site Scripting'],
      sqlmap: ['Injection: Parameter: id'],
    }[scanner];
    return none(
      `${scanner}: holes of a server with holes that it does not find`,
      holes.filter((hole) => !said.includes(hole)),
    );
  } finally {
    await house.stop();
  }
}

/** Where it did not get to, it found nothing. */
const reached = (where: string, pages: number, least: number): Figure => ({
  what: `addresses that wapiti reached, ${where}`,
  value: String(pages),
  bar: `${least} or more`,
  held: pages >= least,
});

async function judged(what: string, address: string, findings: readonly Finding[]): Promise<Figure> {
  const { harmless, others } = await judge(address, findings);
  for (const [why, times] of harmless) console.log(`  harmless, ${times} ×: ${why}`);
  return none(`${what}: findings above informational`, others);
}

/** With a proxy in front that gives each request an address of its own. */
async function before<Result>(
  address: string,
  work: (front: string) => Promise<Result>,
  cookie = '',
  keep: readonly string[] = [],
): Promise<Result> {
  const front = await manyAddresses(address, cookie, keep);
  try {
    return await work(front.address);
  } finally {
    await front.stop();
  }
}

/** Somebody signed in, and the built names of what would throw them out. */
async function atDesk(address: string): Promise<{ visitor: Visitor; ending: string[] }> {
  const { visitor } = await signUp(getDb(), address, 'Scanned desk', ROLES);
  return { visitor, ending: [...endingActions()] };
}

/** Forms and addresses that take words of somebody's: public ones, a draft's, the desk's. */
async function targetsOf(address: string): Promise<Target[]> {
  const targets: Target[] = [];
  const take = async (visitor: Visitor, path: string, most = 3) => {
    const forms = formsOn(await visitor.get(path)).filter(({ fields }) =>
      fields.some(([name]) => !name.startsWith('$ACTION') && name !== 'locale'),
    );
    for (const form of forms.slice(0, most)) targets.push(formTarget(address, visitor.cookie, form));
  };
  const stranger = new Visitor(address, 'scan');
  for (const path of ['/ko/sos', '/ko/status', '/ko/report/resume', '/ko/report', '/ko/staff/sign-in'])
    await take(stranger, path);
  const person = new Visitor(address, 'scan');
  const [begin] = formsOn(await person.get('/ko/report')).filter(({ fields }) =>
    fields.some(([name]) => name === 'reporter_kind'),
  );
  if (!begin) throw new Error('no form on /ko/report');
  await person.post(
    begin.to,
    begin.fields.map(([name, value]) => [name, name === 'reporter_kind' ? 'FAMILY' : value]),
  );
  for (const step of ['safety', 'now', 'person', 'place', 'offer', 'you'])
    await take(person, `/ko/report/${step}`, 1);
  const { reference } = await report(address, {
    requests: 0,
    broken: 0,
    unavailable: 0,
    reasons: new Map(),
  });
  const { visitor: clerk } = await signUp(getDb(), address, `Scanned ${randomUUID()}`, ROLES);
  await take(clerk, `/ko/staff/reports/${reference}`, 6);
  await take(clerk, '/ko/staff/search', 2);
  for (const path of [
    '/ko/staff?view=mine&level=U2&after=x',
    '/ko/staff/cases?state=ALL&after=x',
    '/ko/staff/audit?act=x&by=x&after=x',
    '/ko/staff/hand-overs?state=ALL',
    '/ko/staff/work.json?view=mine&level=U2',
  ])
    targets.push(addressTarget(address, clerk.cookie, path));
  for (const path of ['/ko/status?problem=x', '/ko/staff/sign-in?next=x&problem=x', '/ko/report?kind=x'])
    targets.push(addressTarget(address, '', path));
  return targets;
}
