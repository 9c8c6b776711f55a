import type { APIRequestContext } from '@playwright/test';
import type { Locale } from '@/lib/i18n/locale';
import { words } from '@/lib/i18n/words';
import { FormClient } from './form-client';
import type { Story } from './stories';

/** Files a report as a client that knows nothing but HTML: as any browser's, and quicker. Answers its reference. */
export async function fileByForms(request: APIRequestContext, locale: Locale, story: Story): Promise<string> {
  const client = new FormClient(request);
  await client.open(`/${locale}/report`);
  await client.submit({ reporter_kind: story.kind });
  for (const { answers } of story.legs) await client.submit(answers, 'section');
  await client.press(words(locale).report.pages.check.send);
  const reference = client.testId('reference');
  if (!reference) throw new Error(`nothing was filed: ${client.url}`);
  return reference;
}
