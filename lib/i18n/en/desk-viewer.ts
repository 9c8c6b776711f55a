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
};
