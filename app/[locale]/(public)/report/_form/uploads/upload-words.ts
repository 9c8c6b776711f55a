import type { FileRefusal } from '@/lib/evidence/types';
import type { Words } from '@/lib/i18n/words';

type Said = Words['report']['files'];

/** What an uploader says, as plain sentences: a client component is handed these and no more. */
export type UploadWords = {
  choose: string;
  chooseMore: string;
  chooseHint: string;
  unnamed: string;
  remove: string;
  kilobytes: string;
  megabytes: string;
  error: string;
  live: Said['live'];
  held: Said['held'];
  problems: Record<FileRefusal, string>;
  about: AboutWords;
};

/** The two questions about each file. */
export type AboutWords = {
  origin: string;
  origins: readonly { value: string; label: string }[];
  choose: string;
  caption: string;
  captionHint: string;
};
