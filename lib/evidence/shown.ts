import type { FileType } from './types';

/** How a file that is no picture can be looked at without taking it away: as plain text, or by the browser's own player. */
export type Viewer = 'TEXT' | 'AUDIO' | 'VIDEO';

/** PDF and ZIP are downloads alone; so are recordings that browsers do not play. */
const VIEWERS: Partial<Record<FileType, Viewer>> = {
  txt: 'TEXT',
  csv: 'TEXT',
  json: 'TEXT',
  mp3: 'AUDIO',
  m4a: 'AUDIO',
  aac: 'AUDIO',
  ogg: 'AUDIO',
  opus: 'AUDIO',
  wav: 'AUDIO',
  mp4: 'VIDEO',
  webm: 'VIDEO',
};

export const viewerOf = (type: FileType | null): Viewer | null => (type && VIEWERS[type]) ?? null;
