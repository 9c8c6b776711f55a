/** What a file shows itself to be. Words for each stand in lib/i18n. */
export const fileKinds = ['PHOTO', 'VIDEO', 'AUDIO', 'CHAT', 'PDF'] as const;
export type FileKind = (typeof fileKinds)[number];

/**
 * The types that are taken, each told by its content and never by its name. `cleaned`: a working copy can be made that holds nothing but
 * the picture. HTML is not taken, nor is anything that a computer would run.
 */
export const fileTypes = {
  jpeg: { kind: 'PHOTO', mime: 'image/jpeg', extension: 'jpg', cleaned: true },
  png: { kind: 'PHOTO', mime: 'image/png', extension: 'png', cleaned: true },
  webp: { kind: 'PHOTO', mime: 'image/webp', extension: 'webp', cleaned: true },
  gif: { kind: 'PHOTO', mime: 'image/gif', extension: 'gif', cleaned: true },
  heic: { kind: 'PHOTO', mime: 'image/heic', extension: 'heic', cleaned: true },
  avif: { kind: 'PHOTO', mime: 'image/avif', extension: 'avif', cleaned: true },
  mp4: { kind: 'VIDEO', mime: 'video/mp4', extension: 'mp4', cleaned: false },
  mov: { kind: 'VIDEO', mime: 'video/quicktime', extension: 'mov', cleaned: false },
  webm: { kind: 'VIDEO', mime: 'video/webm', extension: 'webm', cleaned: false },
  '3gp': { kind: 'VIDEO', mime: 'video/3gpp', extension: '3gp', cleaned: false },
  mp3: { kind: 'AUDIO', mime: 'audio/mpeg', extension: 'mp3', cleaned: false },
  m4a: { kind: 'AUDIO', mime: 'audio/mp4', extension: 'm4a', cleaned: false },
  aac: { kind: 'AUDIO', mime: 'audio/aac', extension: 'aac', cleaned: false },
  ogg: { kind: 'AUDIO', mime: 'audio/ogg', extension: 'ogg', cleaned: false },
  opus: { kind: 'AUDIO', mime: 'audio/ogg; codecs=opus', extension: 'opus', cleaned: false },
  wav: { kind: 'AUDIO', mime: 'audio/wav', extension: 'wav', cleaned: false },
  amr: { kind: 'AUDIO', mime: 'audio/amr', extension: 'amr', cleaned: false },
  txt: { kind: 'CHAT', mime: 'text/plain', extension: 'txt', cleaned: false },
  csv: { kind: 'CHAT', mime: 'text/csv', extension: 'csv', cleaned: false },
  json: { kind: 'CHAT', mime: 'application/json', extension: 'json', cleaned: false },
  zip: { kind: 'CHAT', mime: 'application/zip', extension: 'zip', cleaned: false },
  pdf: { kind: 'PDF', mime: 'application/pdf', extension: 'pdf', cleaned: false },
} as const satisfies Record<string, { kind: FileKind; mime: string; extension: string; cleaned: boolean }>;
export type FileType = keyof typeof fileTypes;

/** Where a file came from, as its sender says; the codes of the questionnaire's `evidence_origin`. */
export const origins = ['TOOK', 'RECEIVED', 'ONLINE'] as const;
export type Origin = (typeof origins)[number];

/**
 * Why a file was not taken. empty: it holds nothing. too-large, too-many: limits.ts. too-much: quota.ts. type-not-accepted: its content is none of the types
 * above. unreadable: it begins as one of them and is broken. gone: the draft or the file is no longer there.
 */
export const fileRefusals = [
  'empty',
  'too-large',
  'too-many',
  'too-much',
  'type-not-accepted',
  'unreadable',
  'gone',
] as const;
export type FileRefusal = (typeof fileRefusals)[number];

export type FileState = 'RECEIVING' | 'STORED';
/** NOT_CLEANED: no clean copy can be made of this type. FAILED: one was tried in vain. */
export type CopyState = 'WAITING' | 'MADE' | 'NOT_CLEANED' | 'FAILED';
export type ScanState = 'NOT_CONFIGURED' | 'WAITING' | 'CLEAN' | 'INFECTED' | 'FAILED';
/** ORIGINAL as it came; COPY and THUMBNAIL are made from it and hold nothing but the picture. */
export type Variant = 'ORIGINAL' | 'COPY' | 'THUMBNAIL';
