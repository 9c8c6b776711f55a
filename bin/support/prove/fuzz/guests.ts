import { getDb } from '@/db/client';
import { NO_SITE } from '@/lib/linking/sites/site-record';
import { listAgencies } from '@/lib/referrals/agencies/queries';
import type { Role } from '@/lib/staff/roles';
import { reporterKinds } from '@/lib/urgency/answers';
import { builtActions, endingActions, PUBLIC } from '../access/discover';
import { formsOn, type Shown } from '../access/forms';
import { join } from '../access/people';
import { type Fields, Visitor } from '../access/visitor';
import { makeMatter } from '../access/world';

export type Target = { path: string; fields: Fields; visitor: Visitor };
/** Somebody with a draft or a session, and every form they were shown. `page` opens for them as long as they have it. */
export type Guest = { name: string; page: string; visitor: Visitor; targets: Target[]; since: number };
/** Makes such a guest, as often as wanted. */
export type Invite = () => Promise<Guest>;

const SECTIONS = ['safety', 'now', 'person', 'place', 'offer', 'money', 'made-to-do', 'evidence', 'you'];
const OF_NOBODY = ['/report', '/status', '/report/resume', '/staff/sign-in', '/staff/setup?token=x'];
const OF_DESK = ['', '/accounts', '/agencies', '/search', '/settings', '/approvals', '/sites', '/returns'];

/** What opens for each at the desk and for nobody else. */
const HOME = { SUPERVISOR: '/ko/staff', ADMIN: '/ko/staff/accounts' } satisfies Partial<Record<Role, string>>;

/** What anybody can send without having begun anything. */
export async function publicTargets(base: string): Promise<Target[]> {
  const visitor = new Visitor(base, 'fuzz');
  const targets: Target[] = [];
  for (const path of ['/en/sos', ...OF_NOBODY.map((path) => `/ko${path}`)])
    targets.push(...(await formsAt(visitor, path)));
  const bare = (path: string, ...names: string[]): Target => ({
    path,
    fields: names.map((name) => [name, 'x']),
    visitor,
  });
  return [
    ...targets,
    bare('/ko/sos', 'narrative', 'reach', 'nonce'),
    bare('/ko/sos/place', 'reference', 'latitude', 'longitude'),
    bare('/api/jobs', 'x'),
  ];
}

/** A person of each kind with a draft, a supervisor and an administrator. What would end their draft or session is left out. */
export async function invitations(base: string): Promise<Invite[]> {
  const leftOut = endingActions();
  const lasting = ({ action }: Shown) => !action || !leftOut.has(action);
  const desk = await deskPages(base);
  return [
    ...reporterKinds.map((kind) => async (): Promise<Guest> => {
      const visitor = await begun(base, kind);
      const targets: Target[] = [];
      for (const slug of [...SECTIONS, 'check'])
        targets.push(...(await formsAt(visitor, `/ko/report/${slug}`, lasting)));
      const plain = (path: string, ...names: string[]): Target => ({
        path,
        fields: names.map((name) => [name, name === 'section' ? 'now' : name]),
        visitor,
      });
      targets.push(
        plain('/ko/report/keep', 'section', 'narrative'),
        plain('/api/evidence/plain', 'field', 'file'),
        plain('/api/evidence/upload', 'x'),
      );
      return { name: kind, page: '/ko/report/check', visitor, targets, since: Date.now() };
    }),
    ...(['SUPERVISOR', 'ADMIN'] as const).map((role) => async (): Promise<Guest> => {
      const { visitor } = await join(getDb(), base, `Fuzz ${role}`, [role]);
      const targets: Target[] = [];
      for (const path of desk) targets.push(...(await formsAt(visitor, path, lasting)));
      return { name: role, page: HOME[role], visitor, targets, since: Date.now() };
    }),
  ];
}

/** A form that ends what it is sent from, of a draft that nobody else needs: to send it, or to destroy it. */
export async function endingTarget(base: string): Promise<Target> {
  const visitor = await begun(base, 'FAMILY');
  const ending = new Set(
    [...builtActions(PUBLIC)].flatMap(([id, { key }]) =>
      /#(?:sendReport|destroyDraft)Action$/.test(key) ? [id] : [],
    ),
  );
  const page = Math.random() < 0.5 ? 'check' : 'erase';
  const [target] = await formsAt(visitor, `/ko/report/${page}`, ({ action }) => ending.has(action ?? ''));
  if (!target) throw new Error(`no form on /ko/report/${page}`);
  return target;
}

/** Whether somebody still has their draft or session. */
export const isIn = async ({ visitor, page }: Guest) => (await visitor.get(page)).status === 200;

/** The pages of the desk, those of a report, of a case, of a person and of an agency among them. */
async function deskPages(base: string): Promise<string[]> {
  const db = getDb();
  const maker = await join(db, base, 'Fuzz scene', ['SUPERVISOR']);
  const matter = await makeMatter(db, maker, '물망초', {
    site: { ...NO_SITE, ko: '물망초 단지' },
    province: null,
  });
  const [agency] = await listAgencies(db, maker.actor);
  const { reference, number, personId } = matter;
  return [
    ...OF_DESK,
    `/reports/${reference}`,
    `/cases/${number}`,
    `/cases/${number}/people/${personId}`,
    `/agencies/${agency?.slug}`,
  ].map((path) => `/ko/staff${path}`);
}

async function begun(base: string, kind: string): Promise<Visitor> {
  const person = new Visitor(base, kind);
  const [choice] = formsOn(await person.get('/ko/report')).filter(({ fields }) =>
    fields.some(([name]) => name === 'reporter_kind'),
  );
  if (!choice) throw new Error('no form on /ko/report');
  const fields = choice.fields.map(
    ([name, value]) => [name, name === 'reporter_kind' ? kind : value] as const,
  );
  await person.post(choice.to, fields);
  return person;
}

async function formsAt(
  visitor: Visitor,
  path: string,
  wanted: (form: Shown) => boolean = () => true,
): Promise<Target[]> {
  const forms = formsOn(await visitor.get(path)).filter(wanted);
  return forms.map(({ to, fields }) => ({ path: to, fields, visitor }));
}
