import { WORK_VIEWS, type WorkView } from '@/lib/cases/queue/views';
import type { Locale } from '@/lib/i18n/locale';
import { words } from '@/lib/i18n/words';
import { askedFields, type QueueAsked, queueAddress } from './queue-asked';
import { QueueLive } from './queue-live';
import { shownCounts } from './queue-version';

type Props = {
  locale: Locale;
  asked: QueueAsked;
  counts: Record<WorkView, number>;
  version: string;
  /** Whether the list is looked at again. */
  live: boolean;
};

/** What a view begins with: the view itself and no filter. */
const PLAIN = { level: null, kind: null, province: null, assigned: null, after: null, open: null } as const;

/** The saved views with their counts. */
export function QueueViews({ locale, asked, counts, version, live }: Props) {
  const { views, live: said, dueWords } = words(locale).desk.queue;
  const shown = shownCounts(counts);
  const view = (name: WorkView | 'reports') => ({
    view: name,
    label: views[name],
    href: queueAddress(locale, asked, { ...PLAIN, state: 'OPEN', view: name }),
    count: name === 'reports' ? null : shown[name],
  });
  const query = new URLSearchParams(askedFields({ ...asked, open: null })).toString();
  return (
    <QueueLive
      views={[...WORK_VIEWS, 'reports' as const].map(view)}
      current={asked.view}
      said={{ label: views.label, ...said }}
      due={dueWords}
      address={live ? `/${locale}/staff/work.json${query ? `?${query}` : ''}` : null}
      version={version}
      reload={queueAddress(locale, asked)}
    />
  );
}
