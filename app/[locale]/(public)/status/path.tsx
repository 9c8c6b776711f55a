import type { Locale } from '@/lib/i18n/locale';
import { longMoment } from '@/lib/i18n/moment';
import { words } from '@/lib/i18n/words';
import type { ReporterStanding } from '@/lib/referrals/for-reporter/queries';
import type { ReportState } from '@/lib/reports/code-lists';
import type { Mailbox } from '@/lib/reports/mailbox/queries';
import { progressOf } from './progress';

const order = ['received', 'checked', 'handed', 'closed'] as const;
type Step = (typeof order)[number];

/** How far along each state is; what has become of a report in its case says more (progress.ts). An end aside is none of these. */
const stepOf: Readonly<Record<ReportState, Step | null>> = {
  RECEIVED: 'received',
  ABUSE: 'received',
  SCREENING: 'checked',
  PROMOTED: 'checked',
  LINKED: 'checked',
  INTEL_ONLY: null,
  OUT_OF_SCOPE: null,
  WITHDRAWN: null,
};

type Props = { locale: Locale; mailbox: Mailbox; standing: ReporterStanding };

/** The whole way of a report, with where it is now and since when. */
export function Path({ locale, mailbox, standing }: Props) {
  const { path } = words(locale).report.more;
  const beyond = progressOf(mailbox.state, standing);
  const here = beyond ? (beyond.state === 'CLOSED' ? 'closed' : 'handed') : stepOf[mailbox.state];
  const since =
    beyond?.at ?? mailbox.history.findLast(({ state }) => stepOf[state] === here)?.at ?? mailbox.receivedAt;
  return (
    <section className="mt-10">
      <h2 className="text-h3-narrow md:text-h3">{path.title}</h2>
      {here ? (
        <ol className="mt-4 grid gap-3 md:grid-cols-4" data-testid="report-path">
          {order.map((step, at) => {
            const current = step === here;
            const past = at < order.indexOf(here);
            return (
              <li
                key={step}
                aria-current={current ? 'step' : undefined}
                data-tint=""
                className={`rounded-lg border-2 p-4 ${current ? 'border-primary-60 bg-primary-5' : 'border-gray-20'}`}
              >
                <p className="font-bold">
                  {at + 1}. {path.steps[step].name}
                </p>
                <p className="mt-1 text-small">{path.steps[step].text}</p>
                <p className="mt-2 text-small text-gray-70">
                  {current ? (
                    <>
                      <span className="font-bold">{path.now}</span>
                      <br />
                      {path.since(longMoment(locale, since))}
                    </>
                  ) : past ? (
                    path.done
                  ) : (
                    path.ahead
                  )}
                </p>
              </li>
            );
          })}
        </ol>
      ) : (
        <p className="mt-3">{path.aside}</p>
      )}
    </section>
  );
}
