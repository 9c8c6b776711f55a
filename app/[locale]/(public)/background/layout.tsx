import type { ReactNode } from 'react';
import { locales } from '@/lib/i18n/locale';

/**
 * These pages are made once, when the application is built: they hold nothing of a person and nothing from the database, so they stay up
 * while it is down and may be kept by a cache. bin/support/build/strip-scripts.ts then takes every script out of them (decision 0017).
 */
export const dynamic = 'force-static';

export const dynamicParams = false;

export function generateStaticParams() {
  return locales.map((locale) => ({ locale }));
}

export default function BackgroundLayout({ children }: { children: ReactNode }) {
  return children;
}
