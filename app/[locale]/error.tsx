'use client';

import { useParams, usePathname } from 'next/navigation';
import { useState } from 'react';
import { ComeBack } from '@/app/_components/come-back';
import { FailureContent } from '@/app/_components/failure-content';
import { typedLast } from '@/app/_components/typed-last';
import { isLocale } from '@/lib/i18n/locale';

/** What a person sees when a page breaks. Trying again is a plain link to the same address, so that it works at once. */
export default function ErrorPage({ error }: { error: Error & { digest?: string } }) {
  const { locale } = useParams();
  const pathname = usePathname();
  const [written] = useState(typedLast);
  return (
    <>
      <FailureContent
        locale={isLocale(locale) ? locale : 'ko'}
        retryHref={pathname}
        reference={error.digest}
        written={written}
      />
      <ComeBack error={error} />
    </>
  );
}
