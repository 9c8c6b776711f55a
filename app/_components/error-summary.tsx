import type { Locale } from '@/lib/i18n/locale';
import { words } from '@/lib/i18n/words';
import { FocusOnLoad } from './focus-on-load';
import { ErrorIcon } from './icons';
import { Sentence } from './sentence';

/** What is wrong with one field; `name` is the id of the control that the link leads to, `href` where that is on another page. */
export type FieldProblem = { name: string; message: string; href?: string };

/** Where the summary stands, so that a redirect can end in `#error-summary`. */
export const ERROR_SUMMARY_ID = 'error-summary';

type Props = {
  locale: Locale;
  problems: readonly FieldProblem[];
  title?: string;
  /** Another each time the form was sent: the focus moves here again although the same is wrong. */
  attempt?: string | undefined;
};

/** All that has to be mended, above the page's heading. Nothing is shown when nothing is wrong. */
export function ErrorSummary({ locale, problems, title, attempt = '' }: Props) {
  if (problems.length === 0) return null;
  return (
    <div
      id={ERROR_SUMMARY_ID}
      role="alert"
      tabIndex={-1}
      data-tint=""
      className="mb-8 rounded-lg border-2 border-danger-50 bg-gray-0 p-5"
    >
      <h2 className="flex items-center gap-2 text-h4">
        <ErrorIcon className="size-6 text-danger-50" />
        {title ?? words(locale).shell.form.problems}
      </h2>
      <ul className="mt-2">
        {problems.map((problem) => (
          <li key={problem.name}>
            <a
              href={problem.href ?? `#${problem.name}`}
              className="inline-flex min-h-11 items-center py-2 font-bold text-gray-90"
            >
              <Sentence text={problem.message} />
            </a>
          </li>
        ))}
      </ul>
      <FocusOnLoad
        id={ERROR_SUMMARY_ID}
        signal={[attempt, ...problems.map((problem) => problem.name)].join()}
      />
    </div>
  );
}
