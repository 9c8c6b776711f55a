import type { ReportPages } from '../ko/report-pages';
import { reportTopics } from './report-topics';

/** The pages of the report: before it, its topics, checking, and the receipt. */
export const reportPages: ReportPages = {
  ...reportTopics,
  start: {
    title: 'Make a report',
    lead: 'Tell us only what you know. Leave the rest blank or choose “Don’t know”.',
    before: {
      title: 'Before you start',
      items: [
        'It usually takes about 10 minutes. If you are in danger yourself, one page is enough.',
        'If you have them, keep at hand: when you were last in contact, phone numbers or messenger names, ads or messages. You can go on without them.',
        'What you write is encrypted and read only by staff. Who read it, and when, is recorded.',
        'You can go on with it on this device for 24 hours. After “Leave now” it no longer opens on this device.',
        'To add, correct or withdraw something after sending, come back with the receipt code and tell us.',
        'You can report without a name, and we never ask for a resident registration number.',
      ],
    },
    danger: {
      title: 'Are you in danger now?',
      text: 'If you can make a call, that is fastest: 112 in Korea, or the consular line from abroad, +82-2-3210-0404. If you cannot call, send us one line.',
      sos: 'Tell us in one line',
    },
    kind: {
      legend: 'What is your report about?',
      hint: 'The questions depend on what you choose.',
      options: {
        SELF_DANGER: 'One page is enough to send it.',
        FAMILY: 'It is fine if you have reported it elsewhere.',
        WITNESS: 'It is fine if you do not know who it is.',
        OFFER: 'Also if nobody has left yet, or the offer was refused.',
        RETURNEE: 'It is fine if it was long ago.',
        PRO: 'Tell us on behalf of the person you are helping.',
      },
    },
    continue: 'Continue',
    period: (name) => `The reporting period now is “${name}”.`,
    noPeriod: 'No special reporting period is running now. Reports are taken at any time.',
    open: {
      title: 'You have a report that is not sent yet',
      text: (kindLabel) => `You chose “${kindLabel}”. Would you like to go on with it?`,
      resume: 'Go on with it',
      restart: 'Start over',
      restartHint: 'What you wrote is erased at once and cannot be brought back.',
    },
    problem: 'Choose what your report is about.',
    unknownKind: 'We do not know this kind of report. Choose one below.',
  },
  check: {
    title: 'Check before you send',
    lead: 'You can change anything that is missing or wrong. Sending it as it is is fine too.',
    empty: 'Not answered',
    change: 'Change',
    send: 'Send the report',
    more: {
      title: 'If there is more to tell',
      text: 'None of this has to be filled in. You can send the report first and tell us later.',
    },
    add: (pageTitle) => `Add: ${pageTitle}`,
    missing: {
      title: 'A few more answers before you send',
      text: 'Each line below leads to its question. “Don’t know” is an answer too.',
    },
    masked: 'Numbers that looked like a resident registration number were masked.',
    destroy: 'Erase this report',
    destroyed: 'The report you were writing has been erased.',
    destroyHint: 'Everything you have written so far is erased at once and cannot be brought back.',
  },
  receipt: {
    title: 'Your report has arrived',
    lead: 'Thank you for telling us. Please write down the receipt code below.',
    reference: 'Reference',
    code: 'Receipt code',
    codeWarning:
      'Only this code opens your report. We cannot send it to you again, so write it down somewhere safe. Do not show it to others.',
    next: {
      title: 'What happens next',
      items: [
        'Staff read and check the most urgent reports first.',
        'If there is something to ask, they leave you a message on the status page.',
        'If an agency that can help needs to know, it is told only if you agreed to that agency or the law provides for it.',
      ],
    },
    whenHear:
      'We cannot promise when you will hear from us. News appears on the status page, which the receipt code opens. If the danger grows, do not wait: call 112 (in Korea) or the consular line, +82-2-3210-0404.',
    confirm: 'I have written it down. Remove it from this page',
    confirmHint:
      'The code cannot be shown again on this device after that. It disappears after 24 hours in any case.',
    statusLink: 'See the status',
    print: 'To print this page, use your browser’s print command. The code is printed too.',
    gone: {
      title: 'There is no receipt on this device',
      text: 'It was removed, or 24 hours have passed. A report that was sent is still with us: the receipt code you wrote down opens its status.',
    },
    again: 'This report was already sent. It is stored once, and its receipt code is the same.',
    anonymous:
      'The report was taken as anonymous. Your name and contacts were not kept, so please look for news with the receipt code.',
  },
  nav: {
    continue: 'Continue',
    skip: 'Skip',
    back: 'Back',
    saveAndCheck: 'Save and check',
  },
};
