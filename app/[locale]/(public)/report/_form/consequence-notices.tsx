import { Notice, type NoticeTone } from '@/app/_components/notice';
import { forKind } from '@/lib/i18n/by-kind';
import type { Locale } from '@/lib/i18n/locale';
import { words } from '@/lib/i18n/words';
import type { Consequence, ConsequenceCode } from '@/lib/reports/consequences';
import type { ReporterKind } from '@/lib/reports/kinds';

type Props = { locale: Locale; kind: ReporterKind; consequences: readonly Consequence[] };

const tones: Record<ConsequenceCode, NoticeTone> = {
  CHILD_PROTECTION: 'info',
  BEFORE_YOU_FLY: 'danger',
  DO_NOT_CONTACT: 'info',
  MAILBOX_ONLY: 'info',
};

const links: Partial<Record<ConsequenceCode, string>> = {
  CHILD_PROTECTION: '/contacts',
  BEFORE_YOU_FLY: '/background/before-you-go',
};

/** What follows from answers that were given, told to the one who gave them. */
export function ConsequenceNotices({ locale, kind, consequences }: Props) {
  if (consequences.length === 0) return null;
  const said = words(locale).report.consequences;
  return (
    <div className="mb-8 space-y-4">
      {consequences.map(({ code }) => {
        const { title, lines, link } = said[code];
        const told = lines[kind] ?? lines.any;
        return (
          <Notice
            key={code}
            id={`consequence-${code}`}
            locale={locale}
            tone={tones[code]}
            title={forKind(title, kind)}
            heading="h2"
          >
            {told.length === 1 ? (
              <p>{told[0]}</p>
            ) : (
              <ul className="list-disc space-y-1 pl-5">
                {told.map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </ul>
            )}
            {link && links[code] ? (
              <a href={`/${locale}${links[code]}`} className="inline-flex min-h-11 items-center font-bold">
                {link}
              </a>
            ) : null}
          </Notice>
        );
      })}
    </div>
  );
}
