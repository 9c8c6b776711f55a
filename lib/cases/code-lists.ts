const SAFETY_SOURCES = [
  'OFFICER_LIVE_CALL',
  'AGREED_QUESTION',
  'CALL_TO_FAMILY',
  'TEXT_MESSAGE',
  'MISSION',
  'AGENCY',
  'WITNESS',
  'DOCUMENT',
  'OTHER',
] as const;

/** The codes of casework; their words live in lib/i18n/{ko,en}/codes-case.ts, which must name every one (code-words.ts). */
export const caseLists = {
  case_state: [
    'NEW',
    'TRIAGED',
    'VERIFYING',
    'REFERRED',
    'IN_ACTION',
    'RESOLVING',
    'AFTERCARE',
    'ON_HOLD',
    'CLOSED',
    'REOPENED',
  ],
  safety_status: [
    'UNKNOWN',
    'SIGNAL_ONLY',
    'CONTACTED_UNDER_CONTROL',
    'CONTACTED_FREE',
    'CONFINED',
    'MOVED',
    'DETAINED_BY_STATE',
    'RESCUED',
    'ESCAPED',
    'AT_MISSION',
    'EN_ROUTE',
    'RETURNED',
    'REMAINS_BY_CHOICE',
    'DECEASED',
  ],
  safety_source: SAFETY_SOURCES,
  /** From whom staff have what they record of a report: its reporter, or whoever may tell of somebody's safety. */
  fact_source: ['REPORTER', ...SAFETY_SOURCES],
  confidence: ['LOW', 'MEDIUM', 'HIGH'],
  willingness: ['WANTS_TO', 'UNDECIDED', 'DOES_NOT', 'UNKNOWN'],
  identity: ['UNVERIFIED', 'CLAIMED', 'VERIFIED'],
  position: ['UNDETERMINED', 'PRESUMED_VICTIM', 'IDENTIFIED_VICTIM', 'WITNESS', 'SUSPECT', 'SELF_SURRENDER'],
  disposition: [
    'RETURNED_SAFE',
    'RESCUED_REPATRIATED',
    'DEPORTED_RETURNED',
    'LOCATED_SAFE_STAYS',
    'DECLINED_ASSISTANCE',
    'DETAINED_HANDED_CONSULAR',
    'NEVER_DEPARTED',
    'TRANSFERRED_OUT',
    'DUPLICATE_GROUPED',
    'NO_IDENTIFIABLE_PERSON',
    'UNRESOLVED_DORMANT',
    'FALSE_REPORT',
    'WITHDRAWN',
    'DECEASED_CONFIRMED',
  ],
} as const;

export type CaseList = keyof typeof caseLists;
export type CaseCode<List extends CaseList> = (typeof caseLists)[List][number];
export type CaseState = CaseCode<'case_state'>;
export type Safety = CaseCode<'safety_status'>;
export type SafetySource = CaseCode<'safety_source'>;
export type Disposition = CaseCode<'disposition'>;

/** Whether a value is a code of a list. */
export function isCaseCode<List extends CaseList>(list: List, value: unknown): value is CaseCode<List> {
  return (caseLists[list] as readonly unknown[]).includes(value);
}
