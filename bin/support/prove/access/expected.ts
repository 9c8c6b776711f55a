import { MOST_OWN, OWN_KEYS, ownField } from '@/lib/settings/numbers';
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
  /** Pressed after the others by who may, the higher the later: it takes away what they need. */
  late?: number;
  /** Not pressed in the end by who may. Says why nothing would be learnt from it. */
  unpressed?: string;
  /** What it changes is no act upon anything. Says what it is. */
  unaudited?: string;
  /** Works on these kinds of object by their id alone, whatever page it stands on. */
  alone?: readonly (keyof Matter)[];
};

const DESK = 'ICS';
const WORK = 'CS';

const person: Address['at'] = (matter) => ({ id: matter.personId });
const recording: Address['at'] = ({ recordingId }) => ({ id: recordingId });
const operation: Address['at'] = ({ returnId }) => ({ id: returnId });
const site: Address['at'] = (_matter, world) => ({ id: world.siteId });
const agency: Address['at'] = (_matter, world) => ({ slug: world.opened.slug });

export const ADDRESSES: Record<string, Address> = {
  '/staff': {
    may: DESK,
    led: 'AD',
    queries: ({ reference, number }, { screening, shunned }) => [
      ...['?state=ALL', '?state=PROMOTED', '?level=U2', '?view=mine', '?view=news'],
      ...[reference, number, screening.reference, shunned.reference].map((ref) => `?open=${ref}`),
    ],
  },
  '/staff/accounts': { may: 'D' },
  '/staff/accounts/[id]': { may: 'D', at: (_matter, world) => ({ id: world.bystander.id }) },
  '/staff/agencies': { may: 'ICSD' },
  '/staff/agencies/[slug]': { may: 'SD', at: agency },
  '/staff/agencies/new': { may: 'SD' },
  '/staff/approvals': { may: DESK },
  '/staff/audit': { may: 'A' },
  '/staff/board': { may: DESK },
  '/staff/bulk': {
    may: DESK,
    queries: ({ reference, number }, { bystander, barred, shunned }) => [
      `?act=ASSIGN&to=${bystander.id}&item=${number}&item=${reference}`,
      `?act=MARK_ABUSE&item=${reference}`,
      `?act=ASSIGN_ME&item=${barred.number}&item=${barred.reference}&item=${shunned.reference}`,
    ],
  },
  '/staff/cases': { may: DESK, queries: () => ['?state=ALL', '?state=TRIAGED'] },
  '/staff/cases/[number]': { may: DESK, queries: () => ['?timeline=REPORTS'] },
  '/staff/cases/[number]/hand-overs': { may: DESK },
  '/staff/cases/[number]/people/[id]': { may: DESK, at: person },
  '/staff/cases/[number]/people/new': {
    may: WORK,
    queries: (_matter, { other }) => [`?from=${other.number}`],
  },
  '/staff/cases/[number]/sites/new': { may: WORK },
  '/staff/cases/[number]/returns/new': { may: WORK },
  '/staff/erasures': { may: 'SA', queries: () => ['?before=2'] },
  '/staff/hand-overs': { may: DESK, queries: () => ['?state=ALL', '?state=DRAFT'] },
  '/staff/help': { may: 'ICSAD' },
  '/staff/notices': { may: DESK },
  '/staff/reports/[reference]': { may: DESK },
  '/staff/reports/[reference]/facts/[section]': { may: DESK, at: () => ({ section: 'safety' }) },
  '/staff/reports/[reference]/made-to-do': {
    may: WORK,
    queries: () => ['?opening=00000000-0000-4000-8000-000000000000', '?opening=x'],
  },
  '/staff/reports/[reference]/pictures/[id]': { may: DESK },
  '/staff/reports/[reference]/recordings/[id]': {
    may: WORK,
    at: recording,
    queries: () => ['?opening=00000000-0000-4000-8000-000000000000', '?opening=x'],
  },
  '/staff/reports/[reference]/texts/[id]': {
    may: DESK,
    at: ({ textId }) => ({ id: textId }),
    queries: () => ['?part=1', '?part=2', '?part=x'],
  },
  'GET /staff/reports/[reference]/files/[id]': { may: DESK, queries: () => ['?size=small'] },
  'GET /staff/reports/[reference]/files/[id]/original': { may: WORK, leadsOn: true },
  'POST /staff/reports/[reference]/files/[id]/original': { may: WORK },
  'GET /staff/reports/[reference]/files/[id]/play': { may: WORK, at: recording },
  '/staff/returns': { may: DESK },
  '/staff/returns/[id]': { may: DESK, at: operation },
  '/staff/search': { may: DESK },
  '/staff/sites': { may: DESK },
  '/staff/sites/[id]': { may: DESK, at: site },
  '/staff/setup': { may: '*' },
  '/staff/setup/recovery-codes': { may: 'ICSAD' },
  '/staff/settings': { may: 'ICSD' },
  '/staff/settings/duty': { may: 'ICSD' },
  '/staff/settings/mail': { may: 'D' },
  '/staff/settings/numbers': { may: 'D' },
  '/staff/settings/operator': { may: 'D' },
  '/staff/settings/periods': { may: 'D' },
  '/staff/settings/periods/[slug]': { may: 'D', at: () => ({ slug: 'standing' }) },
  '/staff/settings/periods/new': { may: 'D' },
  '/staff/settings/retention': { may: 'D', queries: () => ['?look=1&ABUSE=91'] },
  '/staff/settings/templates': { may: 'SD' },
  '/staff/settings/templates/[slug]': { may: 'SD', at: () => ({ slug: '01-received' }) },
  '/staff/settings/templates/new': { may: 'SD' },
  '/staff/sign-in': { may: '*' },
  'GET /staff/work.json': { may: DESK, queries: () => ['?view=mine', '?level=U2'] },
};

const AGENCY = { name_ko: '어느 기관', name_en: 'Some agency', verified_on: '', ack_hours: '', consent: '' };
const bystander: Action['where'] = (_matter, world) => ({ staff: world.bystander.id });
const shut: Action['where'] = (_matter, world) => ({ staff: world.shut.id });
const OF_ACCOUNTS = 'accounts/actions.ts#';
const OF_QUEUE = '_desk/queue-actions.ts#';
const OF_CASE = 'cases/[number]/';
const IN_THREE_DAYS = '+3d';
const YESTERDAY = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
const PERIOD = { name_en: 'A new period', opens: '2031-01-01', closes: '2031-02-01', standing: '' };
/** Confirmed yesterday, and no number of the operator's own. */
const NUMBERS = {
  ...{ police: YESTERDAY, missing: YESTERDAY, consular: YESTERDAY },
  ...Object.fromEntries(
    Array.from({ length: MOST_OWN }, (_, at) => OWN_KEYS.map((key) => [ownField(at, key), ''])).flat(),
  ),
};
const OF_REPORT = 'reports/[reference]/';

export const ACTIONS: Record<string, Action> = {
  '_desk/actions.ts#signOutAction': { may: 'ICSAD', untried: 'ends the session that tries' },
  '_desk/approval-actions.ts#cancelApprovalAction': {
    may: DESK,
    alone: ['approvalId'],
    unpressed: 'the request is decided by then',
  },
  '_desk/approval-actions.ts#decideApprovalAction': { may: WORK, alone: ['approvalId'] },
  'accounts/[id]/actions.ts#changeRolesAction': { may: 'D', where: bystander },
  [`${OF_QUEUE}assignAction`]: {
    may: DESK,
    where: (_matter, { screening }) => ({ ref: screening.reference }),
  },
  [`${OF_QUEUE}changeLevelAction`]: {
    may: DESK,
    where: (_matter, { screening }) => ({ ref: screening.reference }),
  },
  [`${OF_QUEUE}recuseAction`]: {
    may: DESK,
    where: ({ number }) => ({ ref: number }),
    untried: 'would shut the matter to who tries the rest; the case’s own form is tried',
  },
  [`${OF_QUEUE}takeNextAction`]: { may: DESK },
  // Before the acts of the queue, which leave another one to take back.
  [`${OF_QUEUE}undoAction`]: { may: DESK, late: -1 },
  [`${OF_ACCOUNTS}disableAccountAction`]: { may: 'D', where: bystander },
  [`${OF_ACCOUNTS}enableAccountAction`]: { may: 'D', where: shut },
  [`${OF_ACCOUNTS}inviteAction`]: { may: 'D', typed: () => ({ name: 'Somebody', role: 'INTAKE' }) },
  [`${OF_ACCOUNTS}revokeInvitationAction`]: { may: 'D' },
  [`${OF_ACCOUNTS}revokeSessionsAction`]: { may: 'D', where: bystander },
  'agencies/actions.ts#addAgencyAction': { may: 'SD', typed: () => ({ ...AGENCY, name_en: 'A new agency' }) },
  // Before it is edited by the same person, who may no longer confirm it then.
  'agencies/actions.ts#confirmAgencyAction': { may: 'S', late: -1 },
  'agencies/actions.ts#editAgencyAction': { may: 'SD', typed: () => AGENCY },
  'bulk/actions.ts#doBulkAction': { may: DESK },
  'help/actions.ts#switchKeysAction': { may: 'ICSAD', unpressed: 'it sets a cookie of the browser alone' },
  [`${OF_CASE}_people/actions.ts#addPersonAction`]: { may: WORK },
  [`${OF_CASE}_people/actions.ts#agreeQuestionAction`]: { may: WORK },
  [`${OF_CASE}_people/actions.ts#askToErasePersonAction`]: {
    may: WORK,
    where: (_matter, { closed }) => ({ number: closed.number, person: closed.personId }),
    late: 5,
  },
  [`${OF_CASE}_people/actions.ts#editPersonAction`]: { may: WORK },
  [`${OF_CASE}_people/actions.ts#recordIdentityAction`]: { may: WORK },
  [`${OF_CASE}_people/actions.ts#recordPositionAction`]: { may: WORK },
  [`${OF_CASE}_people/actions.ts#recordSafetyAction`]: { may: WORK, typed: () => ({ safety_at: YESTERDAY }) },
  [`${OF_CASE}_people/actions.ts#recordWillingnessAction`]: { may: WORK },
  // After they have left the return that they are part of.
  [`${OF_CASE}_people/actions.ts#removePersonAction`]: { may: WORK, late: 3 },
  [`${OF_CASE}_people/actions.ts#takePersonAction`]: { may: WORK },
  [`${OF_CASE}_returns/actions.ts#joinReturnAction`]: { may: WORK, unpressed: 'who could join is in one' },
  [`${OF_CASE}_returns/actions.ts#planReturnAction`]: { may: WORK, unpressed: 'who could come is in one' },
  [`${OF_CASE}_sites/actions.ts#recordSiteAction`]: {
    may: WORK,
    typed: () => ({ act: 'record', site_name: '물망초 단지', site_point: '', site_choice: 'NEW' }),
  },
  [`${OF_CASE}_sites/actions.ts#removeSiteAction`]: { may: WORK },
  [`${OF_CASE}hand-over-actions.ts#draftReferralAction`]: {
    may: WORK,
    typed: (_matter, world) => ({ agency: world.agency.id, basis: 'LIFE_IN_DANGER' }),
  },
  // Before the hand-over that it lets go is sent or taken back.
  [`${OF_CASE}hand-over-actions.ts#releaseToBlockedAction`]: { may: 'S', late: -1 },
  [`${OF_CASE}hand-over-actions.ts#sendReferralAction`]: { may: WORK },
  [`${OF_CASE}hand-over-actions.ts#stepReferralAction`]: { may: WORK },
  [`${OF_CASE}team-actions.ts#askToEraseCaseAction`]: {
    may: WORK,
    where: (_matter, { closed }) => ({ number: closed.number }),
    // After the request was decided that the rest waits for: this one would be decided in its place.
    late: 5,
  },
  [`${OF_CASE}team-actions.ts#assignCaseAction`]: { may: WORK },
  [`${OF_CASE}team-actions.ts#liftRecusalAction`]: { may: 'S' },
  [`${OF_CASE}team-actions.ts#recuseAction`]: { may: DESK, late: 4 },
  [`${OF_CASE}team-actions.ts#setLegalHoldAction`]: { may: 'S' },
  [`${OF_CASE}work-actions.ts#addCaseNoteAction`]: { may: WORK },
  [`${OF_CASE}work-actions.ts#addTaskAction`]: { may: WORK, typed: () => ({ task_due: IN_THREE_DAYS }) },
  [`${OF_CASE}work-actions.ts#finishTaskAction`]: { may: WORK },
  [`${OF_CASE}work-actions.ts#linkReportAction`]: {
    may: DESK,
    typed: (_matter, world) => ({ link: world.linkable.reference }),
  },
  [`${OF_CASE}work-actions.ts#setRecontactAction`]: {
    may: WORK,
    typed: () => ({ recontact: IN_THREE_DAYS, clear: '' }),
  },
  [`${OF_CASE}work-actions.ts#unlinkReportAction`]: {
    may: DESK,
    typed: (matter) => ({ unlink: matter.second.reference }),
  },
  [`${OF_CASE}workflow-actions.ts#closeCaseAction`]: {
    may: WORK,
    late: 2,
    // Waits for a second person, so that the case stays open for the rest.
    typed: () => ({ disposition: 'UNRESOLVED_DORMANT' }),
  },
  [`${OF_CASE}workflow-actions.ts#holdCaseAction`]: {
    may: WORK,
    late: 3,
    typed: () => ({ hold_until: IN_THREE_DAYS }),
  },
  // After the request to lower it was decided, which it would overtake.
  [`${OF_CASE}workflow-actions.ts#setLevelAction`]: { may: DESK, late: 1, typed: () => ({ level: 'U1' }) },
  // Where the open case offers no step it opens the closed one again, of which everything else has to be asked before.
  [`${OF_CASE}workflow-actions.ts#stepCaseAction`]: { may: WORK, late: 6 },
  'notices/actions.ts#markSeenAction': {
    may: DESK,
    unaudited: 'one’s own notices, put out of one’s own sight',
  },
  [`${OF_REPORT}actions.ts#addNoteAction`]: { may: DESK },
  [`${OF_REPORT}actions.ts#changeStateAction`]: { may: DESK },
  [`${OF_REPORT}actions.ts#decideRequestAction`]: { may: DESK, typed: () => ({ decision: 'DECLINED' }) },
  [`${OF_REPORT}actions.ts#openCompartmentAction`]: { may: WORK },
  [`${OF_REPORT}actions.ts#sendMessageAction`]: { may: DESK, typed: () => ({ act: 'send' }) },
  [`${OF_REPORT}case-actions.ts#assignAction`]: { may: DESK },
  [`${OF_REPORT}case-actions.ts#linkAction`]: { may: DESK, unpressed: 'its report is promoted by then' },
  [`${OF_REPORT}case-actions.ts#promoteAction`]: { may: DESK },
  [`${OF_REPORT}case-actions.ts#setLevelAction`]: { may: DESK },
  [`${OF_REPORT}case-actions.ts#unlinkAction`]: {
    may: DESK,
    unpressed: 'the case needs its report for the rest',
  },
  [`${OF_REPORT}contact-actions.ts#barContactAction`]: { may: WORK, late: 1 },
  [`${OF_REPORT}contact-actions.ts#breakGlassAction`]: { may: 'S' },
  [`${OF_REPORT}contact-actions.ts#requestReleaseAction`]: { may: WORK },
  [`${OF_REPORT}contact-actions.ts#reviewGlassAction`]: { may: 'S' },
  // After those that decide on what the reporter said: whatever is recorded may change the level.
  [`${OF_REPORT}facts/[section]/actions.ts#recordFactsAction`]: { may: DESK, late: 1 },
  [`${OF_REPORT}keeping-actions.ts#askToEraseAction`]: {
    may: WORK,
    where: (_matter, { settled }) => ({ reference: settled.reference }),
    late: 5,
  },
  [`${OF_REPORT}keeping-actions.ts#setReportHoldAction`]: { may: 'S' },
  [`${OF_REPORT}recusal-actions.ts#letBackAction`]: {
    may: 'S',
    where: (_matter, { settled, bystander }) => ({ reference: settled.reference, staff: bystander.id }),
  },
  // It shuts the report to who pressed it.
  [`${OF_REPORT}recusal-actions.ts#recuseAction`]: {
    may: DESK,
    where: (_matter, { received }) => ({ reference: received.reference }),
    late: 7,
  },
  [`${OF_REPORT}recordings/[id]/actions.ts#openRecordingAction`]: { may: WORK },
  'search/actions.ts#searchAction': { may: DESK, unpressed: 'it changes nothing: it leads to the answer' },
  'sites/[id]/actions.ts#editSiteAction': { may: WORK, typed: () => ({ site_point: '' }) },
  'returns/[id]/actions.ts#answerReturnAction': { may: WORK },
  'returns/[id]/actions.ts#changeReturnAction': { may: WORK, typed: () => ({ return_planned_at: '' }) },
  'returns/[id]/actions.ts#leaveReturnAction': { may: WORK, late: 2 },
  'returns/[id]/actions.ts#stepReturnAction': { may: WORK, typed: () => ({ action: 'START' }) },
  'settings/actions.ts#retryMailAction': { may: 'D' },
  'settings/actions.ts#saveNumbersAction': { may: 'D', typed: () => NUMBERS },
  'settings/actions.ts#saveOperatorAction': { may: 'D' },
  'settings/actions.ts#saveRetentionAction': { may: 'D' },
  'settings/actions.ts#setDutyAction': { may: 'ICSD' },
  // After it was saved: then there is none.
  'settings/actions.ts#unsetOperatorAction': { may: 'D', late: 1 },
  'settings/periods/actions.ts#addPeriodAction': { may: 'D', typed: () => PERIOD },
  'settings/periods/actions.ts#editPeriodAction': { may: 'D' },
  'settings/templates/actions.ts#addTemplateAction': { may: 'SD', typed: () => ({ title_en: 'A new text' }) },
  'settings/templates/actions.ts#editTemplateAction': { may: 'SD' },
  'setup/actions.ts#acceptInvitationAction': { may: '*' },
  'setup/actions.ts#acknowledgeRecoveryCodesAction': { may: 'ICSAD' },
  'sign-in/actions.ts#signInAction': { may: '*' },
};

/** Every role's letter that a line names. */
export const letters = (may: string) => [...may].filter((one): one is Letter => 'ICSAD'.includes(one));
