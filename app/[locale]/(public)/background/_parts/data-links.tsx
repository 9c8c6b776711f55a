import type { Locale } from '@/lib/i18n/locale';
import { words } from '@/lib/i18n/words';

type Props = { locale: Locale; file: 'figures' | 'timeline' };

/** The page's data to take away, with their sources. */
export function DataLinks({ locale, file }: Props) {
  const { shell } = words(locale).background;
  const links =
    file === 'figures'
      ? { csv: shell.dataFiles.figuresCsv, json: shell.dataFiles.figuresJson }
      : { csv: shell.dataFiles.timelineCsv, json: shell.dataFiles.timelineJson };
  return (
    <section aria-labelledby="data" data-no-print="" className="mt-12">
      <h2 id="data" className="text-h4 md:text-h4">
        {shell.data}
      </h2>
      <p className="text-gray-70">{shell.dataNote}</p>
      <ul className="mt-1 flex flex-wrap gap-x-6">
        {Object.entries(links).map(([type, label]) => (
          <li key={type}>
            <a
              href={`/api/background/${file}.${type}`}
              className="inline-flex min-h-11 items-center font-bold"
            >
              {label}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
