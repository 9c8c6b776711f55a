import 'server-only';
import { randomUUID } from 'node:crypto';
import { and, eq, isNull } from 'drizzle-orm';
import { type Db, type Tx, withTransaction } from '@/db/client';
import { contactReleases } from '@/db/schema/cases';
import { drafts } from '@/db/schema/drafts';
import { reports } from '@/db/schema/reports';
import { type RecordAudit, withAudit } from '@/lib/audit/commands';
import type { AuditActor } from '@/lib/audit/entry';
import { now } from '@/lib/clock';
import { type Refusal, refuse } from '@/lib/errors';
import { afterAddition } from '@/lib/urgency/after-addition';
import type { ReporterKind } from '@/lib/urgency/answers';
import { evaluate } from '@/lib/urgency/evaluate';
import { levelOfNews } from '@/lib/urgency/gates';
import { isGrave, type Level } from '@/lib/urgency/levels';
import { withoutLinked } from '@/lib/urgency/reassess';
import { mostUrgent, risen } from '@/lib/urgency/standing';
import { createDataKey, openDataKey } from '@/lib/vault/commands';
import { seal } from '@/lib/vault/seal';
import { keyedDigest } from '@/lib/vault/secrets';
import { assessKept } from '../assess-kept';
import { codeLists } from '../code-lists';
import { mayCount } from '../consents';
import { DRAFT_LIFE } from '../draft/commands';
import { type Draft, draftReceiptPlace, type Receipt } from '../draft/queries';
import { mergeParts, type Part, wasAskedConsent } from '../merge-parts';
import type { SectionAnswers } from '../posted';
import type { Provenance } from '../provenance';
import { COMPARTMENT, type SectionId } from '../questionnaire';
import { isLinkedToLure, nextLook, standOf, storeAssessment } from '../reassessing/commands';
import { checkSections } from '../schema';
import { storeSections } from '../stored/commands';
import { lastPart, openSections, type StoredSection } from '../stored/queries';
import { takeUpAgain } from '../taking-up/commands';
import { keptOfAddition } from './kept-of-addition';

type Sections = Partial<Record<SectionId, StoredSection>>;

const REPORTER = { kind: 'reporter', id: null } as const satisfies AuditActor;

/** Begins to add to a report. Answers the draft's id, or null when there is no such report. The code of the report is not in it. */
export async function beginAddition(db: Db, reportId: string): Promise<string | null> {
  const [report] = await db.select().from(reports).where(eq(reports.id, reportId));
  if (!report) return null;
  const id = randomUUID();
  const at = now();
  await withTransaction(db, async (tx) => {
    const key = await createDataKey(tx, { kind: 'draft', id });
    const receipt: Receipt = { reference: report.reference, code: '' };
    await tx.insert(drafts).values({
      id,
      kind: report.kind,
      addsTo: reportId,
      createdAt: at,
      expiresAt: new Date(at.getTime() + DRAFT_LIFE),
      sealedReceipt: seal(key, draftReceiptPlace(id), receipt),
    });
  });
  return id;
}

/** What a draft adds, or null when there is nothing: no answer and no file. Files stand beside the section that says there are some. */
export function additionOf(draft: Draft): Sections | null {
  const { S7: files, ...sections } = draft.sections;
  const answered = Object.values(sections).some(({ answers }) => Object.keys(answers).length > 0);
  const some = Object.values(draft.files ?? {}).some((count) => count > 0);
  if (!answered && !some) return null;
  return some ? { ...sections, S7: files ?? { answers: {} } } : sections;
}

/**
 * Stores what was added to a report as its next part, in the transaction at hand: sealed answers, urgency, audit row. Answers the level it came to
 * where what was added is grave danger. A report that staff had decided is then screened again. The level may rise and never falls, and "contact is risky" may be set and never unset: a captor may hold the code. Said anew, it bars contact
 * that was released on what was known before. `recorded`: staff found it out. The same rules hold, since who told them may have been made to, but no
 * state changes, which the reporter would see, and what may not be kept raises nothing.
 */
export async function storeAddition(
  tx: Tx,
  record: RecordAudit,
  reportId: string,
  typed: Sections,
  recorded?: Provenance,
): Promise<Level | null> {
  const [report] = await tx.select().from(reports).where(eq(reports.id, reportId)).for('update');
  if (!report) throw new Error('an addition to a report that is not there');
  const key = await openDataKey(tx, { kind: 'report', id: reportId });
  const before = await openSections(tx, reportId, key);
  const part = await nextPart(tx, reportId);
  const at = now();
  const kept = recordedBy(recorded, keptOfAddition(typed, before));
  const by = recorded ? ({ kind: 'staff', id: recorded.by } as const) : REPORTER;
  const heard = recorded ? kept : typed;
  const on = (parts: readonly Part[], sections: Sections) =>
    mergeParts([...parts, ...asParts(sections, part, at)]).answers;
  const merged = (sections: Sections) => on(before, sections);
  const answers = merged(kept);
  const stand = await standOf(tx, key, report);
  const linkedLure = await isLinkedToLure(tx, reportId);
  const facts = { kind: report.kind as ReporterKind, at, viaSos: report.viaSos, linkedLure };
  const signs = (told: SectionAnswers) => evaluate({ ...facts, answers: told }).signs;
  const computed = assessKept(facts, merged(heard), answers);
  const ground = withoutLinked(stand, { ...facts, answers: merged(heard) });
  // Both read at this moment: that time has passed is told by the round that looks again.
  const newsAfter = (known: readonly Part[]) =>
    levelOfNews(signs(mergeParts(known).answers), signs(on(known, heard))) ?? [];
  // What a reporter says themselves is new although staff had recorded it; and it may be grave only beside what staff had recorded.
  const theirs = recorded ? [] : newsAfter(before.filter((one) => !one.recorded));
  const news = mostUrgent([theirs, newsAfter(before)].flat());
  const assessment = afterAddition(
    { ...stand, news },
    linkedLure ? { ...computed, withoutLinked: ground } : computed,
    recorded ? 'RECORDED' : 'ADDED',
  );
  await storeSections(tx, reportId, key, kept, part);
  await storeAssessment(tx, key, reportId, at, assessment);
  const province = codeLists.province.find((code) => answers.province?.includes(code)) ?? report.province;
  const consents = wasAskedConsent(before) ? undefined : kept.S8?.consents;
  await tx
    .update(reports)
    .set({
      level: assessment.level,
      points: assessment.points,
      lookAgainAt: await nextLook(tx, report, { ...facts, answers }, { told: province }),
      province,
      contactRisk:
        report.contactRisk === 'RISKY'
          ? 'RISKY'
          : (codeLists.contact_risk.find((code) => answers.contact_risk?.includes(code)) ??
            report.contactRisk),
      ...(consents ? { inStatistics: mayCount(consents) } : {}),
    })
    .where(eq(reports.id, reportId));
  const detail = { part, from: report.level, level: assessment.level };
  await record({ kind: 'report', id: reportId }, by, recorded ? 'report.facts' : 'report.added', detail);
  if (report.contactReleasedAt && typed.S0?.answers.contact_risk?.includes('RISKY'))
    await barContact(tx, record, reportId, by, at);
  const raised = mostUrgent([news ?? [], risen(report.level as Level, assessment.level) ?? []].flat());
  if (!raised || !isGrave(raised)) return null;
  if (!recorded) await takeUpAgain(tx, record, report, { key, level: assessment.level, at });
  return assessment.level;
}

/** Ends the release of contact. The row of a case that the report is in follows with the clocks: whoever locks both locks the case first. */
async function barContact(
  tx: Tx,
  record: RecordAudit,
  reportId: string,
  by: AuditActor,
  at: Date,
): Promise<void> {
  await tx
    .update(contactReleases)
    .set({ endedAt: at })
    .where(and(eq(contactReleases.reportId, reportId), isNull(contactReleases.endedAt)));
  await tx.update(reports).set({ contactReleasedAt: null }).where(eq(reports.id, reportId));
  await record({ kind: 'report', id: reportId }, by, 'contact.barred');
}

export type Place = { latitude: string; longitude: string; accuracy: string };

/**
 * Adds where somebody stands, as their device measured it. `submission` is made with the page: sent twice it is stored once. Refused when the
 * numbers are none.
 */
export async function addPlace(
  db: Db,
  reportId: string,
  place: Place,
  submission: string,
): Promise<{ ok: true } | Refusal<'unreadable' | 'gone'>> {
  const answers = Object.fromEntries(
    Object.entries({
      latitude: place.latitude,
      longitude: place.longitude,
      accuracy_m: place.accuracy,
    }).flatMap(([name, value]) => (value.trim() ? [[name, [value.trim()]]] : [])),
  );
  const bad = checkSections('SELF_DANGER', ['S1'], answers).some(({ code }) => code !== 'needed');
  if (bad || !answers.latitude || !answers.longitude) return refuse('unreadable');
  const [found] = await db.select({ id: reports.id }).from(reports).where(eq(reports.id, reportId));
  if (!found) return refuse('gone');
  const told = await keyedDigest(db, 'place', `${reportId}/${submission}`);
  return withAudit(db, async (tx, record) => {
    await tx.select({ id: reports.id }).from(reports).where(eq(reports.id, reportId)).for('update');
    const key = await openDataKey(tx, { kind: 'report', id: reportId });
    const parts = await openSections(tx, reportId, key);
    const sent = told.toString('hex');
    if (parts.some((one) => one.submission === sent)) return { ok: true as const };
    await storeAddition(tx, record, reportId, { S1: { answers, submission: sent } });
    return { ok: true as const };
  });
}

/** Each section with how staff know it. */
function recordedBy(recorded: Provenance | undefined, sections: Sections): Sections {
  if (!recorded) return sections;
  return Object.fromEntries(Object.entries(sections).map(([id, section]) => [id, { ...section, recorded }]));
}

function asParts(sections: Sections, part: number, addedAt: Date): Part[] {
  return Object.entries(sections)
    .filter(([section]) => section !== COMPARTMENT)
    .map(([section, value]) => ({ ...value, section: section as SectionId, part, addedAt }));
}

/** The number of what is added next. The caller holds the lock of the report. */
export async function nextPart(tx: Tx, reportId: string): Promise<number> {
  return (await lastPart(tx, reportId)) + 1;
}
