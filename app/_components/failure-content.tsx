import { failure as en } from '@/lib/i18n/en/failure';
import { failure as ko } from '@/lib/i18n/ko/failure';
import type { Locale } from '@/lib/i18n/locale';
import { textRows } from '@/lib/typed-form';
import { LinkButton } from './button';
import type { Written } from './typed-last';
import { UrgentNumbers } from './urgent-numbers';

/**
 * `written`: what was written in the form whose sending broke the page. `reference`: what leads staff to this fault's log line: the request's id, or in a browser the
 * digest that Next gives the fault.
 */
type Props = { locale: Locale; retryHref: string; reference?: string; written?: readonly Written[] };

/** That something broke on our side, that saved answers are safe, whom to call, and the number staff can look up. */
export function FailureContent({ locale, retryHref, reference, written = [] }: Props) {
  const failure = locale === 'ko' ? ko : en;
  return (
    <main className="mx-auto max-w-content px-4 py-12 md:px-6">
      <title>{failure.title}</title>
      <div className="max-w-reading space-y-4">
        <h1>{failure.title}</h1>
        <p>{failure.body}</p>
        {written.length > 0 ? <p className="font-bold">{failure.copy}</p> : null}
        {written.map(({ label, text }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a box is known by its place.
          <label key={at} className="block space-y-2">
            <span className="block font-bold">{label || failure.typed}</span>
            <textarea
              readOnly
              rows={textRows(text)}
              defaultValue={text}
              className="w-full rounded-lg border border-gray-50 p-3"
            />
          </label>
        ))}
        <UrgentNumbers locale={locale} />
        <div className="flex flex-wrap gap-3 pt-4">
          <LinkButton href={retryHref} variant="secondary">
            {failure.retry}
          </LinkButton>
          <LinkButton href={`/${locale}`} variant="quiet">
            {failure.home}
          </LinkButton>
        </div>
        {reference ? (
          <p className="pt-4 text-small text-gray-70">
            {failure.id} <code className="whitespace-nowrap">{reference}</code>
          </p>
        ) : null}
      </div>
    </main>
  );
}
