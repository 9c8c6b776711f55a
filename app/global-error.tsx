'use client';

import { usePathname } from 'next/navigation';
import { ComeBack } from '@/app/_components/come-back';
import { FailureContent } from '@/app/_components/failure-content';
import './globals.css';

/** The last resort, when even the document around a page could not be made. */
export default function GlobalError({ error }: { error: Error & { digest?: string } }) {
  const pathname = usePathname() ?? '/ko';
  const locale = pathname.startsWith('/en') ? 'en' : 'ko';
  return (
    <html lang={locale}>
      <body>
        <FailureContent locale={locale} retryHref={pathname} reference={error.digest} />
        <ComeBack error={error} />
      </body>
    </html>
  );
}
