import type { ReactNode } from 'react';
import type { Article } from '@/lib/background/evidence';
import { writtenWhen } from '@/lib/background/when';
import type { Locale } from '@/lib/i18n/locale';
import { words } from '@/lib/i18n/words';

/** What the copy says of itself: title, date, outlet; and what we note about it. */
export function ArticleFacts({ locale, article }: { locale: Locale; article: Article }) {
  const { pages, shell } = words(locale).background;
  const { sources: page } = pages;
  const { title, date, dateNote, outlet, notes } = article;
  const dated = date
    ? `${writtenWhen(locale, date)}${date.inferred ? ` (${shell.inferredDate})` : ''}`
    : shell.undated;
  const facts: { name: string; value: ReactNode }[] = [
    { name: page.title_, value: title ? <cite lang="en">{title}</cite> : shell.untitled },
    { name: page.date, value: `${dated}. ${dateNote[locale]}` },
    { name: page.outlet, value: outlet ? outlet[locale] : page.noOutlet },
    { name: page.notes, value: notes[locale] },
  ];
  return (
    <dl className="grid gap-x-4 gap-y-1 md:grid-cols-[6rem_1fr]">
      {facts.map(({ name, value }) => (
        <div key={name} className="md:contents">
          <dt className="text-gray-70">{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
