import type { Failure } from '../ko/failure';

/** What is said when something breaks. */
export const failure: Failure = {
  title: 'This page could not be loaded',
  body: 'Something went wrong on our side. Answers already saved are still there. Please try again in a moment.',
  urgent: 'If you are in danger now and can call without being noticed, do not wait: call.',
  police: 'Police (in Korea)',
  consular: 'Consular line',
  retry: 'Try again',
  home: 'Go to the home page',
  id: 'Error number to quote if you contact us:',
  unsent: 'What you just sent was not saved',
  here: 'What you wrote is here, below. Press “Send again” in a moment.',
  goBack: 'Press Back in your browser, and try again in a moment.',
  typed: 'What you wrote',
  files: 'The files you chose cannot be sent again. Please choose them once more when this has been saved.',
  copy: 'What you just sent may not have been saved. It is here, below: copy it, and try again.',
  again: 'Send again',
};
