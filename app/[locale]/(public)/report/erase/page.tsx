import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { Button, LinkButton } from '@/app/_components/button';
import { PublicPage } from '@/app/_components/public-page';
import { draftToken } from '@/app/_request/draft-cookie';
import { guarded } from '@/app/_request/guarded';
import { type LocaleProps, localeOf } from '@/app/_request/locale';
import { oneOf } from '@/app/_request/posted';
import { words } from '@/lib/i18n/words';
import { destroyDraftAction } from '../actions';
import { currentDraft } from '../draft-cookie';
import { placeToGoOn } from '../place-to-go-on';

type Props = LocaleProps & { searchParams: Promise<{ from?: string | string[] }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: words(await localeOf(params)).report.drafts.erase.title };
}

/** The second of the two steps in which a draft is erased, so that a slip of the finger erases nothing. */
async function ErasePage({ params, searchParams }: Props) {
  const locale = await localeOf(params);
  const draft = await currentDraft();
  if (!draft) redirect(`/${locale}/report?problem=draft`);
  if (draft.reportId) redirect(`/${locale}/report/receipt`);
  const { erase } = words(locale).report.drafts;
  return (
    <PublicPage locale={locale} path="/report/erase" width="form" exit>
      <h1>{erase.title}</h1>
      <p className="mt-4 mb-8">
        {draft.addsTo ? words(locale).report.more.add.check.destroyHint : erase.text}
      </p>
      <form action={destroyDraftAction} className="flex flex-wrap gap-3">
        <input type="hidden" name="locale" value={locale} />
        <input type="hidden" name="scope" value="draft" />
        <input type="hidden" name="draft" value={await draftToken(draft.id)} />
        <Button variant="danger" wide>
          {erase.confirm}
        </Button>
        <LinkButton
          variant="secondary"
          wide
          href={placeToGoOn(locale, draft, oneOf((await searchParams).from))}
        >
          {erase.keep}
        </LinkButton>
      </form>
    </PublicPage>
  );
}

export default guarded(ErasePage);
