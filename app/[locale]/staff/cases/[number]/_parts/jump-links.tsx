import { words } from '@/lib/i18n/words';
import type { CasePage } from './case-page';
import { may } from './case-page';

/** Where to on this page: a long page, and its reader is in a hurry. */
export function JumpLinks({ page }: { page: CasePage }) {
  const { jump, sections } = words(page.locale).desk.case;
  const isOpen = page.found.state !== 'CLOSED';
  const there: (keyof typeof sections)[] = [
    'facts',
    'people',
    'sites',
    'returns',
    'hand-overs',
    'reports',
    'timeline',
    'approvals',
    'state',
    ...(may(page, 'case.work') ? (['notes', 'tasks', 'assignment'] as const) : (['tasks'] as const)),
    ...(may(page, 'level.change') && isOpen ? (['levels'] as const) : []),
    'recusal',
    'readers',
  ];
  return (
    <nav aria-label={jump} data-no-print="">
      <ul className="flex flex-wrap gap-x-1 text-small">
        {there.map((id) => (
          <li key={id}>
            <a href={`#${id}`} className="inline-flex min-h-11 min-w-11 items-center px-2">
              {sections[id]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
