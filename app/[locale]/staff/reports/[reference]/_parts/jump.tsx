import type { Locale } from '@/lib/i18n/locale';
import { words } from '@/lib/i18n/words';

/** Where each block of acts begins. */
const places = [
  ['link', 'case'],
  ['state', 'state'],
  ['assign', 'assignment'],
  ['level', 'level-by-hand'],
  ['facts', 'record-facts'],
  ['note', 'notes'],
  ['message', 'messages'],
] as const;

/** `asked`: the reporter asks for something. `barred`: the reporter may not be written to. */
type Props = { locale: Locale; asked: boolean; barred: boolean };

/** Straight to what can be done: on a narrow screen it stands below everything that was said. */
export function Jump({ locale, asked, barred }: Props) {
  const { jump } = words(locale).desk.report;
  const here = [
    ...(asked ? [['requests', 'requests'] as const] : []),
    ...(barred ? [['contact', 'contact'] as const] : []),
    ...places,
  ];
  return (
    <nav aria-label={jump.label} data-no-print="">
      <ul className="flex flex-wrap gap-x-4 text-small">
        {here.map(([word, id]) => (
          <li key={id}>
            <a href={`#${id}`} className="inline-flex min-h-11 min-w-11 items-center">
              {jump[word]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
