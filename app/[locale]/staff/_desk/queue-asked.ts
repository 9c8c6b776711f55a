import { oneOf } from '@/app/_request/posted';
import { NOBODY } from '@/lib/cases/queue/assigned';
import { isWorkView, type WorkView } from '@/lib/cases/queue/views';
import type { Locale } from '@/lib/i18n/locale';
import { codeLists, type ReportState } from '@/lib/reports/code-lists';
import { type Level, levels } from '@/lib/urgency/levels';

/** What the address of the queue asks for. `reports`: the list of all reports, decided ones too. */
export type QueueAsked = {
  view: WorkView | 'reports';
  level: Level | null;
  kind: 'REPORT' | 'CASE' | null;
  province: string | null;
  /** `me`, `nobody` or an account's id. */
  assigned: string | null;
  /** Of the list of all reports. */
  state: ReportState | 'OPEN' | 'ALL';
  after: string | null;
  /** What is open beside the list: a reference or a case number, not looked at yet. */
  open: string | null;
};

export type QueueSearch = Partial<Record<keyof QueueAsked, string | string[]>>;

const ACCOUNT = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Reads an address; anything unknown in it counts as not asked. */
export function readAsked(search: QueueSearch): QueueAsked {
  const said = (name: keyof QueueAsked) => oneOf(search[name]) ?? null;
  const [view, state, kind, assigned] = [said('view'), said('state'), said('kind'), said('assigned')];
  const known = codeLists.report_state.find((one) => one === state);
  // A state alone asks for the list that has states.
  const reports = view === 'reports' || (state !== null && view === null);
  const whose = assigned === 'me' || assigned === NOBODY || ACCOUNT.test(assigned ?? '');
  return {
    view: reports ? 'reports' : isWorkView(view) ? view : 'all',
    level: levels.find((one) => one === said('level')) ?? null,
    kind: kind === 'REPORT' || kind === 'CASE' ? kind : null,
    province: codeLists.province.find((one) => one === said('province')) ?? null,
    assigned: whose ? assigned : null,
    state: state === 'ALL' ? 'ALL' : (known ?? 'OPEN'),
    after: said('after')?.slice(0, 100) ?? null,
    open: said('open')?.slice(0, 20) || null,
  };
}

/** What was asked for, as an address says it: only what is not so anyway. */
export function askedFields(asked: QueueAsked): Record<string, string> {
  const { view, state, ...rest } = asked;
  const fields = { ...rest, view: view === 'all' ? null : view, state: state === 'OPEN' ? null : state };
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) => (value ? [[name, value]] : [])),
  );
}

/** The address of the queue, with what is to be different in it. */
export function queueAddress(locale: Locale, asked: QueueAsked, changes: Partial<QueueAsked> = {}): string {
  const query = new URLSearchParams(askedFields({ ...asked, ...changes })).toString();
  return `/${locale}/staff${query ? `?${query}` : ''}`;
}

/** The page of a report or a case by itself. */
export function itemAddress(locale: Locale, ref: string): string {
  return `/${locale}/staff/${ref.startsWith('CA-') ? 'cases' : 'reports'}/${encodeURIComponent(ref)}`;
}

/** Whether any filter narrows the view. */
export function isNarrowed({ level, kind, province, assigned }: QueueAsked): boolean {
  return Boolean(level ?? kind ?? province ?? assigned);
}
