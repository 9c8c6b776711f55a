import type { Locale } from '@/lib/i18n/locale';
import { words } from '@/lib/i18n/words';
import { WaterLine } from './landing-mark';
import { OperatorLine } from './operator-line';

type Props = {
  locale: Locale;
  /** The page is made at build, before anybody has set who operates it. */
  prerendered?: boolean;
};

/** Who is behind this, and where the promises are written. */
export function SiteFooter({ locale, prerendered = false }: Props) {
  const { footer } = words(locale).shell;
  const links = [
    { href: `/${locale}/background`, label: footer.background },
    { href: `/${locale}/contacts`, label: footer.contacts },
    { href: `/${locale}/numbers`, label: footer.numbers },
    { href: `/${locale}/privacy`, label: footer.privacy },
    { href: `/${locale}/accessibility`, label: footer.accessibility },
  ];
  return (
    <footer data-no-print="" className="mt-16 md:mt-20">
      <WaterLine />
      <div data-tint="" className="bg-gray-5">
        <div className="mx-auto max-w-content px-4 py-8 md:px-6 md:py-10">
          <nav aria-label={footer.label}>
            <ul className="flex flex-wrap gap-x-6 gap-y-2">
              {links.map(({ href, label }) => (
                <li key={href}>
                  <a href={href} className="inline-flex min-h-11 min-w-11 items-center font-bold">
                    {label}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
          <div className="mt-4 max-w-reading space-y-2 text-small text-gray-70">
            {prerendered ? <p>{footer.operatorElsewhere}</p> : <OperatorLine locale={locale} />}
            <p>{footer.credits}</p>
          </div>
        </div>
      </div>
    </footer>
  );
}
