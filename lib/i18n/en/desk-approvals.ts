import type { DeskApprovals } from '../ko/desk-approvals';

export const approvals: DeskApprovals = {
  waiting: (count) => `${count} for you to decide`,
  title: 'Waiting for approval',
  intro: 'No one person decides these. Someone other than the one who asked reads the reason and decides.',
  pending: 'Waiting requests',
  nothingPending:
    'No request is waiting. They come here when somebody asks to lower a U1 or U2, to close a case in a way that takes two, to release contact, or to hand over abroad.',
  recent: 'Latest outcomes',
  recentHint: 'Requests that were decided or ended in the last 7 days.',
  nothingRecent: 'No request ended in the last 7 days. What was agreed to or declined stays here for 7 days.',
  about: {
    report: (reference) => `Report ${reference}`,
    case: (number) => `Case ${number}`,
    person: (number) => `A person in case ${number}`,
  },
  acts: {
    LOWER_LEVEL: (level) => `Lower the level to ${level}`,
    CLOSE_CASE: (disposition) => `Close the case: ${disposition}`,
    RELEASE_CONTACT: 'Release a do-not-contact',
    SEND_ABROAD: (agency, number) =>
      `Hand over to an agency abroad, or not confirmed: ${agency}${number ? ` (${number})` : ''}`,
    ERASE: 'Erase everything (cannot be undone)',
    ERASE_PERSON: 'Erase a person (cannot be undone)',
  },
  states: {
    PENDING: 'Waiting',
    APPROVED: 'Approved',
    DECLINED: 'Declined',
    EXPIRED: 'Expired',
    CANCELLED: 'Withdrawn',
  },
  asked: (name, time) => `Asked by ${name}, ${time}`,
  until: (time) => `until ${time}`,
  decided: (name, time) => `Decided by ${name}, ${time}.`,
  news: ({ messages, additions, requests, notes, entries, facts }, ofPerson) => {
    const came = [
      messages > 0 ? `messages from reporters ${messages}` : '',
      additions > 0 ? `additions ${additions}` : '',
      requests > 0 ? `requests by reporters ${requests}` : '',
      notes > 0 ? `notes on reports ${notes}` : '',
      entries > 0 ? `entries ${ofPerson ? 'about the person' : 'in the case'} ${entries}` : '',
      facts > 0 ? `facts about ${ofPerson ? 'the person' : 'its people through another case'} ${facts}` : '',
    ];
    return `Come in since this was asked: ${came.filter(Boolean).join(', ')}. Look at it before you decide.`;
  },
  own: 'You asked for this. Someone else has to decide.',
  cancel: 'Take the request back',
  answer: 'Answer',
  answerHint: 'Declining takes a reason. Whoever asked reads it.',
  approve: 'Approve',
  approveErasing: 'Approve and erase now',
  decline: 'Decline',
  done: {
    approval: 'The decision has been saved.',
    cancelled: 'The request has been taken back.',
  },
  problems: {
    'no-decision': 'Choose whether to approve or to decline.',
    'no-reason': 'Give the reason for declining.',
    'same-person': 'You asked for this yourself, so you cannot decide it.',
    settled: 'Somebody else has decided this already.',
    expired: 'This request ran out. If it is still needed, it has to be made again.',
    withheld:
      'It is about somebody in a case you stepped back from, so you cannot agree to it. A colleague has to decide.',
    news: 'Something has come in, or was taken away, since you opened this page, so nothing was saved. Look at it and decide again.',
    overtaken:
      'Things have moved on since this was asked, so it can no longer be done. Nothing was changed. Look at how things stand, then decline it or have it asked again.',
    unknown: 'This request is no longer waiting. See the list for its outcome.',
  },
};
