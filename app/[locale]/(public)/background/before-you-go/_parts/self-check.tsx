import { Notice } from '@/app/_components/notice';
import type { Locale } from '@/lib/i18n/locale';
import { words } from '@/lib/i18n/words';

/**
 * Ticks and the advice that fits them, without a script, a form or a request: which advice shows follows from the ticks by CSS alone, so
 * that no answer ever leaves the screen. A browser that does not know `:has()` shows all three, and their titles say for whom each is.
 */
export function SelfCheck({ locale }: { locale: Locale }) {
  const { beforeYouGo: page } = words(locale).background;
  const { none, some, urgent } = page.results;
  return (
    <div className="group/check mt-8 max-w-reading">
      <section aria-labelledby="question" className="space-y-6">
        <h2 id="question" className="text-h3-narrow md:text-h3">
          {page.question}
        </h2>
        {Object.entries(page.groups).map(([group, { title, signs }]) => (
          <fieldset key={group}>
            <legend className="font-bold">{title}</legend>
            {Object.entries(signs).map(([sign, label]) => (
              <label
                key={sign}
                className="mt-2 flex min-h-12 cursor-pointer items-center gap-3 rounded-lg border border-gray-60 bg-gray-0 px-4 py-2 has-checked:border-primary-60 has-checked:bg-primary-5"
              >
                <input
                  type="checkbox"
                  data-sign={group === 'urgent' ? 'urgent' : 'warning'}
                  className="size-6 shrink-0 accent-primary-60"
                />
                {label}
              </label>
            ))}
          </fieldset>
        ))}
      </section>
      <section aria-labelledby="result" className="mt-10">
        <h2 id="result" className="text-h3-narrow md:text-h3">
          {page.result}
        </h2>
        <p className="mt-2 text-gray-70 supports-[selector(:has(*))]:hidden">{page.legacy}</p>
        <div className="mt-4 space-y-4">
          <div data-result="none" className="group-has-[[data-sign]:checked]/check:hidden">
            <Notice locale={locale} tone="info" title={none.title} heading="h3">
              <p>{none.body}</p>
            </Notice>
          </div>
          <div
            data-result="urgent"
            className="supports-[selector(:has(*))]:hidden supports-[selector(:has(*))]:group-has-[[data-sign=urgent]:checked]/check:block"
          >
            <Notice locale={locale} tone="danger" title={urgent.title} heading="h3">
              <p>{urgent.body}</p>
            </Notice>
          </div>
          <div
            data-result="some"
            className="supports-[selector(:has(*))]:hidden supports-[selector(:has(*))]:group-has-[[data-sign]:checked]/check:block"
          >
            <Notice locale={locale} tone="warning" title={some.title} heading="h3">
              <p>{some.body}</p>
            </Notice>
          </div>
        </div>
      </section>
    </div>
  );
}
