import { unstable_rethrow } from 'next/navigation';
import type { ReactNode } from 'react';
import { FailureContent } from '@/app/_components/failure-content';
import { UnsentPage } from '@/app/_components/unsent-page';
import { describeError, isAway } from '@/lib/errors';
import { log } from '@/lib/log';
import { requestLocale, requestPath } from './locale';
import { oneOf } from './posted';
import { requestId } from './request-id';
import { answerWith, unsentHere } from './unsent';

type Search = Record<string, string | string[] | undefined>;

/** Whoever types an address may give a parameter twice; a page is given its first. */
function withOneOfEach<Props>(props: Props): Props {
  const { searchParams } = props as { searchParams?: Promise<Search> };
  if (!searchParams) return props;
  const first = (search: Search) =>
    Object.fromEntries(Object.entries(search).map(([name, value]) => [name, oneOf(value)]));
  return { ...props, searchParams: searchParams.then(first) };
}

/**
 * A page that still says something when it breaks. Next shows an error page by script alone, so a person without JavaScript would see an
 * empty one; this answers with a whole page, and logs the fault once. What was posted to it and could not be taken is shown in its place.
 */
export function guarded<Props>(
  page: (props: Props) => Promise<ReactNode>,
): (props: Props) => Promise<ReactNode> {
  return async (props) => {
    const unsent = await unsentHere();
    if (unsent)
      return (
        <UnsentPage
          locale={await requestLocale()}
          path={await requestPath()}
          unsent={unsent}
          reference={await requestId()}
        />
      );
    try {
      return await page(withOneOfEach(props));
    } catch (error) {
      unstable_rethrow(error);
      const [locale, path, id] = [await requestLocale(), await requestPath(), await requestId()];
      answerWith(isAway(error) ? 503 : 500);
      // Not its path: a receipt code may stand in an address. The access line of this request has the pattern.
      log.error('page.failed', { ...describeError(error), requestId: id });
      return <FailureContent locale={locale} retryHref={`/${locale}${path}`} reference={id} />;
    }
  };
}
