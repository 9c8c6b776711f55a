import type { ReactNode } from 'react';
import { StatusTag } from '@/app/_components/status-tag';
import { caseWord } from '@/lib/cases/code-words';
import { seoulMoment } from '@/lib/i18n/moment';
import { words } from '@/lib/i18n/words';
import { codeWord } from '@/lib/reports/code-words';
import { LevelTag } from '../../../_desk/level-tag';
import { BlockTitle } from '../../../_desk/page-title';
import { type CasePage, nameOf } from './case-page';
import { clockWords } from './clock-words';
import { keptBecause } from './entry-words';
import { policeClass } from './police-class';

/** What is known of the case itself, whatever hangs on it. */
export function Head({ page }: { page: CasePage }) {
  const { locale, found, at } = page;
  const { case: own, clocks } = words(locale).desk;
  const { head: said, sections } = own;
  return (
    <section aria-labelledby="facts" className="space-y-2">
      <BlockTitle id="facts">{sections.facts}</BlockTitle>
      <dl className="border-t border-gray-20 text-small">
        <Row label={said.state}>
          <State page={page} />
        </Row>
        <Row label={said.level}>
          <LevelFacts page={page} />
        </Row>
        <Row label={words(locale).urgency.npaClass}>
          <p data-testid="case-npa-class">{policeClass(locale, found.reports)}</p>
        </Row>
        <Row label={said.flags}>
          <Flags page={page} />
        </Row>
        <Row label={said.clocks}>
          {found.clocks.length === 0 ? <p>{said.noClocks}</p> : null}
          <ul>
            {found.clocks.map((clock) => (
              <li key={`${clock.kind}-${clock.startedAt.getTime()}-${clock.referralId}`}>
                {clocks[clock.kind]}
                {clock.referralId && page.agencies[clock.referralId]
                  ? ` (${page.agencies[clock.referralId]})`
                  : null}
                :{' '}
                {clock.overdue ? (
                  <strong className="text-danger-60">{clockWords(locale, clock, at)}</strong>
                ) : (
                  clockWords(locale, clock, at)
                )}
              </li>
            ))}
          </ul>
        </Row>
        <Row label={said.assigned}>
          <p data-testid="case-assignee">
            {found.assignedTo ? nameOf(page, found.assignedTo) : said.nobody}
            {found.assignedTo === page.actor.id ? ` (${said.you})` : null}
          </p>
        </Row>
        <Row label={said.recontact}>
          <p>
            {found.recontactAt ? seoulMoment(found.recontactAt) : said.noRecontact}
            {found.recontactAt && found.recontactAt.getTime() <= at.getTime() ? (
              <>
                {' '}
                <StatusTag tone="warning">{said.recontactDue}</StatusTag>
              </>
            ) : null}
          </p>
        </Row>
        <Row label={said.province}>
          <p>{found.province ? codeWord(locale, 'province', found.province) : '–'}</p>
        </Row>
        <Row label={said.received}>
          <p>{seoulMoment(found.receivedAt)}</p>
        </Row>
        <Row label={said.opened}>
          <p>{seoulMoment(found.openedAt)}</p>
        </Row>
      </dl>
    </section>
  );
}

function Row({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="grid gap-x-4 border-b border-gray-10 py-1 md:grid-cols-[8rem_1fr]">
      <dt className="font-bold text-gray-70">{label}</dt>
      <dd className="min-w-0 space-y-0.5">{children}</dd>
    </div>
  );
}

function State({ page }: { page: CasePage }) {
  const { locale, found } = page;
  const { head: said } = words(locale).desk.case;
  const { lastStep } = found;
  const reason = lastStep?.words.reason;
  return (
    <>
      <p>
        <strong data-testid="case-state">{caseWord(locale, 'case_state', found.state)}</strong>{' '}
        {said.since(seoulMoment(found.stateChangedAt))}
        {found.heldUntil ? ` · ${said.heldUntil(seoulMoment(found.heldUntil))}` : null}
      </p>
      {found.heldFrom ? <p>{said.heldFrom(caseWord(locale, 'case_state', found.heldFrom))}</p> : null}
      {found.disposition ? (
        <p>
          {said.closedAs}: {caseWord(locale, 'disposition', found.disposition)}
        </p>
      ) : null}
      {lastStep && typeof reason === 'string' ? (
        <p className="whitespace-pre-line">{said.reason(reason, nameOf(page, lastStep.staffId))}</p>
      ) : null}
    </>
  );
}

function LevelFacts({ page }: { page: CasePage }) {
  const { locale, found } = page;
  const { urgency, desk } = words(locale);
  const { head: said } = desk.case;
  const { levelSet } = found;
  const reason = levelSet?.words.reason;
  const kept = levelSet ? keptBecause(page, levelSet) : '';
  const when = levelSet ? seoulMoment(levelSet.at) : '';
  return (
    <>
      <p>
        <LevelTag locale={locale} level={found.level} /> {said.points(found.points)} ·{' '}
        {said.computed(`${found.computedLevel} ${urgency.levels[found.computedLevel]}`)}
      </p>
      {levelSet ? (
        <p className="whitespace-pre-line">
          {kept ||
            (levelSet.secondId
              ? said.byTwo(nameOf(page, levelSet.staffId), nameOf(page, levelSet.secondId), when)
              : said.byHand(nameOf(page, levelSet.staffId), when))}
          {typeof reason === 'string' ? `\n${words(locale).desk.timeline.reason(reason)}` : null}
        </p>
      ) : null}
    </>
  );
}

function Flags({ page }: { page: CasePage }) {
  const { locale, found } = page;
  const { head: said } = words(locale).desk.case;
  const flags = [
    found.doNotContact ? { tone: 'danger' as const, text: said.doNotContact } : null,
    found.safetyUnconfirmed ? { tone: 'warning' as const, text: said.safetyUnconfirmed } : null,
    found.state === 'ON_HOLD' ? { tone: 'info' as const, text: said.onHold } : null,
    found.legalHold ? { tone: 'info' as const, text: said.legalHold } : null,
  ].filter((flag) => flag !== null);
  if (flags.length === 0) return <p>{said.noFlags}</p>;
  return (
    <ul className="flex flex-wrap gap-2">
      {flags.map(({ tone, text }) => (
        <li key={text}>
          <StatusTag tone={tone}>{text}</StatusTag>
        </li>
      ))}
    </ul>
  );
}
