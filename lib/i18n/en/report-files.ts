import type { ReportFiles } from '../ko/report-files';

/** Handing in photos and files. */
export const reportFiles: ReportFiles = {
  types:
    'You can add photos (HEIC from an iPhone too), videos, recordings, PDFs, text (TXT, CSV) and exported chats (ZIP).',
  photoTypes: 'Please add photos. HEIC from an iPhone is fine too.',
  sizes: (megabytes, files) => `Up to ${megabytes} MB each, ${files} files in all for this report.`,
  privacy:
    'Where and when a photo was taken is locked away for staff alone, and they work with a copy without it. No such copy can be made of videos, recordings and documents, so only staff with permission open those.',
  listed: 'Files added',
  none: 'No files yet.',
  choose: 'Choose files',
  chooseMore: 'Choose more files',
  chooseHint: 'You can choose several at once.',
  add: 'Add a file',
  addMore: 'Add another file',
  addHint: 'Saves what you have written so far and opens the page for adding files.',
  kinds: { PHOTO: 'Photo', VIDEO: 'Video', AUDIO: 'Recording', CHAT: 'Text or chat', PDF: 'PDF' },
  unknownKind: 'Being checked',
  unnamed: 'File without a name',
  kilobytes: '{n} KB',
  megabytes: '{n} MB',
  states: {
    RECEIVING: 'Not all of it arrived, so it is not part of the report. Remove it and add it again.',
    WAITING: 'All of it has arrived.',
    MADE: 'All of it has arrived. A copy without details such as where it was taken has been made.',
    NOT_CLEANED:
      'All of it has arrived. No cleaned copy can be made of this type, so only staff with permission open it.',
    FAILED: 'All of it has arrived. No cleaned copy could be made, so only staff with permission open it.',
    INFECTED:
      'It arrived, but harmful code was found in it. Nobody will open it. If you have another file, add that one.',
  },
  live: {
    waiting: 'Waiting its turn.',
    sending: 'Uploading, {percent}%',
    reconnecting: 'The connection broke. Picking up where it stopped. ({percent}%)',
    stored: 'All of it has arrived.',
    removed: 'Removed: {name}',
    removeFailed: 'It could not be removed. Check your connection and press again: {name}',
    progress: 'Uploading {name}',
  },
  problems: {
    empty: 'This file is empty. Choose one with something in it.',
    'too-large':
      'This is over 25 MB, so it was not uploaded. Cut it shorter or make it smaller, and choose it again.',
    'too-many':
      'You can add 20 files in all. Remove another one and choose this again, or put several into one ZIP.',
    'too-much':
      'Everything that can be uploaded over this internet connection in a day has been. You can send the report now without this file. Add the file later with your receipt code, or upload it over another connection, such as mobile data.',
    'type-not-accepted':
      'We cannot take this type of file. Choose a photo, video, recording, PDF, text or ZIP. A screenshot of it is fine too.',
    unreadable: 'This file is damaged and could not be read. Save it again, or add a screenshot of it.',
    gone: 'We could not find the report you were writing, so this was not uploaded. Its 24 hours are over or it was erased on this device. Please start the report again.',
    none: 'Choose a file first.',
    plain: (megabytes) =>
      `This is over ${megabytes} MB, so it was not stored. Make it smaller and choose it again, or send the report without it.`,
    trouble: 'Something went wrong on our side and it was not uploaded. Please try again in a moment.',
  },
  of: (name) => `(${name})`,
  remove: 'Remove',
  preview: 'Preview',
  previewHint: 'It is covered because it may be hard to look at.',
  previewAlt: (name) => `Preview of ${name}`,
  held: {
    title: 'Some files are still uploading',
    text: 'If you wait, you go on as soon as they have arrived. If you go on without them, files that have not fully arrived are removed and the others stay.',
    wait: 'Wait until they have arrived',
    waiting: 'You will go on as soon as they have arrived.',
    without: 'Go on without them',
  },
  page: {
    title: 'Add files',
    limit: (megabytes) =>
      `One file at a time, up to ${megabytes} MB. It has to arrive within five minutes: on a slow line, choose a smaller one. With JavaScript switched on, the report’s own pages take files up to 25 MB.`,
    file: 'File to add',
    upload: 'Upload',
    uploaded: 'The file has arrived.',
    removed: 'The file was removed.',
    done: 'Done. Go back',
  },
  sent: 'Files sent with it',
  notSent: 'Files that did not fully arrive are not part of the report.',
  check: 'Files',
};
