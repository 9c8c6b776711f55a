import { LinkButton } from '@/app/_components/button';
import { forKind } from '@/lib/i18n/by-kind';
import type { Locale } from '@/lib/i18n/locale';
import { longMoment } from '@/lib/i18n/moment';
import { words } from '@/lib/i18n/words';
import type { Mailbox } from '@/lib/reports/mailbox/queries';
import { sections } from '@/lib/reports/questionnaire';

/** What was added and when: the pages by name, never what was written on them, for whoever else may hold the code. */
export function Added({ locale, mailbox }: { locale: Locale; mailbox: Mailbox }) {
  const { pages, more } = words(locale).report;
  return (
    <section className="mt-10">
      <h2 className="text-h3-narrow md:text-h3">{more.list.title}</h2>
      {mailbox.additions.length === 0 ? <p className="mt-3 text-gray-70">{more.list.none}</p> : null}
      <ol className="mt-3 space-y-3">
        {mailbox.additions.map(({ at, sections: ids }) => (
          <li key={at.toISOString()} data-testid="addition" className="border-primary-60 border-l-4 pl-4">
            <p className="text-gray-70">{longMoment(locale, at)}</p>
            <p className="font-bold">
              {ids.length > 0
                ? ids.map((id) => forKind(pages[sections[id].slug].title, mailbox.kind)).join(' · ')
                : more.list.unnamed}
            </p>
          </li>
        ))}
      </ol>
      {mailbox.additions.length > 0 ? <p className="mt-3 text-gray-70">{more.list.hint}</p> : null}
      <p className="mt-4" data-no-print="">
        <LinkButton variant="secondary" href={`/${locale}/report/add?of=status`}>
          {more.add.link}
        </LinkButton>
      </p>
    </section>
  );
}
