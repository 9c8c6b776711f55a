import 'server-only';
import { fileTypeFromBuffer } from 'file-type';
import { beginsAsUtf16, looksLikeText, textTypeOf } from './text-type';
import type { FileType } from './types';

/** What file-type calls the types that are taken. Some have several names. */
const byMime: Record<string, FileType> = {
  'image/jpeg': 'jpeg',
  'image/png': 'png',
  'image/apng': 'png',
  'image/webp': 'webp',
  'image/gif': 'gif',
  'image/heic': 'heic',
  'image/heif': 'heic',
  'image/heic-sequence': 'heic',
  'image/heif-sequence': 'heic',
  'image/avif': 'avif',
  'video/mp4': 'mp4',
  'video/x-m4v': 'mp4',
  'video/quicktime': 'mov',
  'video/webm': 'webm',
  'video/3gpp': '3gp',
  'video/3gpp2': '3gp',
  'audio/mpeg': 'mp3',
  'audio/x-m4a': 'm4a',
  'audio/mp4': 'm4a',
  'audio/aac': 'aac',
  'audio/ogg': 'ogg',
  'audio/ogg; codecs=opus': 'opus',
  'audio/opus': 'opus',
  'audio/wav': 'wav',
  'audio/amr': 'amr',
  'application/zip': 'zip',
  'application/pdf': 'pdf',
};

/**
 * The type that a file's beginning shows, whatever it is called; null when it is none that is taken. A file that is two things at once
 * counts as what it begins as: it is only ever handed out as a download of that type, or as a picture that was drawn anew.
 */
export async function recogniseType(head: Buffer): Promise<FileType | null> {
  // The mark that UTF-16 text begins with is also how an MP3's frame may begin.
  if (beginsAsUtf16(head) && looksLikeText(head)) return textTypeOf(head);
  const found = await fileTypeFromBuffer(head).catch(() => undefined);
  if (found) return byMime[found.mime] ?? null;
  return looksLikeText(head) ? textTypeOf(head) : null;
}
