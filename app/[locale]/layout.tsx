import type { Metadata, Viewport } from 'next';
import { connection } from 'next/server';
import type { ReactNode } from 'react';
import { type LocaleProps, localeOf } from '@/app/_request/locale';
import { words } from '@/lib/i18n/words';
import '../globals.css';

export const viewport: Viewport = { width: 'device-width', initialScale: 1, colorScheme: 'light' };

export async function generateMetadata({ params }: LocaleProps): Promise<Metadata> {
  const { shell } = words(await localeOf(params));
  return {
    title: { template: shell.titleTemplate, default: shell.name },
    description: shell.description,
    // Numbers and addresses that people typed are not to be turned into links by a browser's guess.
    formatDetection: { telephone: false, address: false, email: false },
  };
}

/** The document and nothing else: public pages and the staff desk bring their own surroundings. */
export default async function RootLayout({ children, params }: LocaleProps & { children: ReactNode }) {
  const locale = await localeOf(params);
  // Every page is rendered when asked for: a page made in advance could not carry this request's script nonce.
  await connection();
  return (
    <html lang={locale}>
      <body>{children}</body>
    </html>
  );
}
