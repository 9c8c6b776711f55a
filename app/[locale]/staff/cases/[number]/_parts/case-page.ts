import type { TimelineFilter } from '@/lib/cases/event-kinds';
import type { DeskCase } from '@/lib/cases/reading/commands';
import type { Locale } from '@/lib/i18n/locale';
import { words } from '@/lib/i18n/words';
import type { KeptFields } from '@/lib/staff/kept/queries';
import { can, type Permission } from '@/lib/staff/roles';
import type { StaffActor } from '@/lib/staff/session';
import { type Outcome, problemOf } from '../../../_desk/act-notice';
import type { CaseForm } from '../form-place';

/** What every part of a case's page is made from. */
export type CasePage = {
  locale: Locale;
  found: DeskCase;
  actor: StaffActor;
  filter: TimelineFilter;
  outcome: Outcome;
  /** What was typed here and could not be taken, by form. */
  typed: Partial<Record<string, KeptFields>>;
  /** What the page shows of the case, as its forms carry it. */
  seen: string;
  at: Date;
  /** Everybody who can be given the case. */
  staff: readonly { id: string; name: string }[];
  /** Names of agencies, by hand-over. */
  agencies: Readonly<Record<string, string>>;
};

export const may = ({ actor }: CasePage, permission: Permission) => can(actor.roles, permission);

/** The name of somebody at the desk. */
export function nameOf({ found, staff, actor }: CasePage, id: string | null): string {
  if (!id) return '–';
  return found.names[id] ?? staff.find((one) => one.id === id)?.name ?? (id === actor.id ? actor.name : '–');
}

/** The problem of a form, when it is one of these and belongs at this field. */
export function wrong(
  { locale, outcome }: CasePage,
  form: CaseForm,
  codes: readonly string[],
): string | undefined {
  if (!codes.includes(outcome.problem ?? '')) return undefined;
  return problemOf(locale, outcome, form, words(locale).desk.case);
}

export const REASON_PROBLEMS = ['no-reason', 'empty', 'too-long', 'unreadable', 'too-short'];
export const MOMENT_PROBLEMS = ['no-moment', 'date-past'];
