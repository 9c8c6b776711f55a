import type { EvidenceField } from '@/lib/evidence/limits';
import type { FileView } from '@/lib/evidence/queries';
import { fileSize } from '@/lib/i18n/filled';
import type { Locale } from '@/lib/i18n/locale';
import { words } from '@/lib/i18n/words';

/** A line a file that is here whole: its name and size, and what was said of it. */
export function fileLines(locale: Locale, files: readonly FileView[], field?: EvidenceField): string[] {
  const said = words(locale).report.files;
  return files
    .filter((file) => file.state === 'STORED' && (!field || file.field === field))
    .map(({ name, size, caption }) => {
      const line = `${name || said.unnamed} (${fileSize(said, size)})`;
      return caption ? `${line}: ${caption}` : line;
    });
}
