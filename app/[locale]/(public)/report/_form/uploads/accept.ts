import type { EvidenceField } from '@/lib/evidence/limits';
import { fileTypes } from '@/lib/evidence/types';

/**
 * What a file dialog offers first, by ending and by type: phones go by the one, desktops by the other. It keeps nobody from choosing
 * something else, and nothing is decided by it.
 */
export function acceptOf(field: EvidenceField): string {
  const taken = Object.values(fileTypes).filter(({ kind }) => field === 'files' || kind === 'PHOTO');
  const endings = taken.flatMap(({ extension }) =>
    extension === 'jpg' ? ['.jpg', '.jpeg'] : [`.${extension}`],
  );
  return [...new Set([...taken.map(({ mime }) => mime.split(';')[0]), ...endings, '.heif'])].join(',');
}
