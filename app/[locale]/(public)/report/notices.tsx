import { Notice } from '@/app/_components/notice';
import type { Locale } from '@/lib/i18n/locale';
import { words } from '@/lib/i18n/words';

/** What a redirect brought along to be told: masked numbers, another tab's save, a draft begun anew. */
export function ReportNotices({ locale, notice }: { locale: Locale; notice: string | undefined }) {
  const { notices } = words(locale).report;
  const told = (notice ?? '').split('.');
  const masked = Number(told.find((code) => /^masked-\d{1,3}$/.test(code))?.slice('masked-'.length) ?? 0);
  const texts = [
    told.includes('restarted') && notices.restarted,
    masked > 0 && notices.masked(masked),
    told.includes('replaced') && notices.replaced,
  ].filter((text): text is string => Boolean(text));
  if (texts.length === 0) return null;
  return (
    <div className="mb-8 space-y-4">
      {texts.map((text) => (
        <Notice key={text} locale={locale} tone="warning" role="status">
          <p>{text}</p>
        </Notice>
      ))}
    </div>
  );
}
