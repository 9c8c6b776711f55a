import { LinkButton } from '@/app/_components/button';
import type { Locale } from '@/lib/i18n/locale';
import { words } from '@/lib/i18n/words';

/** The shortest way, for someone in danger now. */
export function DangerPanel({ locale }: { locale: Locale }) {
  const { danger } = words(locale).pages.home;
  return (
    <section
      aria-labelledby="danger"
      data-tint=""
      className="self-start rounded-2xl lg:col-start-2 lg:row-span-2 lg:row-start-1 border-t-4 border-danger-50 bg-danger-5 p-5 md:p-6"
    >
      <h2 id="danger" className="text-h3-narrow md:text-h3">
        {danger.title}
      </h2>
      <p className="mt-2">{danger.body}</p>
      <div className="mt-4">
        <LinkButton href={`/${locale}/sos`} variant="danger" wide>
          {danger.button}
        </LinkButton>
      </div>
      <p className="mt-4 text-small">{danger.call}</p>
    </section>
  );
}
