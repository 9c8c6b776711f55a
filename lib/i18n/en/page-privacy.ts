import type { Privacy } from '../ko/page-privacy';

/** What is kept, how, for how long, and what is not promised. Every line must stay true of the code. */
export const privacy: Privacy = {
  title: 'Privacy',
  lead: 'What Naru takes, how it keeps it, who reads it, and what it cannot promise.',
  draft:
    'No operator has been named yet, so this is not a final privacy policy. The operator’s counsel must confirm what is said about the law.',
  operated: (name) =>
    `Naru is operated by ${name}. The operator’s counsel must confirm what is said here about the law.`,
  rightsAt: (name, contact) =>
    `You can ask to see, correct or erase your personal information, or to have its use stopped. The operator, ${name}, answers. Contact: ${contact}`,
  officer: (officer) => `Data protection officer: ${officer}`,
  noOfficer: 'The data protection officer has not been named yet, and will be named here.',
  kept: (days, backups) => [
    `A report that was withdrawn and is in no case: ${days.WITHDRAWN} days from then on. A report handled as a case is kept with the case even if it is withdrawn.`,
    `A report that was directed to another agency: ${days.OUT_OF_SCOPE} days`,
    `A report that was found to be a prank or false: ${days.ABUSE} days`,
    `A report taken as information only: ${days.INTEL_ONLY} days`,
    `Reports handled as a case, the case, and what is recorded of the people in it: ${days.CASE_ENDED} days from its closing`,
    `A case in which nobody was at risk, or nobody could be identified: ${days.CASE_UNFOUNDED} days from its closing`,
    `A case of somebody who was not found, or has died: ${days.CASE_DORMANT} days from its closing`,
    `What may no longer be used because consent was withdrawn: ${days.REFUSED} days after that was granted`,
    `How long the receipt code of an erased report says that it was erased: ${days.TOLD} days`,
    `Backups: ${backups} days from when they were made`,
    `Notices to staff ${days.NOTICES} days, sign-ins and invitations of staff ${days.SESSIONS} days`,
  ],
  keptUnknown: 'The periods cannot be read just now. Please open this page again in a moment.',
  contents: 'On this page',
  sections: {
    collected: {
      title: 'What we take',
      body: [
        'Only what you type or choose in the report, and the files you add. Most questions can be left out, and you can report without a name or a contact.',
        'A passport number is stored only if you agreed to its collection and use.',
        'We never ask for a Korean resident registration number. If one is typed anywhere, it is masked before anything is stored, and you are told.',
        'If you do not agree to collection and use, your own name and contacts are not stored and the report is taken as anonymous.',
        'Because a life is at stake, two things are stored without that consent: how to reach you, when you gave it on the one-page report for people in danger, and what you wrote about yourself (such as your name or phone number) when you reported that you are in danger. For the same reason, answers about health are stored if the report was sent without passing the page that asks for consent.',
      ],
      items: [],
    },
    sealed: {
      title: 'How we keep it',
      body: [
        'Your answers are encrypted (AES-256-GCM) with a key of their own for each report, the choices you tick included. Only the following stays readable, so that urgent reports come first and can be found:',
      ],
      items: [
        'the kind of report, the language of the page, and whether it came through the one-page report for people in danger',
        'whether it may be counted in published numbers (whether you agreed to use in statistics)',
        'which pages were answered (not what was answered)',
        'the Cambodian province, if you chose one',
        'urgency and its points, states, times, and the reporting period it counts towards',
        'your answer on whether contact is safe',
        'the reference, counts, who is assigned, when it was first opened, and which staff read it and when',
        'who sent a message (you or staff), when it was sent and read; who wrote a staff note or changed the state, and when',
        'the size of a file you added, when it came, whether all of it is here, and how its scan and its cleaning stand (its name, your note, its type and what is in it are encrypted with a key of their own for each file)',
        'of a report not sent yet: its kind, which pages were saved and when',
      ],
    },
    readers: {
      title: 'Who reads it',
      body: [
        'Only staff who were invited and who sign in with a password and a one-time code. What they can see depends on their role.',
        'What you write under “What you had to do there” is encrypted apart, with a key of its own. Only caseworkers and supervisors can open it, once at a time and after giving a reason, and it is not used to decide how urgent a report is.',
        'Of photos, staff use a copy without where and when they were taken. Originals, and files of which no copy can be made, go only to caseworkers and supervisors, who give a reason; only they are shown where and when a photo was taken.',
        'Each time a member of staff opens a report, who and when is recorded. The record is made so that changing or removing a line shows.',
      ],
      items: [],
    },
    sharing: {
      title: 'Who else receives it',
      body: [
        'Naru itself sends no report to another agency. When staff pass one on, to whom and on what grounds is recorded, encrypted. An agency receives only what it needs, and only if you agreed to that agency or the law provides for it.',
        'This site has no scripts, fonts, maps or analytics from any other company. Naru never opens an address given in a report.',
      ],
      items: [],
    },
    numbers: {
      title: 'What is published as numbers',
      body: [
        'Only reports whose senders agreed to statistics are counted, by reporting period, day received, kind, urgency, Cambodian province and stage. Anyone can see the counts on the “Numbers” page.',
        'They are rounded to 5, nothing below 5 is shown, and a week is published once it has been over for 7 days. About how many reports are left out is said in the same way.',
      ],
      items: [],
    },
    code: {
      title: 'The receipt code and the code to continue',
      body: [
        'Whoever has the receipt code can see how far the report has come and when which topics were added, exchange messages with staff, add to the report, and ask to withdraw it or to change consent. What was written is not shown again. The code is kept encrypted until you say that you have written it down, or until 24 hours after sending. From then on we keep it only in a form that cannot be turned back, so we cannot give it to you again.',
        'Whoever has the code to continue can read, change, send or erase a report that is not sent yet. We keep it from when you are shown it, only in a form that cannot be turned back, and it is of no use once the report is sent or erased or 24 hours are over.',
        'So that codes cannot be guessed, each try after several wrong ones takes a few seconds longer. For this, network addresses are used only after being scrambled with a value that changes every day.',
      ],
      items: [],
    },
    cookies: {
      title: 'Cookies',
      body: [
        'Only those that are needed. For reporters there are two, whose names begin with __Host- over https. Nothing is put into any other storage of your browser.',
      ],
      items: [
        'naru_draft finds the report you are writing. It is encrypted and of no use after 24 hours. Entering the code to continue puts it on another device too.',
        'naru_status lets you read a report for 30 minutes after you gave its receipt code or sent the one-page report for people in danger. It is encrypted.',
        '“Leave now” clears both. The report you were writing stays until its 24 hours are over, and the code to continue opens it. Naru cannot clear your browser’s history.',
        'Staff have cookies of their own: one for being signed in, one that remembers their browser for 180 days, and short-lived ones while an account is set up or someone is invited.',
      ],
    },
    retention: {
      title: 'How long we keep it',
      body: [
        'A report that was not sent can be opened for 24 hours from when it was begun. While you write, a page is saved every few seconds even before you send it; the page that asks for consent is saved only when you send it. You can erase the report before.',
        'A report that was sent is kept while it is handled, and erased when the period below is over after that. Messages, files and notes by staff go with it. What the law wants kept for an investigation or a trial is not erased until that reason is gone. If you write or add something after that, nothing is erased until staff have read it, and the period counts anew from the day you sent it. A period that is made shorter counts 7 days later, and for 7 days after a backup is restored nothing is erased for its period.',
        'Erasing destroys the report’s encryption key and removes what was encrypted. What was erased, when and why, and who did what when, stay as numbers without any content. Of a report whose sender agreed to use in statistics, what published numbers count (kind, day received, reporting period, urgency, province, stage) stays without its reference.',
        'Backups still hold it until they are deleted; only then is it gone everywhere. When a backup is restored, what had been erased is erased again from the record of erasures.',
        'With the receipt code you can ask to withdraw or to change consent. Once you ask to withdraw, staff no longer get in touch first, and they decide whether to withdraw the report. Someone may have taken the code from you, so withdrawing alone does not erase the report. Along with it you can ask for everything to be erased, which two members of staff decide.',
      ],
      items: [],
    },
    rights: {
      title: 'What you can ask for',
      body: [
        'You can ask to see, correct or erase your personal information, or to have its use stopped. The operator and the data protection officer who answer have not been named yet; they will be named here.',
        'Each consent is asked for on its own, and you can report without agreeing. Your choices are kept, encrypted, with the version of the words you saw.',
        'Published numbers hold only reports whose sender agreed to use in statistics. A report sent without passing the page that asks for consent is left out.',
      ],
      items: [],
    },
    limits: {
      title: 'What we cannot promise',
      body: ['Naru cannot prevent the following. If you may be in danger, please read it.'],
      items: [
        'If an attacker takes over the server, what it is handling at that moment can be seen.',
        'If someone watches or takes the device you use, they see what is on its screen.',
        'Whoever watches the network can tell that you visited this site, though not what you wrote.',
        'Once something has been handed to an agency, Naru does not decide what that agency does with it.',
      ],
    },
  },
};
