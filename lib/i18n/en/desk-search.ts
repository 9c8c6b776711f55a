import type { DeskSearch } from '../ko/desk-search';

export const search: DeskSearch = {
  title: 'Search',
  query: 'Look for',
  hint: 'A name in Hangul or Latin letters, a phone number, a handle, a place, or words of the story: two characters or more. Several words must all be there. The number of a report or a case opens it.',
  submit: 'Search',
  blank: 'Enter a word of two characters or more, or a phone number.',
  kind: 'Kind',
  anyKind: 'Reports and cases',
  report: 'Report',
  case: 'Case',
  level: 'Urgency',
  anyLevel: 'Any urgency',
  state: 'Progress',
  anyState: 'Any',
  openOnly: 'Open only',
  closedOnly: 'Closed only',
  province: 'Province',
  anyProvince: 'Any province',
  found: (hits) => (hits === 1 ? '1 found' : `${hits} found`),
  first: (hits) => `The newest ${hits}`,
  none: 'Nothing found. Use fewer words or clear the filters, and search again.',
  capped: 'There were too many candidates: only the newest 300 were opened. Add a word or narrow the search.',
  by: {
    TEXT: 'in the text',
    NAME: 'in a name',
    PLACE: 'in a place',
    PHONE: 'by phone number',
  },
  recorded:
    'What somebody was made to do is sealed apart and cannot be searched. That you searched, and which reports and cases were shown, is recorded; what you looked for is not. What was saved just now is found about a minute later.',
};
