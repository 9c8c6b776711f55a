import { LinkButton } from '@/app/_components/button';
import type { Locale } from '@/lib/i18n/locale';
import { words } from '@/lib/i18n/words';

/** What a person has to know before being asked what they were made to do. Two plain links: nothing is asked on this page. */
export function CompartmentIntro({ locale, questions }: { locale: Locale; questions: string }) {
  const { compartment } = words(locale).report;
  return (
    <>
      <h1>{compartment.title}</h1>
      <p className="mt-4">{compartment.lead}</p>
      {compartment.points.map(({ title, text }) => (
        <section key={title} className="mt-8">
          <h2 className="text-h4 md:text-h4">{title}</h2>
          <p className="mt-2">{text}</p>
        </section>
      ))}
      <p className="mt-8 text-gray-70">{compartment.notAdvice}</p>
      <div className="mt-8 flex flex-wrap gap-3">
        <LinkButton wide href={questions}>
          {compartment.go}
        </LinkButton>
        <LinkButton variant="secondary" wide href={`/${locale}/report/check`}>
          {compartment.skip}
        </LinkButton>
      </div>
    </>
  );
}
