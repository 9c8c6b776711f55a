import type { ReportPages } from '../ko/report-pages';
import { reportTopics } from './report-topics';

/** The pages of the report: before it, its topics, checking, and the receipt. */
export const reportPages: ReportPages = {
  ...reportTopics,
  quietTitle: (step) => (step ? `Form: ${step}` : 'Form'),
  start: {
    title: 'Make a report',
    lead: 'Tell us only what you know. Leave the rest blank or choose “Don’t know”.',
    before: {
      title: 'Before you start',
      items: [
        'It usually takes about 10 minutes. If you are in danger yourself, one page is enough.',
        'It helps to have at hand when you were last in contact, phone numbers or messenger names, and ads or messages. You can go on without them.',
        'Only staff read it, and who read it and when is recorded. You can report without a name, and we never ask for a resident registration number.',
        'You have 24 hours to finish on this device. If others use it too, write down the code to continue, close the report with “Leave now”, and open it again with the code.',
        'After sending, you can come back with the receipt code to add to it, to tell us what to correct, or to ask to withdraw it.',
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
    period: (name) => `A report sent now counts towards the reporting period “${name}”.`,
    noPeriod: 'No special reporting period is running now. Reports are taken at any time.',
    open: {
      title: 'You have a report that is not sent yet',
      text: (kindLabel) => `You had begun a report (${kindLabel}). Would you like to go on with it?`,
      resume: 'Go on with it',
      restart: 'Start over',
      behind:
        'There is one more report that you were writing before. Nothing new has been started yet. Choose whether to go on with it or to start over.',
      restartHint: 'If you start over, what you wrote is erased at once and cannot be brought back.',
      sent: {
        title: 'A report was sent from this device',
        text: 'Have you written down its receipt code? If not, look at the receipt first. Once you start another report, that code cannot be shown on this device again. The report itself stays with us.',
        receipt: 'See the receipt',
      },
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
      text: 'Each line above leads to its question. “Don’t know” is an answer too.',
    },
    masked: 'Numbers that looked like a resident registration number were masked.',
    dropped: {
      contact:
        'Without your consent to collection and use, or if you report anonymously, your name and contacts are not stored. If you want to be contacted, change your consent and your way of reporting. You can also send it as it is and look for news with the receipt code.',
      health:
        'Without your consent to sensitive information, answers about disability, pregnancy, long-term illness and medication, and mental health are not stored. If you want us to know them, change your consent.',
      passport:
        'Without your consent to the passport number, the number is not stored. If you want us to have it, change your consent.',
      monitored:
        'You told us that someone watches this device, so the phone number and e-mail to reach you are not stored.',
      change: 'Change your consent',
    },
    destroyed: 'The report you were writing has been erased.',
  },
  receipt: {
    title: 'Your report has arrived',
    lead: 'Thank you for telling us. Write down the receipt code below if you can keep it safe.',
    reference: 'Reference',
    code: 'Receipt code',
    codeWarning:
      'Only this code opens your report, and we cannot send it to you again. Keep it somewhere safe and do not show it to others.',
    next: {
      title: 'What happens next',
      items: [
        'Staff read and check the most urgent reports first.',
        'If there is something to ask, they leave you a message on the status page.',
        'If you said that contact would be dangerous, staff send nothing, not even a message here, until they have lifted that mark, so that nobody is put in more danger. You can still come back with the receipt code and leave a message.',
      ],
    },
    whenHear:
      'We cannot promise when you will hear from us. News appears on the status page, which the receipt code opens. If the danger grows and you can call safely, do not wait: call 112 (in Korea) or the consular line, +82-2-3210-0404.',
    confirm: 'I have written it down. Remove the code',
    confirmHint:
      'After that the code cannot be shown again on this device. “Leave now” does the same. Otherwise anyone who uses this device can see the code until 24 hours after sending.',
    statusLink: 'See the status',
    print: 'To print this page, use your browser’s print command. The code is printed too.',
    gone: {
      title: 'There is no receipt on this device',
      text: 'It was removed, or 24 hours have passed since sending. A report that was sent is still with us: the receipt code you wrote down opens its status.',
    },
    again: 'This report was already sent. It is stored once, and its receipt code is the same.',
    anonymous:
      'The report was taken as anonymous. Your name and contacts were not kept, so please look for news with the receipt code.',
  },
  nav: {
    continue: 'Continue',
    skip: 'Skip',
    back: 'Back',
    clear: 'Clear the answers on this page',
    clearHint: 'Only the answers on this page. They cannot be brought back.',
    addMore: (item) => `Add another: ${item}`,
    saveAndCheck: 'Save and check',
  },
};
