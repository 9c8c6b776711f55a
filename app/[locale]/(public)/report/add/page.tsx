import type { Metadata } from 'next';
import { LinkButton } from '@/app/_components/button';
import { FormNotices } from '@/app/_components/form-notices';
import { Notice } from '@/app/_components/notice';
import { PublicPage } from '@/app/_components/public-page';
import { guarded } from '@/app/_request/guarded';
import { type LocaleProps, localeOf } from '@/app/_request/locale';
import { database } from '@/lib/database';
import { forKind } from '@/lib/i18n/by-kind';
import { words } from '@/lib/i18n/words';
import { readAddable } from '@/lib/reports/additions/queries';
import { addTopicAction } from './actions';
import { additionTarget, isAddFrom } from './target';

type Search = { of?: string; notice?: string; destroyed?: string };
type Props = LocaleProps & { searchParams: Promise<Search> };

export async function generateMetadata({ params }: LocaleProps): Promise<Metadata> {
  return { title: words(await localeOf(params)).report.more.quietTitles.add };
}

/** What can be added to a report that was sent: every topic of its kind, each a page of the form. Nothing is demanded. */
async function AddPage({ params, searchParams }: Props) {
  const locale = await localeOf(params);
  const { of, notice, destroyed } = await searchParams;
  const { pages, more } = words(locale).report;
  const from = isAddFrom(of) ? of : null;
  const target = await additionTarget(from);
  const addable = target && (await readAddable(database(), target.reportId));
  if (!target || !addable) {
    return (
      <PublicPage locale={locale} path="/report/add" width="form" exit>
        <h1>{more.add.closed.title}</h1>
        <p className="mt-4 mb-6">{more.add.closed.text}</p>
        <LinkButton variant="secondary" href={`/${locale}/status`}>
          {more.add.closed.link}
        </LinkButton>
      </PublicPage>
    );
  }
  const sections = target.draft?.sections ?? {};
  const withFiles = Object.values(target.draft?.files ?? {}).some((count) => count > 0);
  const isWritten = (ids: readonly (keyof typeof sections)[]) =>
    ids.some((id) => (id === 'S7' && withFiles) || Object.keys(sections[id]?.answers ?? {}).length > 0);
  return (
    <PublicPage locale={locale} path="/report/add" width="form" exit>
      <FormNotices locale={locale} notice={notice} />
      {destroyed ? (
        <div className="mb-8">
          <Notice locale={locale} tone="success" role="status">
            <p>{more.add.destroyed}</p>
          </Notice>
        </div>
      ) : null}
      <h1>{more.add.title}</h1>
      <p className="mt-4">{more.add.lead}</p>
      <form action={addTopicAction} className="mt-8">
        <input type="hidden" name="locale" value={locale} />
        {from ? <input type="hidden" name="of" value={from} /> : null}
        <h2 className="text-h3-narrow md:text-h3">{more.add.topics}</h2>
        <ul className="mt-4 space-y-3">
          {addable.steps.map((step) => (
            <li key={step.slug}>
              <button
                type="submit"
                name="topic"
                value={step.slug}
                className="flex min-h-14 w-full cursor-pointer flex-wrap items-center justify-between gap-x-4 rounded-lg border-2 border-gray-30 bg-gray-0 px-4 py-2 text-left font-bold text-primary-70 hover:border-primary-70 hover:bg-primary-5"
              >
                <span>{more.add.topic(forKind(pages[step.slug].title, addable.kind))}</span>
                {isWritten(step.sections) ? (
                  <span className="text-small text-success-60">{more.add.written}</span>
                ) : null}
              </button>
            </li>
          ))}
        </ul>
      </form>
      {addable.askedConsent ? <p className="mt-6 text-gray-70">{more.add.consentLater}</p> : null}
      {Object.keys(sections).length > 0 || withFiles ? (
        <p className="mt-8">
          <LinkButton wide href={`/${locale}/report/check`}>
            {more.add.toCheck}
          </LinkButton>
        </p>
      ) : null}
      <p className="mt-6">
        <a
          href={from === 'receipt' ? `/${locale}/report/receipt` : `/${locale}/status`}
          className="inline-flex min-h-11 min-w-11 items-center"
        >
          {more.add.back}
        </a>
      </p>
    </PublicPage>
  );
}

export default guarded(AddPage);
