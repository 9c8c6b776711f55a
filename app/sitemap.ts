import type { MetadataRoute } from 'next';
import { backgroundPaths } from '@/lib/background/addresses';
import { env } from '@/lib/env';
import { locales } from '@/lib/i18n/locale';

/** Asked for at run time: the public address is a setting of the server, not of the build. */
export const dynamic = 'force-dynamic';

const PATHS = ['', '/report', '/contacts', '/privacy', '/accessibility', ...backgroundPaths];

/** The pages that anybody may find, each with its other language. Nothing of a person and nothing of the desk. */
export default function sitemap(): MetadataRoute.Sitemap {
  const base = (env().NARU_PUBLIC_URL ?? `http://localhost:${env().PORT}`).replace(/\/$/, '');
  return PATHS.flatMap((path) =>
    locales.map((locale) => ({
      url: `${base}/${locale}${path}`,
      alternates: {
        languages: Object.fromEntries(locales.map((language) => [language, `${base}/${language}${path}`])),
      },
    })),
  );
}
