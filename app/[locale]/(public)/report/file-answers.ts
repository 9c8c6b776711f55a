import { database } from '@/lib/database';
import { describeFile } from '@/lib/evidence/commands';
import { CAPTION_LIMIT } from '@/lib/evidence/limits';
import { origins } from '@/lib/evidence/types';
import { captionName, originName } from './_form/uploads/about-file';

/** Far more than a page shows. */
const MOST_DESCRIBED = 40;

/**
 * Saves what was said of each file of a posted page. A file that was removed meanwhile is passed over. `cut`: a caption was longer than what
 * is kept of one.
 */
export async function saveFileAnswers(
  draftId: string,
  form: FormData,
): Promise<{ masked: number; cut: boolean }> {
  let masked = 0;
  let cut = false;
  for (const id of describedIds(form).slice(0, MOST_DESCRIBED)) {
    const caption = form.get(captionName(id));
    const origin = origins.find((code) => code === form.get(originName(id))) ?? null;
    const text = typeof caption === 'string' ? caption : '';
    cut ||= [...text.trim()].length > CAPTION_LIMIT;
    const said = await describeFile(database(), draftId, id, { caption: text, origin });
    if (said.ok) masked += said.masked;
  }
  return { masked, cut };
}

function describedIds(form: FormData): string[] {
  const start = captionName('');
  return [...form.keys()].filter((name) => name.startsWith(start)).map((name) => name.slice(start.length));
}
