import type { EvidenceField } from '@/lib/evidence/limits';
import type { FileView } from '@/lib/evidence/queries';

/** The files of one question that a person knows of: where nothing has arrived yet, the browser never learned that there is one. */
export function filesOf(files: readonly FileView[], field: EvidenceField): FileView[] {
  return files.filter((file) => file.field === field && (file.state === 'STORED' || file.received > 0));
}
