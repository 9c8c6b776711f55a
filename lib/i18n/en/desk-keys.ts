import type { DeskKeys } from '../ko/desk-keys';

export const keys: DeskKeys = {
  title: 'Keyboard and how to work',
  open: 'Keyboard and help',
  close: 'Close',
  caption: 'Keys',
  key: 'Key',
  does: 'What it does',
  list: [
    { key: 'J', does: 'Next item. It only moves; nothing is opened.' },
    { key: 'K', does: 'Previous item' },
    { key: 'Enter', does: 'Open the item. Opening is recorded.' },
    { key: 'X', does: 'Select the item, or deselect it' },
    { key: 'B', does: 'Go to what can be done with the selected items' },
    { key: '1–5', does: 'Raise the level to U1–U5; a reason is asked for' },
    { key: 'A', does: 'Assign to me' },
    { key: 'L', does: 'Link to a case' },
    { key: 'R', does: 'Hand over to an agency (cases only)' },
    { key: 'N', does: 'Write a note' },
    { key: 'S', does: 'Change the state: start checking, next step' },
    { key: 'C', does: 'Make a case of it, or the case it is in (reports only)' },
    { key: 'M', does: 'Write to the reporter (reports only)' },
    { key: 'P', does: 'Record a person (cases only)' },
    { key: 'W', does: 'Record a site (cases only)' },
    { key: 'U', does: 'Undo what was just done in the queue' },
    { key: '/', does: 'Search' },
    { key: '?', does: 'This help' },
  ],
  notes:
    'Shortcuts are off while you type or compose, and together with Ctrl, Alt or Meta. On the pages of reports and cases, 1–5 and the letters go to that page’s form.',
  workTitle: 'How to work',
  work: [
    'Press “Take the next item”. You get the most urgent one that nobody has.',
    'Read the report and see what to ask first. Once you know an answer, press its question and record it. If the level looks too low, raise it and say why.',
    'Under “State” choose “Start checking” and press “Change the state”. If someone may be in danger, make a case of the report, or link it to one.',
    'In the case, record the person and the place, assign it, and hand it over to an agency.',
    'Write to the reporter, unless the report says “do not contact”.',
  ],
  termsTitle: 'Words on these pages',
  terms: [
    {
      term: 'U1–U5',
      means:
        'Urgency: U1 immediate, U2 emergency, U3 priority, U4 routine, U5 information. It is worked out from the answers; points only order what has the same level.',
    },
    {
      term: 'Report and case',
      means:
        'A report is what one person sent; a case is a matter that is worked on. Several reports can be linked to one case.',
    },
    {
      term: 'Person and site',
      means: 'Whom a case looks for or helps, and the compound or building where they are or were.',
    },
    {
      term: 'Due',
      means:
        'Each level has its times. They do not start again when somebody else takes over. A hold stops them, except at U1.',
    },
    {
      term: 'Safety unconfirmed',
      means: 'Somebody in the case is not known to be safe. The same holds while nobody is recorded.',
    },
    {
      term: 'Do not contact',
      means:
        'Contact could endanger someone. No message can be sent until two people have released it, or one supervisor alone in an emergency.',
    },
    {
      term: 'Waiting for approval',
      means:
        'Lowering a U1 or U2, some ways of closing, releasing contact and handing over abroad are decided by somebody else than who asked.',
    },
    {
      term: 'Hand-over',
      means:
        'The record of a case given to an agency. Naru sends nothing: you tell the agency, and record its answer.',
    },
  ],
  stuckTitle: 'When you are stuck',
  stuck: [
    'A button that is not there is for another role. Ask whoever has the case, or a supervisor.',
    'After a mistake in the list press “Undo” within 10 minutes. Later, change the state of the report to “Check again” and give a reason.',
    'When somebody else saved first, what you typed is still there. Read what has changed and save again.',
    'When you know somebody in a report or a case, step back from it.',
    'When somebody is in danger now, do not wait: raise it to U1 with a reason, and tell whoever is on duty, or a supervisor, yourself.',
  ],
  on: 'Keyboard shortcuts are on.',
  off: 'Keyboard shortcuts are off.',
  turnOff: 'Turn shortcuts off',
  turnOn: 'Turn shortcuts on',
  caseOnly: 'Only for cases. Make a case of the report first.',
  notHere: 'This cannot be done on this page now.',
  nothingToUndo: 'There is nothing to undo.',
};
