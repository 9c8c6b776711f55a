import { LinkButton } from '@/app/_components/button';
import { ArrowIcon } from '@/app/_components/icons';
import type { Locale } from '@/lib/i18n/locale';
import { words } from '@/lib/i18n/words';

/** What this is, and what most people come for. */
export function Opening({ locale }: { locale: Locale }) {
  const { home } = words(locale).pages;
  return (
    <div>
      <h1>{home.title}</h1>
      <p className="mt-4 max-w-reading md:text-h4 md:font-normal">{home.lead}</p>
      <div className="mt-6">
        <LinkButton href={`/${locale}/report`} wide>
          {home.report}
          <ArrowIcon />
        </LinkButton>
      </div>
    </div>
  );
}
