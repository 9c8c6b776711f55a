import type { StaffFiles } from '../ko/staff-files';

/** The files of a report, at the desk. */
export const files: StaffFiles = {
  title: 'Files',
  none: 'No files were handed in. The reporter can add some later with the receipt code; where contact is allowed, they can be asked for by message.',
  intro:
    'Pictures, texts and recordings stay closed until somebody opens them. Opening one is recorded in the audit log.',
  heading: (number, kind, size) => `File ${number}: ${kind}, ${size}`,
  name: 'Name given by the reporter',
  question: 'Question',
  origin: 'How obtained',
  caption: 'Reporter’s note',
  received: 'Received',
  digest: 'SHA-256 of the original',
  clean: 'Cleaning',
  cleanStates: {
    WAITING: 'A copy is being made',
    MADE: 'Cleaned copy made (camera data removed)',
    NOT_CLEANED: 'Not cleaned: only the original exists',
    FAILED: 'Could not be cleaned: only the original exists',
  },
  scan: 'Malware scan',
  scanStates: {
    NOT_CONFIGURED: 'Not scanned (no scanner set up)',
    WAITING: 'Waiting to be scanned',
    CLEAN: 'Nothing found',
    INFECTED: 'Malware found: it cannot be opened',
    FAILED: 'Could not be scanned',
  },
  threat: 'Found',
  photo: 'Recorded in the photo',
  photoHint: 'Written into the photo by the device that took it. It may be wrong or changed.',
  takenAt: 'Taken at (device clock)',
  position: 'Taken at (latitude, longitude)',
  preview: 'Small preview',
  previewAlt: (number) => `Small picture of file ${number}`,
  copy: 'Look at the cleaned copy',
  text: 'Read the text',
  play: 'Play',
  notShown:
    'This kind is not shown here. A PDF, a ZIP, or a recording that browsers do not play can only be downloaded as the original.',
  originalOnly: 'Only caseworkers and supervisors can download originals and play recordings.',
  original: 'Download the original',
  originalHint:
    'An original may hold camera data and harmful content. Open it in an isolated environment. The reason is kept as a note, the download in the audit log.',
  reason: 'Reason for downloading',
  download: 'Download the original',
  noteLabel: 'Reason for downloading an original',
  of: (number) => `(file ${number})`,
};
