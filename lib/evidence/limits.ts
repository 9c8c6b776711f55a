/** Files that one draft takes, in all its file questions together. */
export const MOST_FILES = 20;

/** Bytes that one file may have. */
export const MOST_BYTES = 25 * 1024 * 1024;

/** Bytes that are sealed together, and that a client sends at a time; every chunk of a file but its last has exactly this many. */
export const CHUNK_BYTES = 256 * 1024;

/**
 * Bytes of a file that can be posted in one go, without JavaScript. A serverless platform takes 4.5 MB a request; what the form's other
 * fields and its boundaries weigh is inside that.
 */
export const PLAIN_POST_BYTES = 4 * 1024 * 1024;

/** The questions that are answered with files. */
export const evidenceFields = ['files', 'subject_photo', 'ad_screenshots'] as const;
export type EvidenceField = (typeof evidenceFields)[number];

export function isEvidenceField(name: unknown): name is EvidenceField {
  return evidenceFields.some((field) => field === name);
}

/** Characters of a caption that are kept; far above what anybody writes under a picture. */
export const CAPTION_LIMIT = 1000;
