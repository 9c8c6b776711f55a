import type { BeforeYouGo } from '../ko/background-before-you-go';

/** The self-check for a job offer abroad. The operator's own advice, not the articles', and labelled so. */
export const beforeYouGo: BeforeYouGo = {
  title: 'Before you go',
  lead: 'Offered a job abroad? Check it before you board, and before you send any document. It takes three minutes.',
  ownTitle: 'This page is Naru’s own advice',
  own: 'It does not come from the five articles. It is drawn from what Naru asks people who report. Once an operator is named, the operator will confirm it.',
  privacy:
    'What you tick stays on this screen. It is not sent or saved anywhere and does not show in the address. Until you close the tab, though, the browser may show the ticks again: on a device that others see, close it when you are done.',
  question: 'Tick whatever is true of the offer you have had',
  groups: {
    offer: {
      title: 'The offer',
      signs: {
        pay: 'The work is easy and the pay far too high',
        noExperience: 'No experience or language is needed, and the interview is by messenger only',
        vague: 'The work is vague: “customer service”, “chat”, “marketing”',
        noContract: 'They show no company name, address or contract',
      },
    },
    way: {
      title: 'The journey',
      signs: {
        ticket: 'They pay for your flight and lodging',
        tourist: 'You are told to enter as a tourist, or what to say at the airport',
        reroute: 'You are sent through another country, or the destination suddenly changes',
        secret: 'You are told not to tell your family',
      },
    },
    things: {
      title: 'What they want',
      signs: {
        passport: 'A photo of your passport or identity card',
        bank: 'A bank book, card, certificate or SIM, sent ahead or brought along',
        phone: 'Your passport or phone, to be handed over when you arrive',
      },
    },
    urgent: {
      title: 'What has happened already',
      signs: {
        sent: 'You have sent a passport photo, a bank book or account details',
        soon: 'You are to leave within three days',
        threat: 'If you do not go, they say, you owe them money, or they will tell your family',
        someone: 'Someone you know left on the same offer and is hardly in touch',
      },
    },
  },
  result: 'Result',
  legacy: 'Read the advice that fits what you ticked.',
  results: {
    none: {
      title: 'If you ticked nothing',
      body: 'No sign has shown itself yet. That does not make it safe. Check by another way that the company exists, get the contract, and leave word with your family where you will be and how to reach you.',
    },
    some: {
      title: 'If you ticked one or more',
      body: 'Stop. One sign is enough. Until you have checked what is listed below, do not leave and send no more documents. You owe nobody a reason for saying no.',
    },
    urgent: {
      title: 'If something has happened already',
      body: 'Report it now. Have your bank stop any account or card you gave away; if you sent a passport photo, say so in the report. If you are being threatened, call 112. If somebody has already left, you can report for them.',
    },
  },
  steps: {
    title: 'How to check without leaving',
    items: [
      'Find the company’s main number somewhere other than the advertisement, and call it.',
      'Look up the travel alert for the country and area with the Foreign Ministry.',
      'Keep pictures of the conversation and the advertisement, all the more if you are asked to delete them.',
      'Show the conversation to family or a friend as it is, and ask what they make of it.',
    ],
  },
  anyway: {
    title: 'If you go all the same',
    items: [
      'Leave a copy of your passport, your flight and the address where you will stay.',
      'Agree on a time to be in touch each day, and on a word that means danger.',
      'Give your passport and phone to nobody.',
      'Learn the consular number (+82-2-3210-0404) by heart, or write it on paper.',
    ],
  },
  report: {
    title: 'Tell us about a suspicious offer',
    body: 'Even if you are not going, the advertisement and the contact you have may save the next person. The button opens the report for job offers.',
    button: 'Report the offer',
  },
};
