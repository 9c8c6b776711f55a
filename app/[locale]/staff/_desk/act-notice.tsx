import { Notice } from '@/app/_components/notice';
import { oneOf } from '@/app/_request/posted';
import type { Locale } from '@/lib/i18n/locale';
import { words } from '@/lib/i18n/words';

/** What an act left in the address: codes only. */
export type Outcome = Partial<Record<'done' | 'masked' | 'waits' | 'form' | 'problem' | 'seen', string>>;
export type OutcomeSearch = Partial<Record<keyof Outcome, string | string[]>>;

export const readOutcome = (search: OutcomeSearch): Outcome => ({
  done: oneOf(search.done),
  masked: oneOf(search.masked),
  waits: oneOf(search.waits),
  form: oneOf(search.form),
  problem: oneOf(search.problem),
  seen: oneOf(search.seen),
});

/** The sentences of one page: what was done, by form; what is wrong, by code, before those that every page knows. */
export type ActWords = { done: Readonly<Record<string, string>>; problems: Readonly<Record<string, string>> };

const ownOf = (table: Readonly<Record<string, string>>, code: string | undefined) =>
  code !== undefined && Object.hasOwn(table, code) ? table[code] : undefined;

/** The sentence for the problem of one form, when it is that form's. */
export function problemOf(
  locale: Locale,
  outcome: Outcome,
  form: string,
  said: ActWords,
): string | undefined {
  if (outcome.form !== form) return undefined;
  return ownOf(said.problems, outcome.problem) ?? ownOf(words(locale).desk.acts.problems, outcome.problem);
}

type Props = {
  locale: Locale;
  outcome: Outcome;
  said: ActWords;
  /** The id that the problem of a form links to, where that is not the form's name. */
  anchors?: Partial<Record<string, string>>;
  /** Something typed here before stands in its form again. */
  kept?: boolean;
  /** The focus stays where it is: in the queue the next key is for the row it stands on. */
  still?: boolean;
};

/** What came of the act that led here. */
export function ActNotice({ locale, outcome, said, anchors, kept, still }: Props) {
  const takesFocus = still ? undefined : JSON.stringify(outcome);
  const { acts } = words(locale).desk;
  const done = outcome.done ? ownOf(said.done, outcome.done) : undefined;
  if (done)
    return (
      <Notice locale={locale} tone="success" role="status" id="came-of" takesFocus={takesFocus}>
        <p>{outcome.waits ? acts.waits : done}</p>
        {outcome.masked ? <p>{acts.masked}</p> : null}
      </Notice>
    );
  const { form } = outcome;
  const problem = form ? problemOf(locale, outcome, form, said) : undefined;
  if (form && problem)
    return (
      <Notice locale={locale} tone="danger" role="alert" id="came-of" takesFocus={takesFocus}>
        <p>
          <a href={`#${anchors?.[form] ?? form}`} className="inline-flex min-h-11 items-center">
            {problem}
          </a>
        </p>
      </Notice>
    );
  if (!kept) return null;
  return (
    <Notice locale={locale} tone="warning" role="status">
      <p>{acts.kept}</p>
    </Notice>
  );
}
