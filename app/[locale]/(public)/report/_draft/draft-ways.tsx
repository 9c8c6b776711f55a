import { Button } from '@/app/_components/button';
import type { Locale } from '@/lib/i18n/locale';
import { words } from '@/lib/i18n/words';

type Props = {
  locale: Locale;
  from: string;
  form: string;
  /** The draft adds to a report that was sent: erasing it leaves that alone, and says so. */
  adds?: boolean;
};

/**
 * The ways out of a page of the report that do not lose it: going on later, which sends the page first so that nothing typed is lost, and
 * erasing all of it, which asks once more.
 */
export function DraftWays({ locale, from, form, adds = false }: Props) {
  const { drafts } = words(locale).report;
  return (
    <div className="-mx-2 mt-10 flex flex-wrap items-center gap-x-6 gap-y-2 border-gray-20 border-t pt-4">
      <Button variant="quiet" form={form} name="intent" value="later">
        {drafts.later}
      </Button>
      <EraseLink locale={locale} from={from} adds={adds} />
    </div>
  );
}

/** Leads to the page that asks whether the draft is really to be erased. */
export function EraseLink({ locale, from, adds }: Omit<Props, 'form'>) {
  const { drafts, more } = words(locale).report;
  return (
    <a href={`/${locale}/report/erase?from=${from}`} className="inline-flex min-h-12 items-center px-2">
      {adds ? more.add.check.destroy : drafts.erase.link}
    </a>
  );
}
