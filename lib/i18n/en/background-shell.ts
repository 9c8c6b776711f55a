import type { BackgroundShell } from '../ko/background-shell';

/** What stands on every background page: the way between them, sources in place, dates, notes. */
export const shell: BackgroundShell = {
  name: 'Background',
  nav: 'Background pages',
  here: 'You are here',
  pages: {
    '': 'At a glance',
    timeline: 'Timeline',
    figures: 'Figures',
    'how-it-works': 'How the lure works',
    'who-does-what': 'Who does what',
    viewpoints: 'Viewpoints',
    sources: 'Sources and disagreements',
    'before-you-go': 'Before you go',
  },
  article: (letter) => `Article ${letter}`,
  source: 'Source',
  paragraphs: (numbers) => `¶${numbers}`,
  untitled: 'no title',
  undated: 'no date',
  inferredDate: 'date inferred',
  inferred:
    'Part of this is not in the article in so many words; we inferred it from a weekday or from what stands around it.',
  stated: 'The article says so.',
  saidBy: 'Said by',
  kinds: {
    fact: 'Reported as fact',
    figure: 'Reported figure',
    statement: 'Statement or estimate',
    inference: 'Our inference',
  },
  toSource: (letter) => `About article ${letter}`,
  updated: (date) => `Last changed in substance: ${date}`,
  corrections: 'Corrections',
  noCorrections: 'Nothing has had to be corrected so far.',
  method:
    'Everything said here about the events comes from five news articles. Each claim carries its source, which opens in place. What happened since is not here.',
  methodLink: 'How sources are given',
  report: 'Make a report',
  sos: 'In danger now? Tell us at once',
  data: 'Open data',
  dataNote: 'The data come with their sources.',
  dataFiles: {
    figuresCsv: 'Figures (CSV)',
    figuresJson: 'Figures (JSON)',
    timelineCsv: 'Timeline (CSV)',
    timelineJson: 'Timeline (JSON)',
  },
};
