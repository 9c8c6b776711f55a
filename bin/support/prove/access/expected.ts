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

const agency: Address['at'] = (_matter, world) => ({ slug: world.agency.slug });

export const ADDRESSES: Record<string, Address> = {
  '/staff': {
    may: DESK,
    led: 'AD',
    queries: () => ['?state=ALL', '?state=PROMOTED', '?level=U2', '?view=mine'],
  },
  '/staff/accounts': { may: 'D' },
  '/staff/agencies': { may: 'ICSD' },
  '/staff/agencies/[slug]': { may: 'SD', at: agency },
  '/staff/agencies/new': { may: 'SD' },
  '/staff/approvals': { may: DESK },
  '/staff/audit': { may: 'A' },
  '/staff/board': { may: DESK },
  '/staff/cases': { may: DESK, queries: () => ['?state=ALL', '?state=TRIAGED'] },
  '/staff/cases/[number]': { may: DESK, queries: () => ['?timeline=REPORTS'] },
  '/staff/cases/[number]/hand-overs': { may: DESK },
  '/staff/hand-overs': { may: DESK, queries: () => ['?state=ALL', '?state=DRAFT'] },
  '/staff/notices': { may: DESK },
  '/staff/reports/[reference]': { may: DESK },
  '/staff/reports/[reference]/made-to-do': {
    may: WORK,
    queries: () => ['?opening=00000000-0000-4000-8000-000000000000', '?opening=x'],
  },
  '/staff/reports/[reference]/pictures/[id]': { may: DESK },
  'GET /staff/reports/[reference]/files/[id]': { may: DESK, queries: () => ['?size=small'] },
  'GET /staff/reports/[reference]/files/[id]/original': { may: WORK, leadsOn: true },
  'POST /staff/reports/[reference]/files/[id]/original': { may: WORK },
  '/staff/search': { may: DESK },
  '/staff/setup': { may: '*' },
  '/staff/setup/recovery-codes': { may: 'ICSAD' },
  '/staff/sign-in': { may: '*' },
};

const bystander: Action['where'] = (_matter, world) => ({ staff: world.bystander.id });
const shut: Action['where'] = (_matter, world) => ({ staff: world.shut.id });
const OF_ACCOUNTS = 'accounts/actions.ts#';
const OF_CASE = 'cases/[number]/';
const OF_REPORT = 'reports/[reference]/';

export const ACTIONS: Record<string, Action> = {
  '_desk/actions.ts#signOutAction': { may: 'ICSAD', untried: 'ends the session that tries' },
  '_desk/approval-actions.ts#cancelApprovalAction': { may: DESK, alone: ['approvalId'] },
  '_desk/approval-actions.ts#decideApprovalAction': { may: WORK, alone: ['approvalId'] },
  [`${OF_ACCOUNTS}disableAccountAction`]: { may: 'D', where: bystander },
  [`${OF_ACCOUNTS}enableAccountAction`]: { may: 'D', where: shut },
  [`${OF_ACCOUNTS}inviteAction`]: { may: 'D', typed: () => ({ name: 'Somebody', role: 'INTAKE' }) },
  [`${OF_ACCOUNTS}revokeInvitationAction`]: { may: 'D' },
  [`${OF_ACCOUNTS}revokeSessionsAction`]: { may: 'D', where: bystander },
  'agencies/actions.ts#addAgencyAction': { may: 'SD' },
  'agencies/actions.ts#editAgencyAction': { may: 'SD' },
  [`${OF_CASE}hand-over-actions.ts#draftReferralAction`]: { may: WORK },
  [`${OF_CASE}hand-over-actions.ts#releaseToBlockedAction`]: { may: 'S' },
  [`${OF_CASE}hand-over-actions.ts#sendReferralAction`]: { may: WORK },
  [`${OF_CASE}hand-over-actions.ts#stepReferralAction`]: { may: WORK },
  [`${OF_CASE}team-actions.ts#assignCaseAction`]: { may: WORK },
  [`${OF_CASE}team-actions.ts#liftRecusalAction`]: { may: 'S' },
  [`${OF_CASE}team-actions.ts#recuseAction`]: { may: DESK },
  [`${OF_CASE}team-actions.ts#setLegalHoldAction`]: { may: 'S' },
  [`${OF_CASE}work-actions.ts#addCaseNoteAction`]: { may: WORK },
  [`${OF_CASE}work-actions.ts#addTaskAction`]: { may: WORK },
  [`${OF_CASE}work-actions.ts#finishTaskAction`]: { may: WORK },
  [`${OF_CASE}work-actions.ts#linkReportAction`]: { may: DESK },
  [`${OF_CASE}work-actions.ts#setRecontactAction`]: { may: WORK },
  [`${OF_CASE}work-actions.ts#unlinkReportAction`]: { may: DESK },
  [`${OF_CASE}workflow-actions.ts#closeCaseAction`]: { may: WORK },
  [`${OF_CASE}workflow-actions.ts#holdCaseAction`]: { may: WORK },
  [`${OF_CASE}workflow-actions.ts#setLevelAction`]: { may: DESK },
  [`${OF_CASE}workflow-actions.ts#stepCaseAction`]: { may: WORK },
  'notices/actions.ts#markSeenAction': { may: DESK },
  [`${OF_REPORT}actions.ts#addNoteAction`]: { may: DESK },
  [`${OF_REPORT}actions.ts#changeStateAction`]: { may: DESK },
  [`${OF_REPORT}actions.ts#decideRequestAction`]: { may: DESK, typed: () => ({ decision: 'DECLINED' }) },
  [`${OF_REPORT}actions.ts#openCompartmentAction`]: { may: WORK },
  [`${OF_REPORT}actions.ts#sendMessageAction`]: { may: DESK },
  [`${OF_REPORT}case-actions.ts#assignAction`]: { may: DESK },
  [`${OF_REPORT}case-actions.ts#linkAction`]: { may: DESK },
  [`${OF_REPORT}case-actions.ts#promoteAction`]: { may: DESK },
  [`${OF_REPORT}case-actions.ts#setLevelAction`]: { may: DESK },
  [`${OF_REPORT}case-actions.ts#unlinkAction`]: { may: DESK },
  [`${OF_REPORT}contact-actions.ts#barContactAction`]: { may: WORK },
  [`${OF_REPORT}contact-actions.ts#breakGlassAction`]: { may: 'S' },
  [`${OF_REPORT}contact-actions.ts#requestReleaseAction`]: { may: WORK },
  [`${OF_REPORT}contact-actions.ts#reviewGlassAction`]: { may: 'S' },
  'search/actions.ts#searchAction': { may: DESK },
  'setup/actions.ts#acceptInvitationAction': { may: '*' },
  'setup/actions.ts#acknowledgeRecoveryCodesAction': { may: 'ICSAD' },
  'sign-in/actions.ts#signInAction': { may: '*' },
};

/** Every role's letter that a line names. */
export const letters = (may: string) => [...may].filter((one): one is Letter => 'ICSAD'.includes(one));
