import type { DeskNotices } from '../ko/desk-notices';
import { approvals } from './desk-approvals';

export const notices: DeskNotices = {
  nav: 'Notices',
  title: 'Notices',
  unseen: (count) => (count >= 100 ? '100 or more unread' : `${count} unread`),
  none: 'You have read every notice. Work is taken from the queue, with “Take the next item”.',
  hint: 'Deadlines that come near, work you were given, what reporters have sent, approvals that wait and what became of yours.',
  seen: 'Mark read',
  allSeen: 'Mark all read',
  gone: 'A report or case you cannot see now',
  kinds: {
    CLOCK: (clock, percent, level) =>
      percent >= 100
        ? `${level} ${clock}: the time is over.`
        : `${level} ${clock}: ${percent} % of the time is over.`,
    APPROVAL: (act, state) => `What you asked for: ${act}, ${state}`,
    ASSIGNED: 'A case has been given to you.',
    TASK: 'A task has been given to you.',
    GLASS_BROKEN: 'One person released a do-not-contact alone. Review it within 24 hours.',
    RECONTACT: 'It is time to be in touch again.',
    HOLD_OVER: 'The hold on this case is over. Decide whether it goes on or waits longer.',
    REPORT_ASSIGNED: 'A report has been given to you.',
    TASK_DUE: 'A task is due.',
    NEWS: 'A reporter has sent something new. Open the report to read it.',
    APPROVAL_ASKED: (act) => `Waits for a second person: ${act}`,
    DANGER: (level) =>
      `${level} danger was added to something that had been decided, and it is open again. Look now.`,
    DANGER_RECORDED: (level) =>
      `Staff recorded ${level} danger about something that had been decided. It does not open by itself. Look now and decide whether to take it up again.`,
    LET_GO: (level) =>
      `Whoever had this ${level} item can no longer work on it, and nobody has it. Give it to somebody.`,
    PERSON_ERASED: 'Somebody in this case has been erased, as two people decided.',
    OTHER: 'There is something to look at.',
  },
  approvalActs: {
    LOWER_LEVEL: 'lowering the level',
    CLOSE_CASE: 'closing the case',
    RELEASE_CONTACT: 'releasing a do-not-contact',
    SEND_ABROAD: 'handing over abroad or to an agency not confirmed',
    ERASE: 'erasing',
  },
  approvalStates: approvals.states,
  tasks: {
    title: 'My tasks',
    none: 'You have no tasks. They are written on a case’s page, with who is to do them.',
    due: (time) => `due ${time}`,
    late: (time) => `late: was due ${time}`,
    noDay: 'no due time',
  },
  done: { seen: 'The notices are marked as read.' },
  problems: {},
};
