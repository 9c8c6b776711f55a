import type { ReportSos } from '../ko/report-sos';

/** The shortest way to report: one page and its answer. */
export const reportSos: ReportSos = {
  title: 'In danger? Tell us now',
  quietTitle: 'Short form',
  lead: 'One line is enough. You do not need to give a name.',
  narrative: {
    label: 'What is happening?',
    hint: 'Where you are, how many you are, what is most urgent. Only what you know.',
  },
  reach: {
    label: 'How to reach you (optional)',
    hint: 'A phone number or messenger name. Leave it blank if being contacted could put you in danger.',
  },
  thirdParty: 'It is not me but someone else who is in danger',
  notThirdParty: 'It is not someone else but me who is in danger',
  send: 'Send now',
  call: { police: 'Police (Korea)', consular: 'Consular line' },
  problems: {
    empty: 'Write one line about what is happening. Just a way to reach you is enough too.',
    summary: 'This has not been sent yet',
    busy: 'This could not be saved right now. What you wrote is still below. Please press again. If it is urgent and you can call safely, do not wait: call 112 (in Korea) or the consular line, +82-2-3210-0404.',
    tooLong: 'The text is too long. Shorten it a little and send it again.',
  },
  done: {
    title: 'Your report has arrived',
    text: 'Staff read the most urgent reports first. We cannot promise when you will hear from us. If you can call without being noticed, also call 112 (in Korea) or the consular line, +82-2-3210-0404.',
    reference: 'Reference',
    code: 'Receipt code',
    codeWarning:
      'This code is shown on this page only. Once you leave the page we cannot show it again. Write it down first, but only if you can keep it safe.',
    more: 'For 30 minutes you can tell us more on this device without the code. So can anyone else who uses the device: press “Leave now” to end that. After that only the code opens it.',
    status: 'See the status',
    knownTitle: 'This report has been stored already',
    known:
      'It was stored more than 24 hours ago. Anything new that you wrote now has been added to it. The receipt code is not shown again.',
    anew: 'Tell us something else',
  },
  full: 'Make a full report, if you have time',
  toggle: '한국어',
};
