import 'server-only';
import { cookies, headers } from 'next/headers';
import { notFound, redirect } from 'next/navigation';
import { type AuthOptions, getServerSession } from 'next-auth';
import { encode } from 'next-auth/jwt';
import { cache } from 'react';
import { clientAddress } from '@/lib/abuse/client-address';
import { DAY, now } from '@/lib/clock';
import { database } from '@/lib/database';
import { env, requireSecret, servesHttps } from '@/lib/env';
import { log } from '@/lib/log';
import { openCookie, sealCookie } from '@/lib/vault/cookie';
import { keepTyped } from './kept/commands';
import type { KeptFields } from './kept/queries';
import { isActiveAccount } from './queries';
import { can, type Permission, type Role } from './roles';
import { type SignInClient, touchSession } from './sessions/commands';
import { FRESH_MS, findLiveSession } from './sessions/queries';
import { safeNext } from './where-next';

/** Not exported, so that no other file can write down a StaffActor. */
const minted = Symbol('minted');

/** Someone at the desk whose session was checked in this very request. Only this file makes one; a command that takes it knows who asks. */
export type StaffActor = Readonly<{
  id: string;
  sessionId: string;
  name: string;
  roles: readonly Role[];
  signedInAt: Date;
  [minted]: true;
}>;

/**
 * How long a browser is remembered to have been at the desk. That alone opens nothing: it turns "not found" into the sign-in page, and
 * gives the browser a try-limit of its own.
 */
const KNOWN_MS = 180 * DAY;

const prefixed = (secure: string, name: string) => (servesHttps() ? `${secure}${name}` : name);
const sessionCookie = () => prefixed('__Secure-', 'next-auth.session-token');
const deviceCookie = () => prefixed('__Host-', 'naru_staff_device');
const cookieOptions = () => ({
  httpOnly: true,
  sameSite: 'lax' as const,
  path: '/',
  secure: servesHttps(),
  maxAge: KNOWN_MS / 1000,
});

/** next-auth reads its own cookie; what it says is only which session row to ask. */
function authOptions(): AuthOptions {
  return {
    providers: [],
    secret: requireSecret('NEXTAUTH_SECRET'),
    useSecureCookies: servesHttps(),
    session: { strategy: 'jwt', maxAge: KNOWN_MS / 1000 },
    callbacks: {
      session: ({ session, token }) => ({ ...session, sessionId: token.sid, staffId: token.sub }),
    },
    // A cookie that was made up or is from before a change of secret is a stranger's, not a fault.
    logger: { error: () => log.debug('staff.cookie-unreadable'), warn: () => {}, debug: () => {} },
  };
}

type Who = { actor: StaffActor } | { lapsed: string } | 'stranger';

/** Once a request: the session's row decides, its cookie only names it. `quiet`: a page that asks by itself is nobody at work. */
const whoIsIt = cache(async (quiet: boolean): Promise<Who> => {
  const jar = await cookies();
  const claim = jar.has(sessionCookie())
    ? await getServerSession<AuthOptions, { sessionId?: unknown; staffId?: unknown }>(authOptions())
    : null;
  if (typeof claim?.sessionId === 'string') {
    const session = await findLiveSession(database(), claim.sessionId);
    if (session) {
      if (!quiet) await touchSession(database(), session);
      const { id, staffId, name, roles, createdAt } = session;
      return { actor: { id: staffId, sessionId: id, name, roles, signedInAt: createdAt, [minted]: true } };
    }
    // A shut account's browser is a stranger's.
    if (typeof claim.staffId === 'string' && (await isActiveAccount(database(), claim.staffId)))
      return { lapsed: claim.staffId };
  }
  const device = await knownDevice();
  return device ? { lapsed: device } : 'stranger';
});

/** The account that last signed in with this browser, unless it has been shut. */
async function knownDevice(): Promise<string | null> {
  const sealed = (await cookies()).get(deviceCookie())?.value;
  if (!sealed) return null;
  const device = await openCookie<{ staffId: string; until: number }>(database(), deviceCookie(), sealed);
  if (!device || device.until <= now().getTime()) return null;
  return (await isActiveAccount(database(), device.staffId)) ? device.staffId : null;
}

type Options = {
  /** Wants a sign-in of the last minutes: for what changes accounts. */
  fresh?: boolean;
  /** What was typed into which form, given back after sign-in when that is asked for first. */
  typed?: { place: string; fields: KeptFields };
  /** Does not count as somebody being there: a page that looks again by itself would keep a session open for ever. */
  quiet?: boolean;
};

/**
 * The gate of every staff page, action and handler. A stranger, and someone who lacks the permission, get "not found"; someone whose session
 * has run out signs in and comes back. `null` asks for nothing but a session.
 */
export async function requireStaff(
  permission: Permission | null,
  options: Options = {},
): Promise<StaffActor> {
  const who = await whoIsIt(options.quiet ?? false);
  if (who === 'stranger') notFound();
  if ('lapsed' in who) {
    if (options.typed) await keepTyped(database(), who.lapsed, options.typed.place, options.typed.fields);
    return signInAgain(options.typed ? 'kept' : 'lapsed');
  }
  if (permission && !can(who.actor.roles, permission)) notFound();
  if (options.fresh && now().getTime() - who.actor.signedInAt.getTime() > FRESH_MS) {
    if (options.typed) await keepTyped(database(), who.actor.id, options.typed.place, options.typed.fields);
    return signInAgain('fresh');
  }
  return who.actor;
}

const FILTERS = new Set([
  ...['state', 'level', 'after', 'before', 'query', 'kind', 'open', 'province', 'timeline'],
  ...['view', 'assigned', 'item', 'act', 'to'],
]);

async function signInAgain(problem: 'lapsed' | 'kept' | 'fresh'): Promise<never> {
  const here = await headers();
  const locale = here.get('x-locale') === 'en' ? 'en' : 'ko';
  const asked = new URLSearchParams(here.get('x-search') ?? '');
  // Filters come back; what an action said before does not.
  const kept = new URLSearchParams([...asked].filter(([name]) => FILTERS.has(name))).toString();
  const next = safeNext(`/${locale}${here.get('x-path') ?? ''}${kept ? `?${kept}` : ''}`, locale);
  redirect(`/${locale}/staff/sign-in?${new URLSearchParams({ next, problem })}`);
}

/** Who is signed in, for the chrome around pages; it grants nothing. */
export async function currentStaff(): Promise<StaffActor | null> {
  const who = await whoIsIt(false);
  return who !== 'stranger' && 'actor' in who ? who.actor : null;
}

/** Where a sign-in comes from, for the limits. */
export async function signInClient(): Promise<SignInClient> {
  const forwarded = (await headers()).get('x-forwarded-for');
  return { address: clientAddress(forwarded, env().TRUST_PROXY), deviceOf: await knownDevice() };
}

/** Gives this browser a session that was just opened. */
export async function startSession({
  staffId,
  sessionId,
}: {
  staffId: string;
  sessionId: string;
}): Promise<void> {
  const jar = await cookies();
  const token = await encode({
    token: { sub: staffId, sid: sessionId },
    secret: requireSecret('NEXTAUTH_SECRET'),
    maxAge: KNOWN_MS / 1000,
  });
  jar.set(sessionCookie(), token, cookieOptions());
  const until = now().getTime() + KNOWN_MS;
  jar.set(deviceCookie(), await sealCookie(database(), deviceCookie(), { staffId, until }), cookieOptions());
}

/** Takes the session from this browser; the row has been ended before. */
export async function forgetSession(): Promise<void> {
  const jar = await cookies();
  jar.set(sessionCookie(), '', { ...cookieOptions(), maxAge: 0 });
}
