import { LiveForm } from '@/app/_components/live-form';
import type { Unsent } from '@/app/_request/unsent';
import type { Locale } from '@/lib/i18n/locale';
import { words } from '@/lib/i18n/words';
import { sortTyped, textRows } from '@/lib/typed-form';
import { Button, LinkButton } from './button';
import { controlLook } from './field-parts';
import { PublicPage } from './public-page';

import { UrgentNumbers } from './urgent-numbers';

type Props = { locale: Locale; path: string; unsent: Unsent; reference: string };

/**
 * In place of a page whose form could not be taken: says so, whom to call, and holds everything that was typed in a form that is sent again
 * with one press; or, where that would not help either, only to be copied. It asks nothing of the database.
 */
export function UnsentPage({ locale, path, unsent, reference }: Props) {
  const { notices, drafts, fields } = words(locale).report;
  const { why } = unsent;
  const said = why ? { ...notices.unsent, ...notices.givenBack[why] } : notices.unsent;
  const { shown, carried, files } = sortTyped(unsent.form);
  const labels: Partial<Record<string, { short: string }>> = fields;
  const typed = shown.map(([name, value], at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the same name and value may stand there twice.
    <div key={at} className="space-y-2">
      <label htmlFor={`typed-${at}`} className="block font-bold">
        {labels[name]?.short ?? said.typed}
      </label>
      <textarea
        id={`typed-${at}`}
        name={name}
        rows={textRows(value)}
        defaultValue={value}
        autoComplete="off"
        className={`${controlLook(undefined)} w-full`}
      />
    </div>
  ));
  return (
    // A link to the other language would leave what was typed behind.
    <PublicPage locale={locale} path={path} width="form" exit toggle={<span />}>
      <title>{said.title}</title>
      <h1>{said.title}</h1>
      <p className="mt-4 mb-8">{said.text}</p>
      {why ? (
        <div className="space-y-10">
          {typed}
          <LinkButton wide href={`/${locale}${why === 'sent' ? '/status' : '/report'}`}>
            {notices.givenBack[why].goOn}
          </LinkButton>
        </div>
      ) : (
        <LiveForm
          id="report-form"
          action={unsent.action}
          complaints={[]}
          failed={notices.failed}
          tooLong={notices.tooLong}
          sending={drafts.sending}
        >
          {carried.map(([name, value], at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: as above.
            <input key={at} type="hidden" name={name} value={value} />
          ))}
          {typed}
          {carried.length > 0 ? <p>{said.chosen}</p> : null}
          {files ? <p className="font-bold">{said.files}</p> : null}
          <Button>{said.again}</Button>
        </LiveForm>
      )}
      <div className="mt-12 space-y-4">
        <UrgentNumbers locale={locale} />
        {reference ? (
          <p className="text-small text-gray-70">
            {said.reference} <code className="whitespace-nowrap">{reference}</code>
          </p>
        ) : null}
      </div>
    </PublicPage>
  );
}
