import type { Failure } from '../ko/failure';

/** What is said when something breaks. */
export const failure: Failure = {
  title: 'This page could not be loaded',
  body: 'Something went wrong on our side. Answers already saved are still there. Please try again in a moment.',
  urgent: 'If you are in danger now, do not wait: call.',
  police: 'Police (in Korea)',
  consular: 'Consular call centre',
  retry: 'Try again',
  home: 'Go to the home page',
  id: 'If you ask about this, say the number',
};
