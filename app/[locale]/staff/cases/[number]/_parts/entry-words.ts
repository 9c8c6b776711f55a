import { type CaseList, isCaseCode } from '@/lib/cases/code-lists';
import { caseWord } from '@/lib/cases/code-words';
import type { CasePerson, TimelineEntry } from '@/lib/cases/reading/queries';
import { isReturnAnswer, isReturnState } from '@/lib/cases/return-transitions';
import { seoulMoment } from '@/lib/i18n/moment';
import { words } from '@/lib/i18n/words';
import { isReference } from '@/lib/reports/reference-shape';
import { APPROVAL_ACTS, APPROVAL_STATES } from '@/lib/staff/approvals/policy';
import { isLevel } from '@/lib/urgency/levels';
import { whatIsAsked } from '../../../_desk/approval-card';
import { type CasePage, nameOf } from './case-page';

/** One entry in words: who, a few words of what, and lines of what was written. */
export type EntryWords = { who: string; what: string; lines: string[] };

/** How a person of a case is called. */
export function personName(page: CasePage, id: string | null): string {
  const said = words(page.locale).desk.timeline;
  const person = page.found.people.find((one) => one.id === id);
  return person ? identityName(person) || said.unnamed : said.removed;
}

const identityName = ({ identity }: CasePerson) =>
  identity.nameKo ||
  identity.namePassport ||
  identity.alias ||
  identity.phones[0] ||
  identity.handles[0] ||
  '';

const text = (value: unknown) => (typeof value === 'string' ? value : '');

/** What an entry of the timeline says. */
export function entryWords(page: CasePage, entry: TimelineEntry): EntryWords {
  const { locale } = page;
  const { desk, staff } = words(locale);
  const said = desk.timeline;
  const { what, lines } = body(page, entry);
  const reason = text(entry.words.reason);
  const about = entry.kind === 'REPORT_NOTE' ? text(entry.words.about) : '';
  const labels: Record<string, string> = {
    compartment: staff.report.compartment.noteLabel,
    evidence: staff.files.noteLabel,
    recording: desk.viewer.recording.noteLabel,
    recusal: desk.report.recuse.noteLabel,
  };
  return {
    who: whoDid(page, entry),
    what,
    lines: [
      labels[about] ?? '',
      ...lines,
      reason && said.reason(reason),
      entry.secondId ? said.agreedBy(nameOf(page, entry.secondId)) : '',
    ].filter(Boolean),
  };
}

const FROM_OUTSIDE: readonly string[] = [
  'MESSAGE',
  'REPORT_RECEIVED',
  'REPORT_ADDED',
  'REPORT_FILE',
  'REPORT_REQUEST',
];
const fromOutside = ({ kind }: TimelineEntry) => FROM_OUTSIDE.includes(kind);

function whoDid(page: CasePage, entry: TimelineEntry): string {
  const said = words(page.locale).desk.timeline;
  if (entry.staffId) return nameOf(page, entry.staffId);
  if (fromOutside(entry)) return said.reporter;
  // Contact is barred again by somebody, or by itself when nobody looked in time: the report's page says which.
  return entry.kind === 'CONTACT' ? '–' : said.system;
}

type Body = { what: string; lines: string[] };
const just = (what: string, ...lines: (string | false)[]): Body => ({
  what,
  lines: lines.filter((line) => line !== false),
});

function body(page: CasePage, entry: TimelineEntry): Body {
  const { locale, found } = page;
  const said = words(locale).desk.timeline;
  const own = entry.words;
  switch (entry.kind) {
    case 'OPENED':
      return just(found.number);
    case 'STATE': {
      const until = text(own.until);
      const ended = code(page, 'disposition', own.disposition);
      return just(
        changed(page, entry, (one) => code(page, 'case_state', one)),
        ended,
        own.because === 'DANGER_ADDED' && said.reopenedByDanger,
        until && said.until(seoulMoment(new Date(until))),
      );
    }
    case 'LEVEL':
      if (entry.from === entry.to) return just(said.kept(level(page, entry.to)), keptBecause(page, entry));
      return just(changed(page, entry, (one) => level(page, one)));
    case 'LEVEL_COMPUTED':
      return just(
        changed(page, entry, (one) => level(page, one)),
        said.worked(text(own.cause), entry.ref ?? ''),
      );
    case 'REPORT_LINKED':
    case 'REPORT_UNLINKED':
      // Of a report that was erased since only its id is left.
      return just(isReference(entry.ref ?? '') ? (entry.ref ?? '') : words(locale).desk.erasing.gone);
    case 'REPORT_RECEIVED':
      return just(`${entry.ref} · ${level(page, entry.to)}`);
    case 'REPORT_STATE': {
      const states: Record<string, string> = words(locale).codes.report_state;
      return just(`${entry.ref} · ${changed(page, entry, (one) => states[one] ?? '')}`);
    }
    case 'MESSAGE': {
      const way = entry.staffId ? said.toReporter : said.fromReporter;
      return just(`${entry.ref} · ${way}`, text(own.text));
    }
    case 'REPORT_NOTE':
      return just(entry.ref ?? '', text(own.text));
    case 'NOTE':
      return just('', text(own.text));
    case 'ASSIGNED':
      if (entry.to === 'LET_GO') return just(said.letGo);
      return just(entry.ref ? said.assignedTo(nameOf(page, entry.ref)) : said.assignedToNobody);
    case 'RECUSED': {
      const name = nameOf(page, entry.ref);
      const from = text(own.from);
      return just(
        entry.to === 'LIFTED' ? said.letBack(name) : said.steppedBack(name),
        from ? said.steppedBackBefore(from) : false,
      );
    }
    case 'TASK':
    case 'TASK_DONE':
      return just('', found.tasks.find(({ id }) => id === entry.ref)?.text ?? '');
    case 'RECONTACT': {
      const at = text(own.at);
      return just(at ? said.recontactAt(seoulMoment(new Date(at))) : said.noRecontact);
    }
    case 'LEGAL_HOLD':
      return just(entry.to === 'HELD' ? said.held : said.released);
    case 'APPROVAL_ASKED':
    case 'APPROVAL_DECIDED':
      return approval(page, entry);
    case 'REFERRAL':
      return referral(page, entry);
    case 'REPORT_ADDED':
    case 'REPORT_FILE':
      return just(entry.ref ?? '');
    case 'REPORT_FACTS': {
      const source = code(page, 'fact_source', own.source);
      return just(entry.ref ?? '', source && said.source(source, code(page, 'confidence', own.confidence)));
    }
    case 'REPORT_REQUEST': {
      const { kinds, decisions } = words(locale).staff.additions.requests;
      const decided = entry.to === 'GRANTED' || entry.to === 'DECLINED' ? decisions[entry.to] : '';
      const kind = entry.from === 'WITHDRAW' || entry.from === 'CONSENT' ? kinds[entry.from] : '';
      return just([entry.ref, kind, decided].filter(Boolean).join(' · '), text(own.text));
    }
    case 'REPORT_LEVEL':
      return just(`${entry.ref} · ${changed(page, entry, (one) => level(page, one))}`);
    case 'CONTACT': {
      const ways: Readonly<Record<string, string>> = said.contact;
      return just(`${entry.ref} · ${ways[entry.to ?? ''] ?? ''}`);
    }
    case 'SITE_ADDED':
    case 'SITE_REMOVED':
      return just(
        text(own.site) || said.removed,
        [own.building, own.floor, own.room].map(text).filter(Boolean).join(' '),
      );
    case 'PERSON_ERASED':
      return just('');
    case 'RETURN':
      return just(returnWords(page, entry));
    case 'RETURN_ANSWER': {
      const { answers, left } = words(locale).desk.returns;
      const said = entry.to === 'LEFT' ? left : isReturnAnswer(own.answer) ? answers[own.answer] : '';
      return just([personName(page, entry.ref), said].filter(Boolean).join(' · '), text(own.note));
    }
    default:
      return person(page, entry);
  }
}

/** Why a level stayed although the report that it came from was taken out: which, and who had linked it. */
export function keptBecause(page: CasePage, { words: own }: TimelineEntry): string {
  const [reference, linkedAt] = [text(own.keptWithout), text(own.linkedAt)];
  if (!reference) return '';
  const linkedBy = nameOf(page, text(own.linkedBy) || null);
  const { keptWithout } = words(page.locale).desk.timeline;
  return keptWithout(reference, linkedBy, linkedAt ? seoulMoment(new Date(linkedAt)) : '–');
}

/** Decided, or what state it went to; of somebody's who was erased, neither is left. */
function returnWords(page: CasePage, entry: TimelineEntry): string {
  if (!entry.to) return words(page.locale).desk.timeline.removed;
  const { states, decided } = words(page.locale).desk.returns;
  const named = (one: string) => (isReturnState(one) ? states[one] : '');
  return entry.from ? changed(page, entry, named) : decided;
}

/** Where a list is named by what a code may be. */
function code(page: CasePage, list: CaseList, value: unknown): string {
  return isCaseCode(list, value) ? caseWord(page.locale, list, value) : '';
}

function level({ locale }: CasePage, value: unknown): string {
  return isLevel(value) ? `${value} ${words(locale).urgency.levels[value]}` : '';
}

function changed({ locale }: CasePage, { from, to }: TimelineEntry, named: (one: string) => string): string {
  const after = to ? named(to) : '';
  return from ? words(locale).desk.timeline.change(named(from), after) : after;
}

function approval(page: CasePage, { ref, words: own }: TimelineEntry): Body {
  const act = APPROVAL_ACTS.find((one) => one === own.act);
  const state = APPROVAL_STATES.find((one) => one === own.state);
  if (!act) return just(words(page.locale).desk.timeline.removed);
  const { states } = words(page.locale).desk.approvals;
  const payload = page.found.approvals.find(({ id }) => id === ref)?.payload ?? {
    of: text(own.of),
  };
  const agency = page.agencies[String(payload.referral)] ?? null;
  const asked = whatIsAsked(page.locale, { act, payload, agency });
  return just([asked, state ? states[state] : ''].filter(Boolean).join(' · '), text(own.answer));
}

function referral(page: CasePage, entry: TimelineEntry): Body {
  const { codes, desk } = words(page.locale);
  const states: Partial<Record<string, string>> = codes.referral_state;
  const step =
    entry.to === 'RELEASED'
      ? desk.timeline.referralReleased
      : changed(page, entry, (one) => states[one] ?? one);
  return just([page.agencies[entry.ref ?? ''], step].filter(Boolean).join(' · '), text(entry.words.text));
}

/** What was established about somebody, and how. A question for proof of life is shown, its answer is not: this is printed. */
function person(page: CasePage, entry: TimelineEntry): Body {
  const { locale } = page;
  const said = words(locale).desk.timeline;
  const own = entry.words;
  const name = personName(page, entry.ref);
  const lists: Partial<Record<TimelineEntry['kind'], CaseList>> = {
    SAFETY: 'safety_status',
    IDENTITY: 'identity',
    WILLINGNESS: 'willingness',
    POSITION: 'position',
  };
  const list = lists[entry.kind];
  const value = list ? code(page, list, own.value) : '';
  const source = code(page, 'safety_source', own.source);
  return just(
    [name, value].filter(Boolean).join(' · '),
    source && said.source(source, code(page, 'confidence', own.confidence)),
    text(own.saidTo) && said.saidTo(text(own.saidTo)),
    text(own.how),
    text(own.question),
    text(own.note),
  );
}
