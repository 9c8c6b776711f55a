import type { ReportNeeded, ReportNotices, ReportProblems } from '../ko/report-messages';

/** What is told above a page. */
export const reportNotices: ReportNotices = {
  masked:
    'A number that looks like a resident registration number was masked before saving. We do not take these numbers. The rest is as you wrote it.',
  replaced:
    'This page was also saved in another window. What you just sent has replaced it. Please check that it is right.',
  restarted:
    'Your earlier report was over 24 hours old or could not be opened, so this is a new one. What you just wrote on this page is kept. Please check the pages before it.',
  missingDraft: {
    title: 'We could not find your report',
    text: '24 hours may have passed, or it was erased on this device. You can start a new one. A report you have already sent is still with us.',
    cookies:
      'If you see this again after starting anew, your browser is blocking cookies. Allow them, or use the short form, which works without.',
    sos: 'Use the short form',
    action: 'Start a report',
  },
  late: 'This came after the report had been sent, so it has not been sent yet. It is saved below as an addition to that report. Please check it, and send the addition.',
  otherDraft:
    'The page you just pressed is not of the report you are writing now, so nothing was sent. Below is the report you are writing now.',
  givenBack: {
    otherDraft: {
      title: 'This was not saved here',
      text: 'The page you just sent is not of the report you are writing now in this browser, so it was not saved. What you wrote is below. If it belongs there, copy it into the report you are writing.',
      goOn: 'Go to the report I am writing',
      here: 'This page is not of the report you are writing now in this browser, so it was not saved. What you wrote is still here. If it belongs there, copy it into the report you are writing.',
    },
    sent: {
      title: 'This could not be saved: the report has been sent',
      text: 'This came after the report had been sent, so it could not be saved. What you wrote is below. If your contact details have changed, tell us in a message on the status page; there you can also ask for other consents.',
      goOn: 'See the status',
      here: 'This came after the report had been sent, so it could not be saved. What you wrote is still here. If your contact details have changed, tell us in a message on the status page; there you can also ask for other consents.',
    },
  },
  fileRemoved: 'The file was removed.',
  captionCut:
    'What you wrote about a file was long, so only its first 1,000 characters were saved. Please check it below.',
  cleared: 'The answers on this page were cleared.',
  failed:
    'The connection broke and nothing was sent. What you wrote is still here. Please press again in a moment.',
  tooLong: 'This is too long to send. What you wrote is still here. Please shorten it and send it again.',
  tooLarge: {
    title: 'This was too large to receive',
    text: (mb) =>
      `We can take up to ${mb} MB at a time. What you just sent was not saved; your earlier answers are still there. Go back, and send something shorter. After sending the report you can add long texts as messages, one after the other.`,
    back: 'Go back',
  },
  elsewhere: {
    title: 'This was not taken: it does not seem to come from a page of this site',
    text: 'What you just sent was not saved; your earlier answers are still there. Open the page again below, and send it from there. If you see this again, your browser or one of its extensions may be hiding addresses. Use another browser.',
    back: 'Open the page again',
    sos: 'If it is urgent, tell us here',
  },
  unreadForm: {
    title: 'This was not taken: it came in a form that cannot be read',
    text: 'What you just sent was not saved; your earlier answers are still there. Open the page again below, and send it from there. A program that posts forms has to send them as multipart/form-data.',
    back: 'Open the page again',
    sos: 'In a hurry: tell us right here',
  },
  unsent: {
    title: 'This is not saved yet',
    text: 'The place where answers are kept is not responding just now. What you wrote is here, below. Leave this page open, and press “Send again” in a moment. The answers you saved before are safe.',
    typed: 'What you wrote',
    chosen: 'What you chose from lists is sent again as well.',
    files: 'The files you chose cannot be sent again. Please choose them once more when this has been saved.',
    again: 'Send again',
    reference: 'Error number to quote if you contact us:',
  },
};

/** What is wrong with an answer and how to mend it; the label is the field’s short name. */
export const reportProblems: ReportProblems = {
  'unknown-code': (label) => `${label}: choose again from the list.`,
  'too-long': (label, limit) =>
    limit
      ? `${label}: this can hold ${limit.toLocaleString('en-GB')} characters. Please shorten it.`
      : `${label}: this is too long. Please shorten it.`,
  'too-many': (label, limit) =>
    limit
      ? `${label}: you can give up to ${limit}. Write the rest under “What happened”.`
      : `${label}: keep only one.`,
  unreadable: (label) => `${label}: some characters cannot be read. Remove them or type them again.`,
  'not-a-number': (label) => `${label}: use digits only.`,
  'out-of-range': (label) => `${label}: this number is too large or too small. Please check it.`,
  'year-missing': (label) =>
    `${label}: add the year. A guess is fine. If you do not know, clear the date and choose “I don’t know”.`,
  'not-a-date': (label) =>
    `${label}: please check the date. Write the year with four digits, such as 2025, and the month and day as numbers. Leave out the month or day if you do not know.`,
  'not-a-time': (label) => `${label}: write the time like 14:30. The hour alone, such as 14, is fine.`,
};

/** The little that is asked for: every way to answer it, and that not knowing is an answer. */
export const reportNeeded: ReportNeeded = {
  situation:
    'Choose the situation now, or write one line about what is happening. “Don’t know” is fine for the situation.',
  narrative: 'Write at least one line about what is happening.',
  name_ko: 'Give one of these: name, passport name, or nickname.',
  birth: 'Give the year of birth. A guess is fine. If you do not know, choose “I don’t know”.',
  sex: 'Choose the sex. If you do not know, choose “Don’t know”.',
  last_contact_at:
    'Give the last contact. The year alone is fine. If you do not know, choose “I don’t know”.',
  prior_reports:
    'Choose where this has been reported. If nowhere, choose “Not reported before”. “Don’t know” is fine.',
  contact_risk: 'Choose whether contact is safe. If you do not know, choose “Don’t know”.',
  country:
    'Give one of these: country, province, name of the place, or building. “Don’t know” is fine for the country.',
  first_contact_channel: 'Choose where the first contact came from. If you do not know, choose “Don’t know”.',
  ad_urls: 'Give one of these: a link to the ad, what the ad or messages said, or the recruiter’s user name.',
  decided: 'Choose whether there is a decision to go. If you do not know, choose “Don’t know”.',
  gave: 'Choose what was handed over. If nothing, choose “Nothing handed over”. “Don’t know” is fine.',
  stay: 'Give one of these: when you were there, the name of the place, the recruiter’s user name or name, or what happened there. “I don’t know” is fine for the dates.',
};

/** The answer that is never "no". */
export const reportUnknown = 'Don’t know';
