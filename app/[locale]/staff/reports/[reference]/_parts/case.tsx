import { randomUUID } from 'node:crypto';
import { Button } from '@/app/_components/button';
import { FieldError } from '@/app/_components/field-parts';
import { TextArea } from '@/app/_components/text-area';
import { TextField } from '@/app/_components/text-field';
import { caseWord } from '@/lib/cases/code-words';
import type { CaseChoice, ReportWork } from '@/lib/cases/report-work/queries';
import { REPORT_STEPS } from '@/lib/cases/transitions';
import type { Locale } from '@/lib/i18n/locale';
import { words } from '@/lib/i18n/words';
import { codeWord } from '@/lib/reports/code-words';
import type { DeskReport } from '@/lib/reports/desk/reading/commands';
import type { KeptFields } from '@/lib/staff/kept/queries';
import { can, type Role } from '@/lib/staff/roles';
import type { Outcome } from '../../../_desk/act-notice';
import { LevelTag } from '../../../_desk/level-tag';
import { BlockTitle } from '../../../_desk/page-title';
import { linkAction, promoteAction, unlinkAction } from '../case-actions';
import { problemHere } from './act-words';

type Props = {
  locale: Locale;
  report: DeskReport;
  work: ReportWork;
  roles: readonly Role[];
  typed: Partial<Record<string, KeptFields>>;
  outcome: Outcome;
};

/** The case that the report is in, with the way out of it; or the ways into one: a new case in one press, an existing one by its number. */
export function CaseOfReport({ locale, report, work, roles, typed, outcome }: Props) {
  const { case: said } = words(locale).desk.report;
  return (
    <section aria-labelledby="case" className="space-y-3">
      <BlockTitle id="case">{said.title}</BlockTitle>
      {work.inCase ? (
        <InCase {...{ locale, report, roles, outcome }} inCase={work.inCase} typed={typed.unlink} />
      ) : report.state === 'SCREENING' ? (
        <>
          {can(roles, REPORT_STEPS.PROMOTE.permission) ? (
            <form action={promoteAction} className="space-y-2">
              <input type="hidden" name="locale" value={locale} />
              <input type="hidden" name="reference" value={report.reference} />
              <Button wide id="promote">
                {said.promote}
              </Button>
              <p className="text-small text-gray-70">{said.promoteHint}</p>
              <FieldError locale={locale} name="promote" error={problemHere(locale, outcome, 'promote')} />
            </form>
          ) : null}
          {can(roles, REPORT_STEPS.LINK.permission) ? (
            <LinkForm {...{ locale, report, outcome }} choices={work.choices} typed={typed.link} />
          ) : null}
        </>
      ) : (
        <p className="text-small">{report.state === 'RECEIVED' ? said.first : said.none}</p>
      )}
    </section>
  );
}

type InCaseProps = Pick<Props, 'locale' | 'report' | 'roles' | 'outcome'> & {
  inCase: NonNullable<ReportWork['inCase']>;
  typed: KeptFields | null | undefined;
};

function InCase({ locale, report, roles, inCase, typed, outcome }: InCaseProps) {
  const { case: said } = words(locale).desk.report;
  return (
    <>
      <p>
        <span className="font-bold">{said.in}: </span>
        <a
          href={`/${locale}/staff/cases/${inCase.number}`}
          id="link"
          className="inline-flex min-h-11 items-center font-bold"
        >
          {inCase.number}
        </a>{' '}
        <LevelTag locale={locale} level={inCase.level} /> {caseWord(locale, 'case_state', inCase.state)}
      </p>
      {can(roles, REPORT_STEPS.UNLINK.permission) ? (
        <details open={typed || outcome.form === 'unlink' ? true : undefined}>
          <summary className="inline-flex min-h-11 cursor-pointer items-center text-small font-bold text-primary-70 underline">
            {said.unlinkSubmit}
          </summary>
          <form action={unlinkAction} noValidate className="space-y-3">
            <input type="hidden" name="locale" value={locale} />
            <input type="hidden" name="reference" value={report.reference} />
            <input type="hidden" name="case" value={inCase.number} />
            <input type="hidden" name="submission" value={typed?.submission ?? randomUUID()} />
            <TextArea
              locale={locale}
              name="unlink_reason"
              label={said.unlink}
              hint={said.unlinkHint}
              error={problemHere(locale, outcome, 'unlink')}
              defaultValue={typed?.unlink_reason}
              rows={2}
            />
            <Button variant="secondary">{said.unlinkSubmit}</Button>
          </form>
        </details>
      ) : null}
    </>
  );
}

type LinkProps = Pick<Props, 'locale' | 'report' | 'outcome'> & {
  choices: readonly CaseChoice[];
  typed: KeptFields | null | undefined;
};

/** One press links to a case that is offered; any other is typed. The typed one's button stands first, so that Enter means it. */
function LinkForm({ locale, report, choices, typed, outcome }: LinkProps) {
  const { case: said } = words(locale).desk.report;
  return (
    <form action={linkAction} noValidate className="space-y-3 rounded-lg border border-gray-20 p-4">
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="reference" value={report.reference} />
      <input type="hidden" name="submission" value={typed?.submission ?? randomUUID()} />
      <TextField
        locale={locale}
        name="link"
        label={said.link}
        hint={said.linkHint}
        error={problemHere(locale, outcome, 'link')}
        defaultValue={typed?.link}
        autoCapitalize="characters"
        spellCheck={false}
        width="medium"
      />
      <Button variant="secondary">{said.linkSubmit}</Button>
      {choices.length > 0 ? (
        <div className="text-small">
          <h3 className="text-body! font-bold md:text-body!">{said.choices}</h3>
          <ul className="border-t border-gray-20">
            {choices.map((choice) => (
              <li key={choice.number} className="flex flex-wrap items-center gap-x-3 border-b border-gray-10">
                <button
                  type="submit"
                  name="choice"
                  value={choice.number}
                  aria-label={said.choose(choice.number)}
                  className="min-h-11 cursor-pointer font-bold text-primary-70 underline hover:bg-primary-5"
                >
                  {choice.number}
                </button>
                <LevelTag locale={locale} level={choice.level} />
                <span>{caseWord(locale, 'case_state', choice.state)}</span>
                {choice.province ? <span>{codeWord(locale, 'province', choice.province)}</span> : null}
                {choice.mine ? <span className="font-bold">{said.mine}</span> : null}
              </li>
            ))}
          </ul>
        </div>
      ) : null}
    </form>
  );
}
