import type { Letter, Matter, World } from './world';

/**
 * Who may do what at the desk, in words of its own: Intake, Caseworker, Supervisor, Auditor, aDministrator. Every page, route handler and
 * server action under app/[locale]/staff has a line here (tests/unit/access-table.test.ts), and `npm run prove -- --part access` tries each
 * of them by everybody. A new one: add its line, and where its object is not a report or a case, say under `at` how its address is filled.
 */
export type Address = {
  /** Letters of the roles it opens to. `*`: it asks nobody who they are. */
  may: string;
  /** Roles that are led elsewhere instead of being refused. */
  led?: string;
  /** It opens nothing itself: it leads on to a page that asks for itself. */
  leadsOn?: true;
  /** How the address is filled; by itself `[reference]`, `[number]` and `[id]` (a file) are. Null: not about a matter. */
  at?: (matter: Matter, world: World) => Record<string, string>;
  /** Further query strings to be opened with. */
  queries?: (matter: Matter, world: World) => string[];
};

export type Action = {
  may: string;
  /** What is posted instead of what the form was filled with. */
  typed?: (matter: Matter, world: World) => Record<string, string>;
  /** The form to take where a page has several: one that has these values. */
  where?: (matter: Matter, world: World) => Record<string, string>;
  /** Not tried by who may: it would end the session that tries, or it is tried elsewhere. Says which. */
  untried?: string;
  /** Works on these kinds of object by their id alone, whatever page it stands on. */
  alone?: readonly (keyof Matter)[];
};

const DESK = 'ICS';
const WORK = 'CS';

export const ADDRESSES: Record<string, Address> = {
  '/staff': { may: DESK, led: 'AD', queries: () => ['?state=ALL', '?state=PROMOTED', '?level=U2'] },
  '/staff/accounts': { may: 'D' },
  '/staff/audit': { may: 'A' },
  '/staff/reports/[reference]': { may: DESK },
  '/staff/reports/[reference]/made-to-do': {
    may: WORK,
    queries: () => ['?opening=00000000-0000-4000-8000-000000000000', '?opening=x'],
  },
  'GET /staff/reports/[reference]/files/[id]': { may: DESK, queries: () => ['?size=small'] },
  'GET /staff/reports/[reference]/files/[id]/original': { may: WORK, leadsOn: true },
  'POST /staff/reports/[reference]/files/[id]/original': { may: WORK },
  '/staff/setup': { may: '*' },
  '/staff/setup/recovery-codes': { may: 'ICSAD' },
  '/staff/sign-in': { may: '*' },
};

const bystander: Action['where'] = (_matter, world) => ({ staff: world.bystander.id });
const shut: Action['where'] = (_matter, world) => ({ staff: world.shut.id });

export const ACTIONS: Record<string, Action> = {
  '_desk/actions.ts#signOutAction': { may: 'ICSAD', untried: 'ends the session that tries' },
  'accounts/actions.ts#disableAccountAction': { may: 'D', where: bystander },
  'accounts/actions.ts#enableAccountAction': { may: 'D', where: shut },
  'accounts/actions.ts#inviteAction': { may: 'D', typed: () => ({ name: 'Somebody', role: 'INTAKE' }) },
  'accounts/actions.ts#revokeInvitationAction': { may: 'D' },
  'accounts/actions.ts#revokeSessionsAction': { may: 'D', where: bystander },
  'reports/[reference]/actions.ts#addNoteAction': { may: DESK },
  'reports/[reference]/actions.ts#changeStateAction': { may: DESK },
  'reports/[reference]/actions.ts#decideRequestAction': {
    may: DESK,
    typed: () => ({ decision: 'DECLINED' }),
  },
  'reports/[reference]/actions.ts#openCompartmentAction': { may: WORK },
  'reports/[reference]/actions.ts#sendMessageAction': { may: DESK },
  'setup/actions.ts#acceptInvitationAction': { may: '*' },
  'setup/actions.ts#acknowledgeRecoveryCodesAction': { may: 'ICSAD' },
  'sign-in/actions.ts#signInAction': { may: '*' },
};

/** Every role's letter that a line names. */
export const letters = (may: string) => [...may].filter((one): one is Letter => 'ICSAD'.includes(one));
