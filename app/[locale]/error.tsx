'use client';

import { useParams, usePathname } from 'next/navigation';
import { LinkButton } from '@/app/_components/button';
import { failure as en } from '@/lib/i18n/en/failure';
import { failure as ko } from '@/lib/i18n/ko/failure';
import { isLocale } from '@/lib/i18n/locale';

type Props = { error: Error & { digest?: string } };

/** What a person sees when a page breaks: that their answers are safe, whom to call, and the number staff can look up. */
export default function ErrorPage({ error }: Props) {
  const { locale: given } = useParams();
  const pathname = usePathname();
  const locale = isLocale(given) ? given : 'ko';
  const failure = locale === 'ko' ? ko : en;
  return (
    <main className="mx-auto max-w-content px-4 py-12 md:px-6">
      <title>{failure.title}</title>
      <div className="max-w-reading space-y-4">
        <h1>{failure.title}</h1>
        <p>{failure.body}</p>
        <p className="font-bold">{failure.urgent}</p>
        <div className="flex flex-wrap gap-3 pt-4">
          <LinkButton href={pathname} variant="secondary">
            {failure.retry}
          </LinkButton>
          <LinkButton href={`/${locale}`} variant="quiet">
            {failure.home}
          </LinkButton>
        </div>
        {error.digest ? (
          <p className="pt-4 text-small text-gray-70">
            {failure.id} <code>{error.digest}</code>
          </p>
        ) : null}
      </div>
    </main>
  );
}
