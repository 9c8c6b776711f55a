import type { Locale } from '@/lib/i18n/locale';
import { words } from '@/lib/i18n/words';
import { Notice } from './notice';

/** What a redirect brought along to be told: a masked number, another tab's save, a draft begun anew. */
export function FormNotices({ locale, notice }: { locale: Locale; notice: string | undefined }) {
  const { notices } = words(locale).report;
  const told = (notice ?? '').split('.');
  const texts = (
    ['restarted', 'late', 'masked', 'replaced', 'otherDraft', 'cleared', 'fileRemoved', 'captionCut'] as const
  ).filter((code) => told.includes(code));
  if (texts.length === 0) return null;
  return (
    <div className="mb-8 space-y-4">
      {texts.map((code) => (
        <Notice
          key={code}
          locale={locale}
          tone={code === 'fileRemoved' ? 'success' : 'warning'}
          role="status"
        >
          <p>{notices[code]}</p>
        </Notice>
      ))}
    </div>
  );
}
