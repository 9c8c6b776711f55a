import type { Locale } from '@/lib/i18n/locale';
import { words } from '@/lib/i18n/words';

/**
 * The four stages of a report, drawn as a landing: posts that stand on one deck. The line and the posts are borders, so that
 * nothing but the words is there for a screen reader.
 */
export function AfterReporting({ locale }: { locale: Locale }) {
  const { after } = words(locale).pages.home;
  return (
    <section className="mt-12 border-t border-gray-20 pt-8 md:mt-16 lg:pt-10">
      <h2 className="text-h2-narrow">{after.title}</h2>
      <ol className="mt-4 grid lg:mt-6 lg:grid-cols-4 lg:border-t-4 lg:border-primary-70">
        {Object.values(after.steps).map((step, index) => (
          <li
            key={step.title}
            className="relative border-l-4 border-primary-70 pb-6 pl-5 last:pb-0 lg:pr-6 lg:pt-5"
          >
            <h3 className="text-h4">
              <span className="mr-2 text-primary-70">{index + 1}</span>
              {step.title}
            </h3>
            <p className="mt-1 text-gray-70">{step.body}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}
