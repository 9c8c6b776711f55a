import type { DeskViewer } from '../ko/desk-viewer';

export const viewer: DeskViewer = {
  title: 'Picture',
  heading: (reference, number) => `Report ${reference}, file ${number}`,
  back: 'Back to the report',
  pictures: 'Other pictures',
  before: 'Previous picture',
  after: 'Next picture',
  place: (at, all) => `Picture ${at} of ${all}`,
  open: 'Open the picture',
  close: 'Close the picture',
  recorded:
    'This is the cleaned copy. Opening it is recorded. It is shown blurred until you take the blur away.',
  clear: 'Remove the blur',
  zoom: 'Size',
  zooms: { fit: 'Fit', '1': 'Actual size', '2': '2 ×', '4': '4 ×' },
  stage: 'Picture (arrow keys move it)',
  alt: (number) => `The picture in file ${number}`,
  keys: 'Keys: O open or close, B blur, + − 0 1 2 4 size, ← → previous or next picture, Esc back to the report',
  text: {
    title: 'Text',
    recorded: (most) =>
      `Only what is written in the file is shown. Resident registration numbers are hidden, and no link or code in it works. A long text is shown in parts of about ${most.toLocaleString('en')} characters; opening each part is recorded.`,
    open: 'Open the text',
    close: 'Close the text',
    parts: 'Other parts',
    before: 'Previous part',
    after: 'Next part',
    part: (at) => `Part ${at}`,
    lastPart: (at) => (at === 1 ? 'The whole text' : `Part ${at}, the last`),
    masked: (count) =>
      count === 1
        ? 'One number that looks like a resident registration number is hidden.'
        : `${count} numbers that look like resident registration numbers are hidden.`,
    stage: 'Text (arrow keys move it)',
    keys: 'Keys: O open or close, ← → previous or next part, Esc back to the report',
  },
  recording: {
    title: 'Recording',
    reason: 'Reason for playing',
    reasonHint:
      'There is no cleaned copy of a recording: the original is played. The reason is kept as a note, the opening in the audit log. Once opened, it can be played for an hour.',
    open: 'Open the player',
    over: 'The time for playing it is over. To play it again, give a reason.',
    recorded:
      'This is the original. Opening it was recorded. Nothing is fetched before you press play. Make sure first that nobody around you hears or sees what should stay here.',
    player: (number) => `Play file ${number}`,
    silent: 'If it does not play, this browser cannot read it. Download the original instead.',
    noteLabel: 'Reason for playing a recording',
  },
};
