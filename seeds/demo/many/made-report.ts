import { randomUUID } from 'node:crypto';
import { clocks } from '@/db/schema/cases';
import {
  messages,
  notes,
  reportReaders,
  reportSections,
  reports,
  reportTransitions,
  reportUrgency,
} from '@/db/schema/reports';
import { dataKeys } from '@/db/schema/vault';
import { clockColumns } from '@/lib/cases/clock-keeping/commands';
import { HOUR, MINUTE, setClock } from '@/lib/clock';
import type { ClockKind } from '@/lib/clocks/durations';
import { stageAt } from '@/lib/clocks/escalation';
import type { ReportState } from '@/lib/reports/code-lists';
import { makeReportRows, type ReportRows, receivedDetail } from '@/lib/reports/commands';
import { recordConsents } from '@/lib/reports/consents';
import { keptAnswers } from '@/lib/reports/kept-answers';
import type { SectionAnswers } from '@/lib/reports/posted';
import { COMPARTMENT, fieldsOf, order, postedNames, type SectionId } from '@/lib/reports/questionnaire';
import { makeReceiptCode } from '@/lib/reports/receipt-code';
import { reportTexts } from '@/lib/search/searchable/texts';
import type { Level } from '@/lib/urgency/levels';
import { seal } from '@/lib/vault/seal';
import { assessAlike } from './assess-alike';
import { after, indexed, type Making } from './making';
import { STAFF_WORDS } from './narratives';
import { type Told, tell } from './stories';
import { byStaff } from './trail';

export type MadeReport = {
  id: string;
  answers: Told['answers'];
  level: Level;
  points: number;
  province: string | null;
  receivedAt: Date;
  /** When it left screening; what happens in its case comes after. */
  decidedAt: Date;
  barred: boolean;
  /** Somebody has written to the reporter. */
  answered: boolean;
  screenedBy: string;
};

type Wanted = { reference: string; receivedAt: Date; state: ReportState };

/** One report with everything that its state says has happened to it. What it becomes in a case is added by the case. */
export async function makeReport(making: Making, wanted: Wanted): Promise<MadeReport> {
  const { rows, trail, chance, crew, tools } = making;
  const { receivedAt, state } = wanted;
  const told = tell(chance, receivedAt);
  const sections = inSections(told);
  const made = sealed(making, wanted, told, sections);
  const object = { kind: 'report' as const, id: made.id };
  const key = made.keys.report.key;
  const screenedBy = chance.pick(crew.intake);
  const by = byStaff(screenedBy);
  const unread = state === 'RECEIVED' && chance.of(0.5);
  const openedAt = unread ? null : after(making, receivedAt, 3 * MINUTE, 4 * HOUR);
  const taken = state === 'RECEIVED' ? chance.of(0.15) : chance.of(0.6);
  const screenedAt = after(making, openedAt ?? receivedAt, MINUTE, HOUR);
  const decidedAt = after(making, screenedAt, MINUTE, 8 * HOUR);
  const open = state === 'RECEIVED' || state === 'SCREENING';
  const barred = made.report.contactRisk === 'RISKY';

  rows.add(dataKeys, ...[made.keys.report, made.keys.compartment ?? []].flat().map(({ row }) => row));
  rows.add(reports, {
    ...made.report,
    state,
    stateChangedAt: state === 'RECEIVED' ? receivedAt : open ? screenedAt : decidedAt,
    openedAt,
    assignedTo: taken ? screenedBy : null,
    periodId: periodOf(tools.periods, receivedAt),
  });
  rows.add(reportSections, ...made.sections);
  rows.add(reportUrgency, made.urgency);
  trail.note(object, receivedAt, { kind: 'reporter', id: null }, 'report.received', receivedDetail(made));
  if (openedAt) {
    const times = chance.int(1, 4);
    rows.add(reportReaders, {
      reportId: made.id,
      staffId: screenedBy,
      firstReadAt: openedAt,
      lastReadAt: decidedAt,
      times,
    });
    trail.note(object, openedAt, by, 'report.read');
  }
  if (taken) trail.note(object, openedAt ?? receivedAt, by, 'report.assigned', { staff: screenedBy });
  const step = (from: ReportState, to: ReportState, at: Date, action: string, reason = '') => {
    const row = randomUUID();
    const place = { table: 'report_transitions', row, column: 'sealed' };
    rows.add(reportTransitions, {
      id: row,
      reportId: made.id,
      fromState: from,
      toState: to,
      staffId: screenedBy,
      sealed: reason ? seal(key, place, { reason }) : null,
      changedAt: at,
    });
    trail.note(object, at, by, 'report.state', { action, from, to });
  };
  if (state !== 'RECEIVED') step('RECEIVED', 'SCREENING', screenedAt, 'SCREEN');
  let reason = '';
  if (!open) {
    if (state !== 'PROMOTED' && state !== 'LINKED') reason = chance.pick(STAFF_WORDS.reason);
    step('SCREENING', state, decidedAt, ACTION_OF[state] ?? 'PROMOTE', reason);
  }
  const { words, answered } = openedAt
    ? written(making, made, { barred, by: screenedBy, since: decidedAt, open })
    : { words: [], answered: false };
  const over = { FIRST_LOOK: openedAt, TRIAGE: open ? null : decidedAt };
  for (const kind of ['FIRST_LOOK', 'TRIAGE'] as const)
    rows.add(
      clocks,
      clockRow(making, { reportId: made.id }, kind, made.report.level as Level, receivedAt, over[kind]),
    );

  const kept = Object.entries(keptAnswers(sections)).flatMap(([section, one]) =>
    section === COMPARTMENT ? [] : [{ section: section as SectionId, answers: one.answers }],
  );
  await indexed(making, { ...object, at: receivedAt }, reportTexts(told.kind, kept, [...words, reason]));
  const { level, points, province } = made.report;
  return {
    id: made.id,
    answers: told.answers,
    level: level as Level,
    points,
    province: province ?? null,
    receivedAt,
    decidedAt,
    barred,
    answered,
    screenedBy,
  };
}

const ACTION_OF: Partial<Record<ReportState, string>> = {
  INTEL_ONLY: 'KEEP_AS_INTEL',
  OUT_OF_SCOPE: 'MARK_OUT_OF_SCOPE',
  ABUSE: 'MARK_ABUSE',
  WITHDRAWN: 'WITHDRAW',
  LINKED: 'LINK',
};

type Sections = Parameters<typeof makeReportRows>[0]['sections'];

/** A told story as the form would have kept it, section by section. */
function inSections({ kind, viaSos, locale, answers }: Told): Sections {
  const only = viaSos ? (['S1', 'S8'] as const) : order[kind];
  const sections: Sections = {};
  for (const section of only) {
    const names = viaSos ? ['narrative', 'reach'] : namesOf(kind, section);
    const own: SectionAnswers = {};
    for (const name of names)
      if (answers[name] && (!viaSos || (name === 'narrative') === (section === 'S1')))
        own[name] = [...answers[name]];
    if (Object.keys(own).length === 0) continue;
    const consents = section === 'S8' && !viaSos ? { consents: recordConsents(kind, own, locale) } : {};
    sections[section] = { answers: own, ...consents };
  }
  return sections;
}

const names = new Map<string, readonly string[]>();

/** What the form posts of a section. */
function namesOf(kind: Told['kind'], section: SectionId): readonly string[] {
  const known = names.get(kind + section) ?? fieldsOf(kind, section).flatMap(postedNames);
  names.set(kind + section, known);
  return known;
}

/** Seals it as if it were sent at its time. */
function sealed(
  { tools }: Making,
  { reference, receivedAt }: Wanted,
  told: Told,
  sections: Sections,
): ReportRows {
  setClock(receivedAt);
  try {
    return makeReportRows(
      {
        kind: told.kind,
        sections,
        locale: told.locale,
        receipt: { reference, digest: tools.receiptDigest(makeReceiptCode()) },
        submissionKey: `draft:${randomUUID()}`,
        viaSos: told.viaSos,
      },
      assessAlike,
    );
  } finally {
    setClock(undefined);
  }
}

/** Messages both ways and a note; answers their words, for the index, and whether the reporter was written to. */
function written(
  { rows, trail, chance }: Making,
  made: ReportRows,
  { barred, by, since, open }: { barred: boolean; by: string; since: Date; open: boolean },
): { words: string[]; answered: boolean } {
  const { id } = made;
  const key = made.keys.report.key;
  const object = { kind: 'report' as const, id };
  const words: string[] = [];
  const message = (direction: 'TO_REPORTER' | 'FROM_REPORTER', text: string, read: boolean) => {
    const row = randomUUID();
    rows.add(messages, {
      id: row,
      reportId: id,
      direction,
      authorId: direction === 'TO_REPORTER' ? by : null,
      sealed: seal(key, { table: 'messages', row, column: 'sealed' }, { text }),
      sentAt: since,
      readAt: read ? since : null,
      submissionKey: randomUUID(),
    });
    words.push(text);
    if (direction === 'TO_REPORTER')
      trail.note(object, since, byStaff(by), 'report.message', { message: row });
  };
  const answered = !barred && chance.of(0.3);
  if (answered) {
    message('TO_REPORTER', chance.pick(STAFF_WORDS.message), true);
    if (chance.of(0.4)) message('FROM_REPORTER', chance.pick(STAFF_WORDS.answer), !open || chance.of(0.7));
  }
  if (chance.of(0.25)) {
    const [row, text] = [randomUUID(), chance.pick(STAFF_WORDS.note)];
    const sealedNote = seal(key, { table: 'notes', row, column: 'sealed' }, { text });
    rows.add(notes, {
      id: row,
      reportId: id,
      authorId: by,
      sealed: sealedNote,
      writtenAt: since,
      submissionKey: randomUUID(),
    });
    trail.note(object, since, byStaff(by), 'report.note', { note: row });
    words.push(text);
  }
  return { words, answered };
}

/** A clock as it stands now: met, or running with the stages behind it told. */
export function clockRow(
  { at }: Making,
  of: { reportId: string } | { caseId: string; referralId?: string },
  kind: ClockKind,
  level: Level,
  startedAt: Date,
  metAt: Date | null,
  pausedAt: Date | null = null,
): typeof clocks.$inferInsert {
  const held = level === 'U1' || metAt ? null : pausedAt;
  const state = { kind, level, startedAt, pausedAt: held, pausedMs: 0, ownMs: null };
  const columns = clockColumns(state, stageAt(state, metAt ?? at));
  return { id: randomUUID(), ...of, ...columns, metAt, ...(metAt ? { nextStageAt: null } : {}) };
}

function periodOf(periods: Making['tools']['periods'], at: Date): string | null {
  return periods.find((one) => one.opensAt <= at && (!one.closesAt || one.closesAt > at))?.id ?? null;
}
