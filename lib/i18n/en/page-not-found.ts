import type { NotFound } from '../ko/page-not-found';

/** An address where there is nothing. */
export const notFound: NotFound = {
  title: 'This page does not exist',
  body: 'The address may have changed or may have been mistyped.',
  home: 'Go to the home page',
  report: 'Make a report',
};
